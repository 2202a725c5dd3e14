import { formatWhen } from '../../core/format.ts';
import { withoutControls } from '../../core/plainText.ts';
import type { Row } from '../../core/row.ts';
import type { AttemptView, Fact, TurnView } from '../contract/protocolTranscript.ts';
import { markdownBold, markdownParagraph, markdownText } from '../tableText.ts';
import { transcriptView } from './transcriptView.ts';

/** A row with all that was said, as a document: headings make the outline and the folds, the rest is text. */
export function transcriptMarkdown(row: Row, nowMs: number): string {
  const view = transcriptView(row);
  const facts = (list: readonly Fact[]) => list.map((fact) => factLine(fact, nowMs));
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];
  const blocks = [
    `# Call to ${markdownText([view.name, view.phone].filter(Boolean).join(', '))}`,
    ...(view.summary === undefined ? [] : [markdownParagraph(view.summary)]),
    [
      `- **Status**: ${markdownText(view.status.text)}`,
      ...(view.outcome === undefined ? [] : [`- **Outcome**: ${markdownText(view.outcome.text)}`]),
      ...facts([...view.brief, ...view.order]),
    ].join('\n'),
    ...section('Variables', facts(view.variables)),
    ...section('Metadata', facts(view.metadata)),
    ...(view.assistant === undefined
      ? []
      : section(`Assistant: ${markdownText(view.assistant.name)}`, facts(view.assistant.facts))),
    ...view.attempts.flatMap((attempt) => attemptBlocks(attempt, facts)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function attemptBlocks(
  attempt: AttemptView,
  facts: (list: readonly Fact[]) => readonly string[],
): readonly string[] {
  const { title, status, result, dialError, outputs, turns, messages, silence } = attempt;
  const outcome = [status.text, result?.text, dialError].filter((part) => part !== undefined);
  const blocks = [`## ${title}: ${markdownText(outcome.join(', '))}`, facts(attempt.facts).join('\n')];
  if (outputs.length > 0) {
    const lines = outputs.map(({ name, text, problem }) => {
      const note = problem === undefined ? '' : ` (${markdownText(problem)})`;
      return `- ${markdownBold(name)}: ${markdownText(text)}${note}`;
    });
    blocks.push('### Structured output', lines.join('\n'));
  }
  blocks.push('### Transcript', ...turns.map(turnMarkdown));
  if (messages.length > 0) {
    const lines = messages.map(
      ({ title: heading, text }) => `- ${markdownBold(heading)}: ${markdownText(text)}`,
    );
    blocks.push('### Messages', lines.join('\n'));
  }
  if (silence !== undefined) blocks.push(`_${silence}_`);
  return blocks;
}

/** One turn; tool arguments are in a block that no text inside can close. */
export function turnMarkdown({
  name,
  speaker,
  text,
  arguments: given,
  output,
  failed,
  time,
}: TurnView): string {
  const who = speaker === 'tool' ? `Tool ${name}` : name;
  const when = time === undefined ? '' : ` (${time})`;
  const head = `${markdownBold(`${who}${failed === true ? ' (failed)' : ''}${when}:`)} ${markdownText(text)}`;
  return [head, ...[given, output].filter((block) => block !== undefined).map(fenced)].join('\n\n');
}

function fenced(given: string): string {
  const longest = Math.max(0, ...(given.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}json\n${withoutControls(given)}\n${fence}`;
}

function factLine({ label, text, ms }: Fact, nowMs: number): string {
  return `- ${markdownBold(label)}: ${markdownText(ms === undefined ? text : formatWhen(ms, nowMs))}`;
}
