import type * as vscode from 'vscode';
import { DisposableStore } from '../../host/disposables.ts';
import { rowsPageSize } from '../../host/settings.ts';
import { LayoutMemory } from './layoutMemory.ts';
import { servePage } from '../pagePanel.ts';
import { currentApi, type PanelContext } from '../panelContext.ts';
import { PanelRefresh } from '../panelRefresh.ts';
import type { PageShell } from '../pageShell.ts';
import type { RowsEvents, RowsFilter, RowsRequests } from '../contract/protocolRows.ts';
import { rowsHandlers } from './rowsHandlers.ts';
import type { RowsGroup } from './rowsGroup.ts';
import { RowsModel } from './rowsModel.ts';

export interface RowsPanelOptions {
  readonly context: PanelContext;
  readonly shell: PageShell;
  readonly campaignId: string;
  readonly filter: RowsFilter | undefined;
  /** Only these rows of the campaign. */
  readonly group?: RowsGroup | undefined;
}

/** The rows of one campaign in VS Code: a page, what answers it, and when it is read again. */
export class RowsPanel implements vscode.Disposable {
  readonly campaignId: string;
  readonly panel: vscode.WebviewPanel;
  readonly model: RowsModel;
  readonly #disposables = new DisposableStore();

  constructor({ context, shell, campaignId, filter, group }: RowsPanelOptions) {
    const { store, clock, connections, log } = context;
    const { panel } = shell;
    const layouts = new LayoutMemory(context.memento);
    const unexpected = (error: unknown) => log.unexpected(error);
    this.campaignId = campaignId;
    this.panel = panel;
    const model = new RowsModel({
      ...{ campaignId, filter, group, store, clock, layouts, unexpected },
      api: () => currentApi(context),
      pageSize: rowsPageSize,
      sandbox: () => connections.current?.kind === 'sandbox',
      emit: (event, data) => server.emit(event, data),
      named: (name) => {
        const title = group === undefined ? name : `${name}: ${group.label}`;
        if (panel.title !== title) panel.title = title;
      },
      readAgainLater: () => refresh.restart(),
    });
    this.model = model;
    const { server, start } = servePage<RowsRequests, RowsEvents>(this.#disposables, {
      ...{ shell, log },
      handlers: rowsHandlers(model, campaignId, layouts),
    });
    const refresh = this.#disposables.add(
      new PanelRefresh({
        panel,
        active: () => model.changes,
        read: (signal) => model.readAgain(signal),
        failed: (error) => model.showStale(error),
      }),
    );
    this.#disposables.add(
      store.onDidChange(({ ids, structure }) => {
        if (structure || ids.includes(campaignId)) model.campaignChanged();
      }),
    );
    this.#disposables.add(store.onDidConnect((api) => model.connected(api !== undefined)));
    start();
  }

  /** Applies a filter from outside, e.g. a click on a count in the tree. */
  applyFilter(filter: RowsFilter): void {
    this.model.applyFilter(filter, this.panel.visible);
  }

  dispose(): void {
    this.model.dispose();
    this.#disposables.dispose();
  }
}
