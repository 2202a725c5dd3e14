import { setTimeout as wait } from 'node:timers/promises';
import type { Campaign } from '../core/campaign.ts';
import type { Connection } from '../core/connection.ts';
import type { CampaignApi } from '../core/ports.ts';
import { errorForLog } from '../core/logText.ts';
import { observedScheduleSupport } from '../launch/start/scheduleSupport.ts';
import { upcomingStart, type UpcomingStart } from '../launch/start/upcomingStart.ts';
import { type Asked, hasCalled } from '../launch/comparison/verify.ts';
import type { SendingServices } from './sendingServices.ts';
import { alarm } from './alarm.ts';

/** Remembers what a created campaign says about its server, and counts it down when it starts soon. */
export async function recordScheduleSupport(
  context: SendingServices,
  api: CampaignApi,
  asked: Asked,
  campaign: Campaign,
): Promise<void> {
  const connection = context.connections.current;
  if (connection === undefined || context.store.api !== api) return;
  const nowMs = context.clock.now();
  const scheduleSupport = observedScheduleSupport(asked, campaign, nowMs);
  if (scheduleSupport !== undefined) await context.scheduleSupport.learn(connection, scheduleSupport);
  const start = upcomingStart(asked, campaign, connection.baseUrl, nowMs);
  if (start === undefined) return;
  await context.upcomingStarts.add(start, nowMs);
  void checkThatStartIsAhead(context, api, connection, start);
}

const checkAfterMs = 10_000;

/**
 * How soon the campaign is checked: a server may confirm the start time and still call at once, and can then
 * be stopped.
 */
async function checkThatStartIsAhead(
  context: SendingServices,
  api: CampaignApi,
  connection: Connection,
  { campaignId, startMs }: UpcomingStart,
): Promise<void> {
  await wait(Math.min(checkAfterMs, (startMs - context.clock.now()) / 2));
  if (context.store.api !== api) return;
  try {
    const campaign = await api.retrieveCampaign(campaignId);
    context.store.put(api, campaign);
    if (!hasCalled(campaign) || context.clock.now() >= startMs || campaign.is_cancelled) return;
    await context.scheduleSupport.learn(connection, 'ignored');
    await alarm(
      context,
      api,
      campaign,
      'It was not supposed to start yet, but the server is already calling people.',
    );
  } catch (error) {
    context.log.warn(`whether the new campaign waits for its start could not be read: ${errorForLog(error)}`);
  }
}
