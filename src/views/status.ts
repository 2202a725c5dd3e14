import { campaignState } from '../core/campaign.ts';
import type { StoreState } from '../core/campaignStore.ts';
import { ApiError, messageOf } from '../core/errors.ts';
import { formatAgo, formatCount, formatWhen } from '../core/format.ts';

/** What stands around the tree: in its title, above it, or in its place when there is nothing to show. */
export interface ViewStatus {
  readonly welcome: 'loading' | 'noKey' | 'keyRefused' | 'offline' | 'error' | 'filtered' | 'empty' | 'none';
  /** `Campaigns`, `Campaigns (Sandbox)` */
  readonly title: string;
  /** Above the tree: what is filtered, when it was read, or why it is old. */
  readonly message: string | undefined;
  /** Campaigns that call people now. */
  readonly running: number;
}

export interface ViewSituation {
  readonly store: StoreState;
  /** Is there a key for this connection? Undefined while it is looked up. */
  readonly connected: boolean | undefined;
  readonly sandbox: boolean;
  readonly filter: string;
  /** Campaigns that pass the filter. */
  readonly shown: number;
  /** Why there is no connection at all. */
  readonly problem: string | undefined;
  readonly nowMs: number;
}

export function viewStatus(situation: ViewSituation): ViewStatus {
  const { store, sandbox, nowMs } = situation;
  return {
    welcome: welcome(situation),
    title: sandbox ? 'Campaigns (Sandbox)' : 'Campaigns',
    message: message(situation),
    running: store.campaigns.filter((campaign) => campaignState(campaign, nowMs) === 'running').length,
  };
}

function welcome(situation: ViewSituation): ViewStatus['welcome'] {
  const { store, connected, filter, shown } = situation;
  if (situation.problem !== undefined) return 'error';
  if (connected === undefined) return 'loading';
  if (!connected) return 'noKey';
  if (store.campaigns.length > 0) return shown === 0 && filter !== '' ? 'filtered' : 'none';
  if (store.error !== undefined) return failure(store.error);
  return store.updatedMs === undefined ? 'loading' : 'empty';
}

function failure(error: unknown): ViewStatus['welcome'] {
  if (!(error instanceof ApiError)) return 'error';
  if (error.reason === 'auth') return 'keyRefused';
  return error.reason === 'offline' || error.reason === 'timeout' ? 'offline' : 'error';
}

/** An error is said above campaigns that were read before; without any, the welcome text says it. */
function message(situation: ViewSituation): string | undefined {
  const { store, problem, filter, shown, sandbox, nowMs } = situation;
  if (problem !== undefined) return problem;
  if (store.error !== undefined) {
    const text = messageOf(store.error);
    if (store.campaigns.length > 0 && store.updatedMs !== undefined) {
      return `Showing what was read ${formatWhen(store.updatedMs, nowMs)}. ${text}`;
    }
    return failure(store.error) === 'error' ? text : undefined;
  }
  if (store.campaigns.length === 0 || store.updatedMs === undefined) return undefined;
  const updated = `updated ${formatAgo(store.updatedMs, nowMs)}`;
  if (filter === '') return sandbox ? `Sandbox: nobody is called. ${sentence(updated)}` : sentence(updated);
  return `${formatCount(shown)} of ${formatCount(store.campaigns.length)} with “${filter}”, ${updated}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
