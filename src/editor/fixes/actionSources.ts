import type { CallLists } from '../callLists.ts';
import type { ListReading } from '../listReading.ts';
import { PreviewActions } from '../preview/previewActions.ts';
import type { ActionSource } from './actionSource.ts';
import { ChoiceActions } from './choiceActions.ts';
import { EncodingActions } from './encodingActions.ts';
import { ProblemActions } from './problemActions.ts';
import { RegionActions } from './regionActions.ts';
import { SeveralNumbersActions } from './severalNumbersActions.ts';

/** From the narrow to the wide: this cell, all cells like it, how the whole list is read. */
export function actionSources(lists: CallLists, reading: ListReading): readonly ActionSource[] {
  return [
    new SeveralNumbersActions(lists, reading),
    new ProblemActions(lists),
    new RegionActions(lists),
    new ChoiceActions(lists, reading),
    new EncodingActions(lists),
    new PreviewActions(lists),
  ];
}
