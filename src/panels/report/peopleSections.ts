// The sections of a report that count people, or what reaching them cost. Each is undefined where there is
// nothing to show.
import { formatCount, formatPercent, plural } from '../../core/format.ts';
import type { FieldFigures } from '../../insights/outputFields.ts';
import type { Report } from '../../insights/campaignReport.ts';
import { outcomeBadge } from '../callWords.ts';
import type { ReportSection } from '../contract/protocolReport.ts';
import { valueText } from '../valueText.ts';
import { barsOf, figureLine, lastPart, markOf, marksTable, wholeText } from './reportMarks.ts';

export interface CostOptions {
  /** What a minute of talk costs; undefined: no cost is shown. */
  readonly ratePerMinute: number | undefined;
  readonly currency: string;
}

export function reachSection({ reach, funnel }: Report): ReportSection | undefined {
  if (reach.length === 0) return undefined;
  const steps = reach.map(({ call, by, open }) => ({
    label: String(call),
    by: markOf(`Reached after ${plural(call, 'call')}`, by, 'people called'),
    open: markOf(`Open after ${plural(call, 'call')}`, open, 'people called'),
  }));
  return {
    id: 'reach',
    title: 'Reached after 1, 2, 3… calls',
    caption: `How many of ${plural(funnel.called.count, 'person', 'people')} called were reached by then. People who may still be called are shown as open.`,
    chart: { kind: 'steps', people: funnel.called.count, steps },
    table: {
      header: ['Call', 'Got this call', 'Reached at it', 'Reached by then', 'Still open'],
      lines: reach.map(({ call, at, by, open }) => [
        String(call),
        formatCount(at.of),
        at.of === 0 ? '0' : `${formatCount(at.count)} (${formatPercent(at.count / at.of)})`,
        formatCount(by.count),
        formatCount(open.count),
      ]),
    },
    figures: [],
    notes: [],
  };
}

export function outcomesSection({ outcomes, funnel }: Report): ReportSection | undefined {
  if (outcomes.length === 0) return undefined;
  const marks = outcomes.map((figure) =>
    markOf(outcomeBadge(lastPart(figure)).text, figure, 'people reached'),
  );
  return {
    id: 'outcomes',
    title: 'Outcome, as the service judged it',
    caption: `Of ${wholeText(funnel.reached.count, 'people reached')}.`,
    chart: barsOf(marks),
    table: marksTable('Outcome', marks),
    figures: [],
    notes: [],
  };
}

export function fieldSection({ name, required, values, otherValues, missing }: FieldFigures): ReportSection {
  const denominator = 'people reached';
  const marks = [
    ...values.map(({ value, people }) => markOf(valueText(value), people, denominator)),
    ...(otherValues === undefined ? [] : [markOf('Other values', otherValues, denominator)]),
    ...(missing.count === 0 ? [] : [markOf('No value', missing, denominator)]),
  ];
  const absent = required && missing.count > 0;
  return {
    id: `field:${name}`,
    title: name,
    caption: `Values of “${name}” in the structured output, of ${wholeText(missing.of, denominator)}.`,
    chart: barsOf(marks),
    table: marksTable(name, marks),
    figures: absent ? [figureLine('Required, but missing', missing, denominator)] : [],
    notes: [],
  };
}

export function attentionSection({ voicemailWithPerson, optOut }: Report): ReportSection | undefined {
  if (voicemailWithPerson.count === 0 && optOut.count === 0) return undefined;
  const marks = [
    markOf('Voicemail with a person’s words', voicemailWithPerson, 'calls taken for voicemail'),
    markOf('May not want to be called again', optOut, 'people reached'),
  ].filter(({ count }) => count > 0);
  return {
    id: 'attention',
    title: 'Calls to review',
    caption: 'Calls that a person should read before anything is done.',
    chart: barsOf(marks),
    table: marksTable('What', marks),
    figures: [],
    notes: [
      'A voicemail counts here where the other side answers what the assistant said.',
      'Whether somebody asked not to be called again is guessed from phrases and outcomes: nobody is suppressed by that alone.',
    ],
  };
}

export function costSection(
  { talk, funnel }: Report,
  { ratePerMinute, currency }: CostOptions,
): ReportSection | undefined {
  if (ratePerMinute === undefined) return undefined;
  const cost = (talk.totalSeconds / 60) * ratePerMinute;
  const money = (value: number) => `${value.toFixed(2)} ${currency}`.trim();
  const perPerson = funnel.reached.count === 0 ? '–' : money(cost / funnel.reached.count);
  const lines = [
    ['Minutes with a person', formatCount(Math.round(talk.totalSeconds / 60))],
    ['Cost at your rate', money(cost)],
    ['Cost per person reached', perPerson],
  ] as const;
  return {
    id: 'cost',
    title: 'Cost, at your own rate',
    caption: `Calculated with revox.report.pricePerMinute: ${money(ratePerMinute)} per minute of conversation. This is not an invoice.`,
    chart: undefined,
    table: { header: ['What', 'Value'], lines },
    figures: lines.map(([label, text]) => ({ label, text, key: undefined })),
    notes: [],
  };
}
