import { groupHits } from '../../insights/searchGroups.ts';
import type { SearchHit } from '../../insights/searchIndex.ts';
import { speakerOf } from '../../insights/searchSpeaker.ts';
import { markdownBold, markdownParagraph, markdownText } from '../tableText.ts';

/** Search results as a document: a heading a campaign and a person, a list item a line. */
export function searchMarkdown(
  message: string,
  hits: readonly SearchHit[],
  nameOf: (campaignId: string) => string,
): string {
  const blocks = groupHits(hits).flatMap(({ campaignId, people }) => [
    `## ${markdownText(nameOf(campaignId))}`,
    ...people.flatMap(({ person, hits: lines }) => [
      `### ${markdownText(person.phone)}`,
      lines.map((hit) => `- ${markdownBold(speakerOf(hit.role) ?? hit.role)}: ${marked(hit)}`).join('\n'),
    ]),
  ]);
  return `${['# Transcript search', markdownParagraph(message), ...blocks].join('\n\n')}\n`;
}

/** The line with its matches in bold. */
function marked({ line, ranges }: SearchHit): string {
  let text = '';
  let done = 0;
  for (const [start, end] of ranges) {
    const match = markdownText(line.slice(start, end));
    text += markdownText(line.slice(done, start)) + (match.trim() === '' ? match : `**${match}**`);
    done = end;
  }
  return text + markdownText(line.slice(done));
}
