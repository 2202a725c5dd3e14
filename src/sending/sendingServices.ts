import type * as vscode from 'vscode';
import type { CampaignStore } from '../core/campaignStore.ts';
import type { Clock } from '../core/ports.ts';
import type { ListReading } from '../editor/listReading.ts';
import type { Connections } from '../host/connections.ts';
import type { CampaignSubmitter } from '../host/campaignSubmitter.ts';
import type { ReconciliationService } from '../host/reconciliationService.ts';
import type { OutputLog } from '../host/outputLog.ts';
import type { Provenances } from '../host/provenances.ts';
import type { ScheduleSupportMemory } from '../host/scheduleSupportMemory.ts';
import type { UpcomingStarts } from '../host/upcomingStarts.ts';
import type { CampaignTree } from '../views/campaignTree.ts';
import type { LiveRefresh } from '../views/liveRefresh.ts';
import type { Node } from '../views/nodes.ts';
import type { LastSpecs } from './lastSpecs.ts';

/**
 * What sending a campaign and reporting its outcome work with; a function that needs few of these asks for a
 * `Pick`.
 */
export interface SendingServices {
  readonly store: CampaignStore;
  readonly connections: Connections;
  /** How each list is read, the same for every command. */
  readonly reading: ListReading;
  readonly lastSpecs: LastSpecs;
  readonly provenances: Provenances;
  readonly submitter: CampaignSubmitter;
  readonly launches: ReconciliationService;
  readonly scheduleSupport: ScheduleSupportMemory;
  readonly upcomingStarts: UpcomingStarts;
  readonly refresh: LiveRefresh;
  readonly tree: CampaignTree;
  readonly view: vscode.TreeView<Node>;
  readonly log: OutputLog;
  readonly clock: Clock;
}
