import * as vscode from 'vscode';
import { HumanError } from '../../core/errors.ts';
import type { CampaignFacts } from '../../host/campaignFacts.ts';
import { DisposableStore } from '../../host/disposables.ts';
import { homeFolder } from '../../host/homeFolder.ts';
import { zonesOf } from '../../host/recipientZones.ts';
import { reportRate } from '../../host/settings.ts';
import type { PageShell } from '../pageShell.ts';
import type { ReportEvents, ReportRequests } from '../contract/protocolReport.ts';
import { servePage } from '../pagePanel.ts';
import { currentApi, type PanelContext } from '../panelContext.ts';
import { PanelRefresh } from '../panelRefresh.ts';
import type { ReportDocuments } from './reportDocuments.ts';
import { reportHandlers } from './reportHandlers.ts';
import { reportMarkdown } from './reportMarkdown.ts';
import { ReportModel } from './reportModel.ts';
import { reportFileName, reportTitle } from './reportTitle.ts';

export interface ReportPanelOptions {
  readonly context: PanelContext;
  readonly facts: CampaignFacts;
  readonly documents: ReportDocuments;
  readonly shell: PageShell;
  readonly campaignIds: readonly string[];
}

/** The report of one or several campaigns in VS Code: a page, what answers it, and when it is read again. */
export class ReportPanel implements vscode.Disposable {
  readonly campaignIds: readonly string[];
  readonly panel: vscode.WebviewPanel;
  readonly model: ReportModel;
  readonly #context: PanelContext;
  readonly #documents: ReportDocuments;
  readonly #disposables = new DisposableStore();

  constructor({ context, facts, documents, shell, campaignIds }: ReportPanelOptions) {
    const { store, clock, connections, log } = context;
    const { panel } = shell;
    const unexpected = (error: unknown) => log.unexpected(error);
    this.campaignIds = campaignIds;
    this.panel = panel;
    this.#context = context;
    this.#documents = documents;
    const model = new ReportModel({
      ...{ campaignIds, store, facts, clock, zonesOf, unexpected },
      api: () => currentApi(context),
      sandbox: () => connections.current?.kind === 'sandbox',
      rate: reportRate,
      emit: (event, data) => server.emit(event, data),
      named: (names) => {
        panel.title = reportTitle(names);
      },
      shown: () => refresh.restart(),
    });
    this.model = model;
    const { server, start } = servePage<ReportRequests, ReportEvents>(this.#disposables, {
      ...{ shell, log },
      handlers: reportHandlers({
        model,
        openDocument: () => this.#openDocument(),
        saveMarkdown: () => this.#saveMarkdown(),
      }),
    });
    const refresh = this.#disposables.add(
      new PanelRefresh({
        panel,
        active: () => model.changes,
        read: (signal) => model.readAgain(signal),
        failed: (error) => model.showStale(error),
      }),
    );
    this.#disposables.add(store.onDidConnect((api) => model.connected(api !== undefined)));
    start();
  }

  dispose(): void {
    this.model.dispose();
    this.#disposables.dispose();
  }

  async #openDocument(): Promise<void> {
    await this.#documents.open(this.campaignIds.join('+'), this.panel.title, this.#markdown());
  }

  async #saveMarkdown(): Promise<void> {
    const text = this.#markdown();
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? homeFolder();
    const target = await vscode.window.showSaveDialog({
      title: 'Save the Report',
      defaultUri: vscode.Uri.joinPath(folder, reportFileName(this.panel.title)),
      filters: { Markdown: ['md'] },
    });
    if (target === undefined) return;
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    await vscode.window.showTextDocument(target);
  }

  #markdown(): string {
    const { view } = this.model;
    if (view === undefined)
      throw new HumanError('The report has not loaded yet. Wait a moment and try again.');
    return reportMarkdown(view, this.#context.clock.now());
  }
}
