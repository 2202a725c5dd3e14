import type * as vscode from 'vscode';
import type { PhoneHistory } from '../core/account.ts';
import type { CampaignStore } from '../core/campaignStore.ts';
import type { Contact } from '../core/createRequest.ts';
import type { Disposable } from '../core/emitter.ts';
import { phoneHistories } from '../launch/gate/phoneHistories.ts';

/** A list of more contacts than this is not asked about for the sake of its hovers. */
const maxContacts = 100_000;

/**
 * What the service knows of the numbers of call lists, for whoever points at one: in memory, as long as the
 * connection is the same.
 */
export class ListHistories implements Disposable {
  readonly #store: Pick<CampaignStore, 'api' | 'onDidConnect'>;
  readonly #byList = new Map<string, ReadonlyMap<string, PhoneHistory>>();
  readonly #onConnect: Disposable;

  constructor(store: Pick<CampaignStore, 'api' | 'onDidConnect'>) {
    this.#store = store;
    this.#onConnect = store.onDidConnect(() => this.#byList.clear());
  }

  /** @param number in E.164 */
  of(list: vscode.Uri, number: string): PhoneHistory | undefined {
    return this.#byList.get(list.toString())?.get(number);
  }

  set(list: vscode.Uri, byNumber: ReadonlyMap<string, PhoneHistory>): void {
    this.#byList.set(list.toString(), byNumber);
  }

  /**
   * Asks about the contacts of a list that a person had checked: where there is a connection, and unless the
   * server was seen to know nothing. It is information alone: what fails here is asked again before anybody
   * is called.
   */
  async read(list: vscode.Uri, contacts: readonly Contact[]): Promise<void> {
    const { api } = this.#store;
    if (api === undefined || api.server.has('phoneHistory') === false) return;
    if (contacts.length === 0 || contacts.length > maxContacts) return;
    const numbers = new Set(contacts.map(({ to_phone_number }) => to_phone_number));
    const byNumber = await phoneHistories(api, numbers).catch(() => undefined);
    if (byNumber !== undefined && this.#store.api === api) this.set(list, byNumber);
  }

  dispose(): void {
    this.#onConnect.dispose();
    this.#byList.clear();
  }
}
