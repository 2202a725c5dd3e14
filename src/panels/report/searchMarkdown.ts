import type { Steps } from '../../callList/pace.ts';
import { groupHits } from '../../insights/searchGroups.ts';
import type { SearchHit } from '../../insights/searchIndex.ts';
import { speakerOf } from '../../insights/searchSpeaker.ts';
import { markdownBold, markdownParagraph, markdownText } from '../tableText.ts';

/** Search results as a document: a heading a campaign and a person, a list item a line. */
export function* searchMarkdown(
  message: string,
  hits: readonly SearchHit[],
  nameOf: (campaignId: string) => string,
): Steps<string> {
  const blocks = ['# Transcript search', markdownParagraph(message)];
  for (const { campaignId, people } of groupHits(hits)) {
    blocks.push(`## ${markdownText(nameOf(campaignId))}`);
    for (const { person, hits: lines } of people) {
      const items = lines.map((hit) => `- ${markdownBold(speakerOf(hit.role) ?? hit.role)}: ${marked(hit)}`);
      blocks.push(`### ${markdownText(person.phone)}`, items.join('\n'));
      yield;
    }
  }
  return `${blocks.join('\n\n')}\n`;
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
