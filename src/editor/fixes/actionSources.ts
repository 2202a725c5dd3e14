import type { AccountCountry } from '../accountCountry.ts';
import type { ListReading } from '../listReading.ts';
import { previewActions } from '../preview/previewActions.ts';
import type { ActionSource } from './actionSource.ts';
import { choiceActions } from './choiceActions.ts';
import { encodingActions } from './encodingActions.ts';
import { problemActions } from './problemActions.ts';
import { quoteActions } from './quoteActions.ts';
import { regionActions } from './regionActions.ts';
import { severalNumbersActions } from './severalNumbersActions.ts';

/** In order of scope: this cell, all cells like it, how the whole list is read. */
export function actionSources(reading: ListReading, account: AccountCountry): readonly ActionSource[] {
  return [
    severalNumbersActions(reading),
    problemActions,
    quoteActions,
    regionActions(account),
    choiceActions(reading),
    encodingActions,
    previewActions,
  ];
}
