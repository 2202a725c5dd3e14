import { exclusionReasons, type ExclusionReason } from '../../../src/callList/problems.ts';
import type { Provenance } from '../../../src/launch/gate/provenance.ts';
import { noonMs } from './campaigns.ts';

const excluded = Object.fromEntries(exclusionReasons.map((reason) => [reason, 0])) as Record<
  ExclusionReason,
  number
>;

/** Where a campaign came from, of which a test says only what matters to it. */
export function provenance({
  ready = 900,
  ...about
}: Partial<Provenance> & { ready?: number } = {}): Provenance {
  return {
    launchId: 'l1',
    baseUrl: 'https://example.com/api',
    name: 'Spring',
    list: 'file:///march.csv',
    contentHash: '00',
    choices: {},
    counts: { read: ready, ready, excluded, blank: 0 },
    start: { kind: 'now' },
    sentMs: noonMs,
    hashes: ready,
    ...about,
  };
}
