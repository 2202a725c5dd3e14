import * as vscode from 'vscode';
import { plural } from '../../core/format.ts';
import { quoted } from '../../core/plainText.ts';
import { DisposableStore } from '../../host/disposables.ts';
import { commandIds } from '../../host/commandIds.ts';
import { lastUnconfirmed, type LastUnconfirmed } from '../../launch/journal/lastUnconfirmed.ts';
import { unsureText } from '../../sending/sendDraft.ts';
import type { SendingServices } from '../../sending/sendingServices.ts';
import type { LaunchEvents } from '../contract/protocolLaunch.ts';

type Services = Pick<SendingServices, 'connections' | 'launches' | 'submitter' | 'store'>;

/** A launch of one list whose answer was lost, until the journal says what happened to it. */
export class UnconfirmedSheetLaunch implements vscode.Disposable {
  readonly #services: Services;
  readonly #list: string;
  readonly #onSettled: (settled: LaunchEvents['settled']) => void;
  readonly #disposables = new DisposableStore();
  #open: (LastUnconfirmed & { readonly kind: 'open' }) | undefined;

  constructor(services: Services, list: string, onSettled: (settled: LaunchEvents['settled']) => void) {
    this.#services = services;
    this.#list = list;
    this.#onSettled = onSettled;
    const { launches } = services;
    const again = () => void this.#readAgain();
    this.#disposables.add(launches.onDidChange(again));
    this.#disposables.add(launches.onDidSettle(again));
  }

  /** What is said of it on the sheet; undefined: no launch of this list is unconfirmed. */
  get sentence(): string | undefined {
    return this.#open && unsureText(this.#open.entry.intent.name);
  }

  /** Reads the journal. */
  async read(): Promise<void> {
    const state = await this.#state();
    this.#open = state?.kind === 'open' ? state : undefined;
  }

  /** Asks the person, as the tree does. */
  async settle(): Promise<void> {
    const id = this.#open?.entry.intent.id;
    if (id !== undefined) await vscode.commands.executeCommand(commandIds.settleLaunch, { id });
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #readAgain(): Promise<void> {
    if (this.#open === undefined) return;
    const state = await this.#state();
    if (state === undefined || state.kind === 'open') return;
    const { intent } = state.entry;
    this.#open = undefined;
    if (state.kind === 'not created') {
      const message = `${quoted(intent.name)} was not created. Nobody is called, and it can be sent again.`;
      this.#onSettled({ kind: 'refused', message });
      return;
    }
    const name = this.#services.store.campaign(state.campaignId)?.name ?? intent.name;
    const text = `was created with ${plural(intent.contacts, 'contact')}. Its answer was lost; the list of campaigns shows it.`;
    this.#onSettled({ kind: 'created', created: { id: state.campaignId, name, text } });
  }

  async #state(): Promise<LastUnconfirmed | undefined> {
    const { submitter, connections } = this.#services;
    return lastUnconfirmed(await submitter.journal.entries(), this.#list, connections.current?.baseUrl);
  }
}
