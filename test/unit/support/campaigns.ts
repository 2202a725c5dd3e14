import type { Campaign, RowStats } from '../../../src/core/campaign.ts';

/** A campaign of which a test says only what matters to it. */
export function campaign(about: Partial<Campaign> = {}): Campaign {
  return {
    id: 'c1',
    name: 'Spring reminders',
    assistant_id: '182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e',
    organization_id: 'o1',
    status: 'running',
    is_cancelled: false,
    ...about,
  };
}

export function rowStats(about: Partial<RowStats> = {}): RowStats {
  return { total: 0, pending: 0, calling: 0, retry: 0, completed: 0, failed: 0, ...about };
}

/** Friday 20 November 2026, 12:00 in whatever zone the machine is in. */
export const noonMs = new Date(2026, 10, 20, 12, 0).getTime();

/** A time of the API, so many hours from that noon. */
export function hoursFromNoon(hours: number): string {
  return new Date(noonMs + hours * 3_600_000).toISOString();
}
