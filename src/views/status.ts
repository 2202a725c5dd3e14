import { campaignState } from '../core/campaign.ts';
import type { StoreState } from '../core/campaignStore.ts';
import { ApiError, messageOf, type ApiErrorReason } from '../core/errors.ts';
import { capitalized, formatCount, formatWhen, plural } from '../core/format.ts';

/** The texts around the tree: in its title, above it, or in its place when there is nothing to show. */
export type Welcome =
  | 'loading'
  | 'waiting'
  | 'noKey'
  | 'keyLost'
  | 'keyRefused'
  | 'offline'
  | 'wrongAddress'
  | 'sandboxEnded'
  | 'error'
  | 'filtered'
  | 'empty'
  | 'none';

export interface ViewStatus {
  readonly welcome: Welcome;
  /** `Campaigns`, or `Sandbox`: short, since VS Code puts the name of the container before it. */
  readonly title: string;
  /** Above the tree: what is filtered, when it was read, or why it is old. */
  readonly message: string | undefined;
  /**
   * How many launches are unconfirmed, else how many campaigns call people. It is visible while the view is
   * hidden and nothing is read, so its tooltip gives its age.
   */
  readonly badge: { readonly value: number; readonly tooltip: string } | undefined;
}

export interface ViewSituation {
  readonly store: StoreState;
  /** Whether there is a key for this connection; undefined while it is looked up. */
  readonly connected: boolean | undefined;
  /** Without a key: whether there was one, which the system did not keep. */
  readonly isKeyLost: boolean;
  readonly sandbox: boolean;
  readonly filter: string;
  /** Campaigns that pass the filter. */
  readonly shown: number;
  /** Why there is no connection; undefined where there is one. */
  readonly absence: 'address' | 'sandbox ended' | undefined;
  /** How many launches may or may not have arrived. */
  readonly unconfirmed: number;
  /** Whether the first list of campaigns has been awaited for a long time. */
  readonly isLate: boolean;
  readonly nowMs: number;
}

export function viewStatus(situation: ViewSituation): ViewStatus {
  const { sandbox } = situation;
  return {
    welcome: welcome(situation),
    title: sandbox ? 'Sandbox' : 'Campaigns',
    message: message(situation),
    badge: badge(situation),
  };
}

function badge({ store, unconfirmed, nowMs }: ViewSituation): ViewStatus['badge'] {
  if (store.updatedMs === undefined) return undefined;
  const running = store.campaigns.filter((campaign) => campaignState(campaign, nowMs) === 'running').length;
  const runningText = `${plural(running, 'campaign')} running, as read ${formatWhen(store.updatedMs, nowMs)}`;
  if (unconfirmed > 0) {
    return {
      value: unconfirmed,
      tooltip: `${plural(unconfirmed, 'launch', 'launches')} unconfirmed. ${runningText}`,
    };
  }
  return running === 0 ? undefined : { value: running, tooltip: runningText };
}

function welcome(situation: ViewSituation): Welcome {
  const { store, connected, filter, shown } = situation;
  if (situation.absence !== undefined)
    return situation.absence === 'address' ? 'wrongAddress' : 'sandboxEnded';
  if (connected === undefined) return 'loading';
  if (!connected) return situation.isKeyLost ? 'keyLost' : 'noKey';
  if (store.campaigns.length > 0) return shown === 0 && filter !== '' ? 'filtered' : 'none';
  if (store.error !== undefined) return failure(store.error);
  if (store.updatedMs !== undefined) return 'empty';
  return situation.isLate ? 'waiting' : 'loading';
}

function failure(error: Error): Welcome {
  return error instanceof ApiError ? welcomeByReason[error.reason] : 'error';
}

const welcomeByReason: Readonly<Record<ApiErrorReason, Welcome>> = {
  auth: 'keyRefused',
  forbidden: 'keyRefused',
  offline: 'offline',
  timeout: 'offline',
  'not found': 'wrongAddress',
  unreadable: 'wrongAddress',
  rejected: 'error',
  'rate limited': 'error',
  server: 'error',
};

/** Only above campaigns: VS Code shows no welcome text, and so no button, where there is a message. */
function message(situation: ViewSituation): string | undefined {
  const { store, filter, shown, sandbox, nowMs } = situation;
  if (store.campaigns.length === 0 || store.updatedMs === undefined) return undefined;
  if (filter !== '' && shown === 0) return undefined;
  if (store.error !== undefined) {
    return `Last updated ${formatWhen(store.updatedMs, nowMs)}. ${messageOf(store.error)}`;
  }
  // A time of day instead of an age: the line stays as it is while nothing is read, so the tree does not
  // jump.
  const updated = `updated ${formatWhen(store.updatedMs, nowMs).replace(/^today /, '')}`;
  if (filter !== '')
    return `${formatCount(shown)} of ${formatCount(store.campaigns.length)} with “${filter}”, ${updated}`;
  // The sandbox reports its changes at once, so the time of the last read does not matter there.
  return sandbox ? 'No real calls. Hours pass in seconds.' : capitalized(updated);
}
