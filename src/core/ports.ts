import type { Assistant } from './assistant.ts';
import type { Campaign } from './campaign.ts';
import type { CampaignExport, CreateCampaignRequest } from './createRequest.ts';
import type { RowsPage, RowsQuery } from './row.ts';

/**
 * The service, one method an endpoint. All reject with ApiError, or with an AbortError when `signal` fires.
 * Reads are retried by the implementation; writes are sent once, whatever happens. To abort a write withdraws the
 * question, not the deed: an AbortError says nothing about whether it happened, so look before asking again.
 */
export interface CampaignApi {
  listCampaigns(signal?: AbortSignal): Promise<readonly Campaign[]>;
  createCampaign(request: CreateCampaignRequest, signal?: AbortSignal): Promise<Campaign>;
  retrieveCampaign(id: string, signal?: AbortSignal): Promise<Campaign>;
  /** Irreversible, rows and transcripts included. False when the server says it did not succeed. */
  deleteCampaign(id: string): Promise<boolean>;
  /** Pending calls are aborted, calls in progress finish, rows stay. False when the server says it did not succeed. */
  cancelCampaign(id: string): Promise<boolean>;
  getRows(id: string, query: RowsQuery, signal?: AbortSignal): Promise<RowsPage>;
  exportRows(id: string, signal?: AbortSignal): Promise<CampaignExport>;
  /** Undefined: this server has no such endpoint. */
  listAssistants(signal?: AbortSignal): Promise<readonly Assistant[] | undefined>;
  /** Is the key good? Asks `/auth-status`, and where that is absent the list of campaigns. */
  checkKey(signal?: AbortSignal): Promise<boolean>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** Lines for the output channel. No key, phone number or transcript ever goes in. */
export interface Log {
  info(line: string): void;
  warn(line: string): void;
  error(line: string): void;
}
