import { withFullStop } from '../core/format.ts';
import type { CallList } from '../callList/callList.ts';
import { decisionsText } from '../callList/decisions.ts';
import { summarySentence } from '../callList/summary.ts';
import { printable } from './printable.ts';

/** So many lines make one piece of the output. */
const linesAtOnce = 200;

/** One line for each problem (`file:line:column severity code message`), then one line that sums up. */
export function* textOf(file: string, list: CallList): Generator<string, void> {
  const { problems } = list;
  for (let at = 0; at < problems.length; at += linesAtOnce) {
    yield problems
      .slice(at, at + linesAtOnce)
      .map(
        ({ line, startCharacter, severity, code, message }) =>
          `${printable(`${file}:${line}:${startCharacter + 1} ${severity} ${code} ${message}`)}\n`,
      )
      .join('');
  }
  const decisions = decisionsText(list);
  const sentences = [summarySentence(list), ...(decisions === undefined ? [] : [withFullStop(decisions)])];
  yield `${printable(`${file}: ${sentences.join(' ')}`)}\n`;
}
