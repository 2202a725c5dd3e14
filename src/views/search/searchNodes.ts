import type { Steps } from '../../callList/pace.ts';
import { formatCount, plural } from '../../core/format.ts';
import { oneLine } from '../../core/plainText.ts';
import { groupHits, type SearchPerson } from '../../insights/searchGroups.ts';
import type { SearchHit } from '../../insights/searchIndex.ts';
import type { MatchRange } from '../../insights/searchQuery.ts';
import { speakerOf } from '../../insights/searchSpeaker.ts';
import type { SearchState } from './transcriptSearch.ts';

/** What is in the tree of search results: plain data. */
export interface SearchNode {
  readonly kind: 'searchCampaign' | 'searchPerson' | 'searchLine';
  /** The same place has the same id at every search. */
  readonly id: string;
  readonly label: string;
  readonly highlights: readonly MatchRange[];
  readonly description: string;
  readonly icon: string | undefined;
  readonly accessibleLabel: string;
  /** All hits below the node, or its own. */
  readonly hits: readonly SearchHit[];
  readonly children: readonly SearchNode[];
}

const speakerIcons = { contact: 'person', assistant: 'robot', tool: 'tools', anybody: 'comment' } as const;

export function* searchNodes(
  hits: readonly SearchHit[],
  nameOf: (campaignId: string) => string,
): Steps<readonly SearchNode[]> {
  const nodes: SearchNode[] = [];
  for (const { campaignId, people, hits: count } of groupHits(hits)) {
    const name = nameOf(campaignId);
    const children: SearchNode[] = [];
    for (const person of people) {
      children.push(personNode(campaignId, person));
      yield;
    }
    nodes.push({
      kind: 'searchCampaign',
      id: campaignId,
      label: name,
      highlights: [],
      description: `${plural(people.length, 'person', 'people')}, ${plural(count, 'line')}`,
      icon: 'megaphone',
      accessibleLabel: `${name}, ${plural(people.length, 'person', 'people')}, ${plural(count, 'line')}`,
      hits: people.flatMap(({ hits: lines }) => lines),
      children,
    });
  }
  return nodes;
}

function personNode(campaignId: string, { person, hits }: SearchPerson): SearchNode {
  const id = `${campaignId}/${person.rowId}`;
  const who = oneLine(Object.values(person.input).slice(0, 2).join(' '), 60);
  const phone = oneLine(person.phone);
  return {
    kind: 'searchPerson',
    id,
    label: phone,
    highlights: [],
    description: [who, formatCount(hits.length)].filter((part) => part !== '').join(' · '),
    icon: 'person',
    accessibleLabel: [phone, who, plural(hits.length, 'line')].filter((part) => part !== '').join(', '),
    hits,
    children: hits.map((hit) => lineNode(id, hit)),
  };
}

function lineNode(parent: string, hit: SearchHit): SearchNode {
  const speaker = speakerOf(hit.role) ?? 'anybody';
  return {
    kind: 'searchLine',
    id: `${parent}/${hit.attemptId}/${hit.turn}`,
    label: hit.line,
    highlights: hit.ranges,
    description: hit.attempt > 1 ? `call ${hit.attempt}` : '',
    icon: speakerIcons[speaker],
    accessibleLabel: `${speaker === 'anybody' ? oneLine(hit.role) : speaker}: ${hit.line}`,
    hits: [hit],
    children: [],
  };
}

/** What is above the results. */
export function searchMessage(state: SearchState): string {
  const { query, scope, hits, running, turns, unread, problems } = state;
  if (query === undefined || scope === undefined) return '';
  const people = new Set(hits.map(({ person }) => `${person.campaignId}/${person.rowId}`)).size;
  const options = [
    ...(query.regex ? ['expression'] : []),
    ...(query.matchCase ? ['match case'] : []),
    ...(query.wholeWord ? ['whole words'] : []),
    ...(query.speaker === 'anybody' ? [] : [query.speaker]),
  ];
  const how = options.length === 0 ? '' : ` (${options.join(', ')})`;
  const found =
    hits.length === 0
      ? running
        ? 'nothing yet'
        : 'nothing found'
      : `${plural(hits.length, 'line')} of ${plural(people, 'person', 'people')}`;
  const still = running ? ' Reading…' : '';
  const what = `“${query.text}”${how} in ${scope.label}: ${found}, ${plural(turns, 'turn')} searched.${still}`;
  return [what, ...unreadSentences(unread), ...problems].join(' ');
}

/** Otherwise, a failing server would be reported once for each campaign. */
function unreadSentences(unread: SearchState['unread']): readonly string[] {
  const reasons = [...new Set(unread.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const [first, ...others] = unread.filter((campaign) => campaign.reason === reason);
    const which =
      others.length === 0 ? `“${first?.name ?? ''}”` : `${formatCount(others.length + 1)} campaigns`;
    return `${which} could not be read. ${reason}`;
  });
}

/** Lines of the tree from top to bottom. */
export function linesOf(nodes: readonly SearchNode[]): readonly SearchNode[] {
  return nodes.flatMap((node) => (node.kind === 'searchLine' ? [node] : linesOf(node.children)));
}
