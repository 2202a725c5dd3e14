import type { AccountPhoneNumber, CurrentUser, PhoneHistory } from '../core/account.ts';
import type { Assistant } from '../core/assistant.ts';
import type { CallSearch, CallSearchPage, CreateCallRequest } from '../core/callRequests.ts';
import type { Campaign, CampaignChanges } from '../core/campaign.ts';
import type { CampaignExport, CreateCampaignRequest } from '../core/createRequest.ts';
import type { EncodedRow, RowParts } from '../core/encodedRow.ts';
import { ApiError } from '../core/errors.ts';
import type { LaunchCallsAnswer, LaunchCallsRequest } from '../core/launchCalls.ts';
import type { CampaignApi } from '../core/ports.ts';
import type { Call, Row, RowsPage, RowsQuery } from '../core/row.ts';
import type { ServerProfile } from '../core/serverProfile.ts';
import type { CampaignStatistics } from '../core/statistics.ts';
import { isUnknownField } from '../core/unknownField.ts';
import { unlessAborted } from '../core/unlessAborted.ts';
import { ifThere } from './absence.ts';
import { CallSearchPages } from './callSearchPages.ts';
import type { AnswerOf, EndpointName } from './endpoints.ts';
import type { HttpOptions } from './http.ts';
import { ObservedServer } from './observedServer.ts';
import type { RowsReader } from './rows/rowsReader.ts';
import type { Question, Transport } from './transport.ts';

/**
 * The service over HTTP. There is one client for each connection, which stores what it learns about the
 * server. Schemas and HTTP library load with the first request, since an extension that merely activates
 * needs neither.
 */
export class RevoxClient implements CampaignApi {
  readonly #options: HttpOptions;
  readonly #server = new ObservedServer();
  readonly #searchPages = new CallSearchPages();
  #reader: Promise<RowsReader> | undefined;
  #transport: Promise<Transport> | undefined;
  #discovery: Promise<ServerProfile> | undefined;

  constructor(options: HttpOptions) {
    this.#options = options;
  }

  get server(): ServerProfile {
    return this.#server;
  }

  async listCampaigns(signal?: AbortSignal): Promise<readonly Campaign[]> {
    const { campaigns } = await this.#ask('listCampaigns', '', { signal });
    this.#server.noteList(campaigns);
    return campaigns;
  }

  async createCampaign(request: CreateCampaignRequest, signal?: AbortSignal): Promise<Campaign> {
    return this.#observed(
      await this.#ask('createCampaign', '', { json: request, mayTakeLong: true, signal }),
    );
  }

  async retrieveCampaign(id: string, signal?: AbortSignal): Promise<Campaign> {
    return this.#observed(await this.#ask('retrieveCampaign', id, { signal }));
  }

  async deleteCampaign(id: string, signal?: AbortSignal): Promise<boolean> {
    return (await this.#ask('deleteCampaign', id, { signal })).success;
  }

  async cancelCampaign(id: string, signal?: AbortSignal): Promise<boolean> {
    return (await this.#ask('cancelCampaign', id, { signal })).success;
  }

  async updateCampaign(id: string, changes: CampaignChanges, signal?: AbortSignal): Promise<Campaign> {
    const question = { json: changes, mayTakeLong: changes.contacts !== undefined, signal };
    return this.#observed(
      await this.#server.observe(
        'update',
        this.#ask('updateCampaign', id, question),
        this.#campaign(id, signal),
      ),
    );
  }

  async launchDraft(id: string, signal?: AbortSignal): Promise<Campaign> {
    return this.#observed(
      await this.#server.observe(
        'launch',
        this.#ask('launchDraft', id, { mayTakeLong: true, signal }),
        this.#campaign(id, signal),
      ),
    );
  }

  async launchCalls(
    id: string,
    request: LaunchCallsRequest,
    signal?: AbortSignal,
  ): Promise<LaunchCallsAnswer> {
    const question = { json: request, mayTakeLong: true, signal };
    const asked = this.#ask('launchCalls', id, question);
    const { launched, skipped } = await this.#server.observe(
      'launchCalls',
      asked,
      this.#campaign(id, signal),
    );
    return { launched, skipped };
  }

  async pauseCampaign(id: string, signal?: AbortSignal): Promise<boolean> {
    const asked = this.#ask('pauseCampaign', id, { signal });
    return (await this.#server.observe('pause', asked, this.#campaign(id, signal))).success;
  }

  async resumeCampaign(id: string, signal?: AbortSignal): Promise<boolean> {
    const asked = this.#ask('resumeCampaign', id, { signal });
    return (await this.#server.observe('resume', asked, this.#campaign(id, signal))).success;
  }

  async campaignStatistics(id: string, signal?: AbortSignal): Promise<CampaignStatistics | undefined> {
    if (this.#server.answered('statistics') === false) return undefined;
    const asked = this.#ask('campaignStatistics', id, { signal });
    try {
      return (await this.#server.observe('statistics', asked, this.#campaign(id, signal))).statistics;
    } catch (error) {
      if (this.#server.answered('statistics') === false) return undefined;
      throw error;
    }
  }

  async getRows(id: string, query: RowsQuery, signal?: AbortSignal): Promise<RowsPage> {
    const rows = await this.#rows();
    const page = await rows.page(id, query, signal);
    if (rows.isUnpaged) this.#server.noteUnpagedRows();
    return page;
  }

  async *readRows(id: string, signal?: AbortSignal): AsyncIterable<readonly Row[]> {
    yield* (await this.#rows()).readAll(id, signal);
  }

  async *readEncodedRows(
    id: string,
    signal?: AbortSignal,
    parts?: RowParts,
  ): AsyncIterable<readonly EncodedRow[]> {
    yield* (await this.#rows()).readAllEncoded(id, signal, parts);
  }

  async exportRows(id: string, signal?: AbortSignal): Promise<CampaignExport> {
    return this.#ask('exportRows', id, { mayTakeLong: true, signal });
  }

  async listAssistants(signal?: AbortSignal): Promise<readonly Assistant[] | undefined> {
    const answer = await ifThere(this.#ask('listAssistants', '', { signal }));
    return answer?.assistants.filter((assistant) => assistant.id !== '');
  }

  async checkKey(signal?: AbortSignal): Promise<boolean> {
    try {
      const status = await ifThere(this.#ask('authStatus', '', { signal }));
      if (status !== undefined) return status.authenticated;
      await this.listCampaigns(signal);
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.reason === 'auth') return false;
      throw error;
    }
  }

  async phoneHistory(
    wanted?: ReadonlySet<string>,
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, PhoneHistory> | undefined> {
    // Asked each time, even where it was absent before, because it decides who must not be called.
    const transport = await this.#load();
    return this.#server.observeOptional(
      'phoneHistory',
      transport.phoneHistory({ mayTakeLong: true, signal }, wanted),
    );
  }

  async phoneNumbers(signal?: AbortSignal): Promise<readonly AccountPhoneNumber[] | undefined> {
    if (this.#server.answered('phoneNumbers') === false) return undefined;
    const answer = await this.#server.observeOptional(
      'phoneNumbers',
      this.#ask('phoneNumbers', '', { signal }),
    );
    return answer?.phone_numbers;
  }

  async currentUser(signal?: AbortSignal): Promise<CurrentUser | undefined> {
    if (this.#server.answered('currentUser') === false) return undefined;
    return (await this.#server.observeOptional('currentUser', this.#ask('currentUser', '', { signal })))
      ?.user;
  }

  async createCall(request: CreateCallRequest, signal?: AbortSignal): Promise<Call> {
    const { skip_calling_window: skips, ...rest } = request;
    const send = (fields: object) => this.#createCall({ ...rest, ...fields }, signal);
    if (skips === undefined) return send({});
    // Clients up to 0.3.0 know the field by another name, and their servers ignore or refuse the new one.
    const older = { force_now: skips };
    if (this.#server.excludes('launchesCalls')) return send(older);
    try {
      return await send({ skip_calling_window: skips });
    } catch (error) {
      // Refused as unknown, it has made no call. A server of unknown generation may be an older one.
      if (this.#server.generation !== 'unknown' || !isUnknownField(error, 'skip_calling_window')) throw error;
      return send(older);
    }
  }

  async #createCall(json: object, signal: AbortSignal | undefined): Promise<Call> {
    try {
      const { call } = await this.#ask('createCall', '', { json, signal });
      this.#server.noteAnswer('calls', true);
      return call;
    } catch (error) {
      // 404 may speak of the assistant
      if (error instanceof ApiError && error.status === 405) this.#server.noteAnswer('calls', false);
      throw error;
    }
  }

  async retrieveCall(id: string, signal?: AbortSignal): Promise<Call> {
    const { call } = await this.#ask('retrieveCall', id, { signal });
    this.#server.noteAnswer('calls', true);
    return call;
  }

  async cancelCall(id: string, signal?: AbortSignal): Promise<boolean> {
    return this.#changeCall('cancelCall', id, signal);
  }

  async pauseCall(id: string, signal?: AbortSignal): Promise<boolean> {
    return this.#changeCall('pauseCall', id, signal);
  }

  async resumeCall(id: string, signal?: AbortSignal): Promise<boolean> {
    return this.#changeCall('resumeCall', id, signal);
  }

  async searchCalls(search: CallSearch, signal?: AbortSignal): Promise<CallSearchPage | undefined> {
    if (this.#server.answered('callSearch') === false) return undefined;
    const { page, page_size } = search;
    const asked = this.#searchPages.ask(search, (json) => this.#ask('searchCalls', '', { json, signal }));
    const answer = await this.#server.observeOptional('callSearch', asked);
    return answer && { page, page_size, calls: answer.calls, total: answer.total_count };
  }

  async discover(signal?: AbortSignal): Promise<ServerProfile> {
    // All callers share one discovery. A caller that aborts stops waiting; the others do not. The next caller
    // begins anew: what was abandoned may have stalled, and the server may have recovered.
    signal?.throwIfAborted();
    const discovery = (this.#discovery ??= this.#discover());
    try {
      return await unlessAborted(discovery, signal);
    } finally {
      if (this.#discovery === discovery) this.#discovery = undefined;
    }
  }

  async #discover(): Promise<ServerProfile> {
    if (this.#server.generation === 'unknown' && !this.#server.campaignsListed) await this.listCampaigns();
    if (this.#server.generation === 'unknown' && this.#server.answered('phoneNumbers') === undefined) {
      await this.phoneNumbers();
    }
    return this.#server;
  }

  async #ask<Name extends EndpointName>(name: Name, id: string, question: Question): Promise<AnswerOf<Name>> {
    return (await this.#load()).ask(name, id, question);
  }

  #load(): Promise<Transport> {
    this.#transport ??= import('./transport.ts').then(({ Transport }) => new Transport(this.#options));
    return this.#transport;
  }

  /** The reader knows that rows are paged by servers of the first generation only. */
  async #rows(): Promise<RowsReader> {
    this.#reader ??= import('./rows/rowsReader.ts').then(({ RowsReader }) => {
      const noteCounts = this.#server.noteRows.bind(this.#server);
      return new RowsReader({ transport: () => this.#load(), noteCounts });
    });
    const reader = await this.#reader;
    if (this.#server.excludes('callsAtOnce')) reader.noteUnpaged();
    return reader;
  }

  #observed({ campaign }: { readonly campaign: Campaign }): Campaign {
    this.#server.noteCampaigns([campaign]);
    return campaign;
  }

  #campaign(id: string, signal: AbortSignal | undefined): () => Promise<Campaign> {
    return () => this.retrieveCampaign(id, signal);
  }

  async #changeCall(
    operation: 'cancelCall' | 'pauseCall' | 'resumeCall',
    id: string,
    signal: AbortSignal | undefined,
  ): Promise<boolean> {
    const asked = this.#ask(operation, id, { signal });
    return (await this.#server.observe(operation, asked, () => this.retrieveCall(id, signal))).success;
  }
}
