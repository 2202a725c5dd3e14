import type { PersonFacts } from './personFacts.ts';
import type { SearchHit } from './searchIndex.ts';

/** Hits of one person, under their campaign. */
export interface SearchPerson {
  readonly person: PersonFacts;
  readonly hits: readonly SearchHit[];
}

export interface SearchCampaign {
  readonly campaignId: string;
  readonly people: readonly SearchPerson[];
  readonly hits: number;
}

/** Hits as a tree: campaign, person, line. The order stays. */
export function groupHits(hits: readonly SearchHit[]): readonly SearchCampaign[] {
  const campaigns = new Map<string, Map<string, SearchHit[]>>();
  for (const hit of hits) {
    const people = campaigns.get(hit.person.campaignId) ?? new Map<string, SearchHit[]>();
    campaigns.set(hit.person.campaignId, people);
    const lines = people.get(hit.person.rowId);
    if (lines === undefined) people.set(hit.person.rowId, [hit]);
    else lines.push(hit);
  }
  return [...campaigns].map(([campaignId, people]) => ({
    campaignId,
    people: [...people.values()].flatMap((lines) =>
      lines[0] === undefined ? [] : [{ person: lines[0].person, hits: lines }],
    ),
    hits: [...people.values()].reduce((sum, lines) => sum + lines.length, 0),
  }));
}
