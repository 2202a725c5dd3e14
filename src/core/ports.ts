import type { AccountPhoneNumber, CurrentUser, PhoneHistory } from './account.ts';
import type { Assistant } from './assistant.ts';
import type { CallSearch, CallSearchPage, CreateCallRequest } from './callRequests.ts';
import type { Campaign, CampaignChanges } from './campaign.ts';
import type { CampaignExport, CreateCampaignRequest } from './createRequest.ts';
import type { EncodedRow, RowParts } from './encodedRow.ts';
import type { LaunchCallsAnswer, LaunchCallsRequest } from './launchCalls.ts';
import type { Call, Row, RowsPage, RowsQuery } from './row.ts';
import type { ServerProfile } from './serverProfile.ts';
import type { CampaignStatistics } from './statistics.ts';

/**
 * The service, one method an endpoint. All reject with ApiError, or with an AbortError when `signal` fires.
 * Reads are retried by the implementation; writes are sent once, whatever happens. Aborting a write only ends
 * the wait: an AbortError does not say whether it was carried out, so read before sending it again.
 */
export interface CampaignApi {
  listCampaigns(signal?: AbortSignal): Promise<readonly Campaign[]>;
  createCampaign(request: CreateCampaignRequest, signal?: AbortSignal): Promise<Campaign>;
  retrieveCampaign(id: string, signal?: AbortSignal): Promise<Campaign>;
  /** `PATCH`: only what is given changes. */
  updateCampaign(id: string, changes: CampaignChanges, signal?: AbortSignal): Promise<Campaign>;
  /** Launches all contacts of a draft; servers of generation `draft`. */
  launchDraft(id: string, signal?: AbortSignal): Promise<Campaign>;
  /** Launches the named calls; servers of generation `today`. */
  launchCalls(id: string, request: LaunchCallsRequest, signal?: AbortSignal): Promise<LaunchCallsAnswer>;
  /** Calls in progress finish, others are held. False when the server says it did not succeed. */
  pauseCampaign(id: string, signal?: AbortSignal): Promise<boolean>;
  /** False when the server says it did not succeed. */
  resumeCampaign(id: string, signal?: AbortSignal): Promise<boolean>;
  /** Irreversible, rows and transcripts included. False when the server says it did not succeed. */
  deleteCampaign(id: string, signal?: AbortSignal): Promise<boolean>;
  /**
   * Pending calls are aborted, calls in progress finish, rows stay. False when the server says it did not
   * succeed.
   */
  cancelCampaign(id: string, signal?: AbortSignal): Promise<boolean>;
  getRows(id: string, query: RowsQuery, signal?: AbortSignal): Promise<RowsPage>;
  /**
   * Every row once, in the server's order, in batches as they arrive. A server that pages is paged. The rows
   * carry neither the assistant nor prompts.
   */
  readRows(id: string, signal?: AbortSignal): AsyncIterable<readonly Row[]>;
  /** The same rows for a reader that keeps them: each is decoded when it is needed. */
  readEncodedRows(id: string, signal?: AbortSignal, parts?: RowParts): AsyncIterable<readonly EncodedRow[]>;
  /** @returns undefined when this server has no such operation. */
  campaignStatistics(id: string, signal?: AbortSignal): Promise<CampaignStatistics | undefined>;
  exportRows(id: string, signal?: AbortSignal): Promise<CampaignExport>;
  /** @returns undefined when this server has no such operation. */
  listAssistants(signal?: AbortSignal): Promise<readonly Assistant[] | undefined>;
  /** Whether the key is valid. Asks `/auth-status`, or the list of campaigns where that is absent. */
  checkKey(signal?: AbortSignal): Promise<boolean>;

  /**
   * What the service knows of phone numbers, by number in E.164. `wanted`: only these are kept.
   * @returns undefined when this server has no such operation (404 or 405; any other failure rejects).
   */
  phoneHistory(
    wanted?: ReadonlySet<string>,
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, PhoneHistory> | undefined>;
  /** @returns undefined when this server has no such operation. */
  phoneNumbers(signal?: AbortSignal): Promise<readonly AccountPhoneNumber[] | undefined>;
  /** @returns undefined when this server has no such operation. */
  currentUser(signal?: AbortSignal): Promise<CurrentUser | undefined>;

  /** Dials at once unless `scheduled_at` is in the future. */
  createCall(request: CreateCallRequest, signal?: AbortSignal): Promise<Call>;
  retrieveCall(id: string, signal?: AbortSignal): Promise<Call>;
  /** False when the server says it did not succeed. */
  cancelCall(id: string, signal?: AbortSignal): Promise<boolean>;
  /** False when the server says it did not succeed. */
  pauseCall(id: string, signal?: AbortSignal): Promise<boolean>;
  /** False when the server says it did not succeed. */
  resumeCall(id: string, signal?: AbortSignal): Promise<boolean>;
  /** @returns undefined when this server has no such operation. */
  searchCalls(search: CallSearch, signal?: AbortSignal): Promise<CallSearchPage | undefined>;

  /** What is known about the server so far. */
  readonly server: ServerProfile;
  /**
   * Finds out the server's generation where it is still unknown, from the list of campaigns and `GET
   * /phone-numbers`, once per connection.
   */
  discover(signal?: AbortSignal): Promise<ServerProfile>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** Writes lines to the output channel. Never pass a key, phone number or transcript. */
export interface Log {
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}
