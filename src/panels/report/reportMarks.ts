import { formatCount, formatPercent } from '../../core/format.ts';
import { wilsonInterval } from '../../core/proportion.ts';
import type { Figure } from '../../insights/figure.ts';
import { intervalText } from '../../insights/reportSentence.ts';
import type { BarsChart, Mark, ReportFigure, ReportTable } from '../contract/protocolReport.ts';

type Counted = Pick<Figure, 'key' | 'count' | 'of'>;

/** @param denominator `people called`, in words */
export function markOf(label: string, figure: Counted, denominator: string): Mark {
  const { key, count, of } = figure;
  const interval = wilsonInterval(count, of);
  return { key, label, count, of, whole: denominator, interval, text: shareText(figure, denominator) };
}

/** A part of a list that is known whole: no interval, as nothing is estimated. */
export function countedMark(label: string, { key, count, of }: Counted, denominator: string): Mark {
  const share = of === 0 ? '' : `, ${formatPercent(count / of)}`;
  const text = `${formatCount(count)} of ${wholeText(of, denominator)}${share}`;
  return { key, label, count, of, whole: denominator, interval: undefined, text };
}

/** `171 of 402 people called, 43%, 95% interval 38–47%` */
export function shareText({ count, of }: Counted, denominator: string): string {
  const interval = wilsonInterval(count, of);
  const whole = `${formatCount(count)} of ${wholeText(of, denominator)}`;
  if (interval === undefined) return whole;
  return `${whole}, ${formatPercent(count / of)}, 95% interval ${intervalText(interval)}`;
}

/**
 * `402 people called`, `1 person called`
 * @param denominator in the plural, with the noun as one of its words
 */
export function wholeText(of: number, denominator: string): string {
  const words =
    of === 1 ? denominator.replace('people', 'person').replace(/\b(call|use)s\b/, '$1') : denominator;
  return `${formatCount(of)} ${words}`;
}

/** Bars of one whole with their table. */
export function barsOf(marks: readonly Mark[]): BarsChart | undefined {
  return marks.length === 0 ? undefined : { kind: 'bars', marks };
}

/** A line for each mark: its name, count, whole, share and interval. */
export function marksTable(name: string, marks: readonly Mark[]): ReportTable {
  return {
    header: [name, 'Count', 'Of', 'Share', '95% interval'],
    lines: marks.map(({ label, count, of, interval }) => [
      label,
      formatCount(count),
      formatCount(of),
      of === 0 ? '' : formatPercent(count / of),
      interval === undefined ? '' : intervalText(interval),
    ]),
  };
}

/** The last part of a figure's key: `voicemail` of `result/voicemail`. */
export function lastPart({ key }: Pick<Figure, 'key'>): string {
  return key.slice(key.indexOf('/') + 1);
}

/** A single number beside a chart, with its share of the denominator. */
export function figureLine(label: string, figure: Figure, denominator: string): ReportFigure {
  return { label, text: shareText(figure, denominator), key: figure.count === 0 ? undefined : figure.key };
}
