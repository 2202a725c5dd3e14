import { formatCount, formatPercent, plural } from '../../core/format.ts';
import type { Proportion } from '../../core/proportion.ts';
import type { Compared, ListOverlap } from '../../insights/comparison.ts';
import { markdownText, toMarkdownTable } from '../tableText.ts';

/** One of the two campaigns, in words. */
export interface ComparedCampaign {
  readonly name: string;
  readonly state: string;
  readonly sentence: string;
  readonly assistant: string;
  readonly rules: string;
  readonly created: string;
}

/** A comparison of two campaigns as a document. */
export function comparisonMarkdown(
  one: ComparedCampaign,
  other: ComparedCampaign,
  overlap: ListOverlap,
  lines: readonly Compared[],
): string {
  const facts: readonly [string, string, string][] = [
    ['State', one.state, other.state],
    ['Created', one.created, other.created],
    ['Assistant', one.assistant, other.assistant],
    ['Calling rules', one.rules, other.rules],
    ['Different numbers', formatCount(overlap.one), formatCount(overlap.other)],
  ];
  const blocks = [
    `# Comparison: ${markdownText(one.name)} and ${markdownText(other.name)}`,
    'This comparison is only reliable if one list was split at random into these two; otherwise different people, days and hours may explain a difference. Use _Split Call List…_ to split a list at random.',
    `- **First**: ${markdownText(one.name)}. ${markdownText(one.sentence)}\n- **Second**: ${markdownText(other.name)}. ${markdownText(other.sentence)}`,
    '## What they are',
    toMarkdownTable(['', 'First', 'Second'], facts).trimEnd(),
    overlap.both === 0
      ? 'No number is on both lists.'
      : `${plural(overlap.both, 'number is', 'numbers are')} on both lists.`,
    '## What the calls say',
    toMarkdownTable(
      ['Measure', 'First', 'Second', 'Difference', '95% interval', 'In words'],
      lines.map(lineOf),
    ).trimEnd(),
    'Differences are in percentage points, with Newcombe’s interval. Many measures side by side show a difference by chance now and then: about one in twenty.',
  ];
  return `${blocks.join('\n\n')}\n`;
}

function lineOf({ label, denominator, one, other, difference, verdict }: Compared): readonly string[] {
  const points = (value: number) => `${value > 0 ? '+' : ''}${(value * 100).toFixed(1)}`;
  return [
    `${label}, ${denominator}`,
    shareOf(one),
    shareOf(other),
    difference === undefined ? '' : points(difference.difference),
    difference === undefined ? '' : `${points(difference.low)} to ${points(difference.high)}`,
    verdict,
  ];
}

function shareOf({ count, of }: Proportion): string {
  if (of === 0) return `${formatCount(count)} of 0`;
  return `${formatCount(count)} of ${formatCount(of)} (${formatPercent(count / of)})`;
}
