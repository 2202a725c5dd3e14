import { formatWhen } from '../../core/format.ts';
import type { ReportSection, ReportTable, ReportView } from '../contract/protocolReport.ts';
import { markdownBold, markdownParagraph, markdownText, toMarkdownTable } from '../tableText.ts';

/** A report as a document: the same words each time, so that two of them can be compared line by line. */
export function reportMarkdown(view: ReportView, nowMs: number): string {
  const names = view.campaigns.map(({ name }) => name).join(', ');
  const states = view.campaigns.map(
    ({ name, state }) => `- ${markdownBold(name)}: ${markdownText(state.text)}`,
  );
  const unfinished = view.reading === undefined ? [] : ['_Not all rows are read yet._'];
  const blocks = [
    `# Report: ${markdownText(names)}`,
    states.join('\n'),
    markdownParagraph(view.sentence),
    ...unfinished,
    `Updated ${formatWhen(view.readMs, nowMs)}.${view.sandbox ? ' Sandbox: nobody was called.' : ''}`,
    ...[view.funnel, ...view.sections].flatMap(sectionBlocks),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sectionBlocks({ title, caption, table, figures, notes }: ReportSection): readonly string[] {
  return [
    `## ${markdownText(title)}`,
    markdownParagraph(caption),
    ...(table.lines.length === 0 ? [] : [tableText(table)]),
    ...(figures.length === 0
      ? []
      : [figures.map(({ label, text }) => `- ${markdownBold(label)}: ${markdownText(text)}`).join('\n')]),
    ...notes.map(markdownParagraph),
  ];
}

function tableText({ header, lines }: ReportTable): string {
  return toMarkdownTable(header, lines).trimEnd();
}
