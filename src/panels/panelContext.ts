import type * as vscode from 'vscode';
import type { CampaignStore } from '../core/campaignStore.ts';
import type { CampaignApi, Clock } from '../core/ports.ts';
import type { Connections } from '../host/connections.ts';
import type { OutputLog } from '../host/outputLog.ts';
import type { Session } from '../host/session.ts';
import { NoKeyError } from './failureOf.ts';

/** The services that panels use. */
export interface PanelContext {
  readonly extensionUri: vscode.Uri;
  readonly store: CampaignStore;
  readonly session: Session;
  readonly connections: Connections;
  readonly log: OutputLog;
  readonly clock: Clock;
  /** Of the workspace: how a person arranged the columns. */
  readonly memento: vscode.Memento;
}

/** The current API. @throws NoKeyError */
export async function currentApi({ session, store }: PanelContext): Promise<CampaignApi> {
  await session.ready();
  if (store.api === undefined) throw new NoKeyError();
  return store.api;
}
