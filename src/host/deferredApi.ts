import type { RevoxClient } from '../api/revoxClient.ts';
import type { Connection } from '../core/connection.ts';
import type { CampaignApi, Log } from '../core/ports.ts';
import type { RowsQuery } from '../core/row.ts';
import type { CreateCampaignRequest } from '../core/createRequest.ts';

/**
 * The API client, loaded with the first request: schemas and HTTP library are the heaviest things we have, and
 * an extension that merely activates needs neither.
 */
export class DeferredApi implements CampaignApi {
  readonly #load: () => Promise<RevoxClient>;
  #client: Promise<RevoxClient> | undefined;

  constructor(connection: Connection, key: () => Promise<string | undefined>, log: Log) {
    this.#load = async () => {
      const { RevoxClient } = await import('../api/revoxClient.ts');
      return new RevoxClient({ connection, key, log });
    };
  }

  async listCampaigns(signal?: AbortSignal) {
    return (await this.#api()).listCampaigns(signal);
  }

  async createCampaign(request: CreateCampaignRequest, signal?: AbortSignal) {
    return (await this.#api()).createCampaign(request, signal);
  }

  async retrieveCampaign(id: string, signal?: AbortSignal) {
    return (await this.#api()).retrieveCampaign(id, signal);
  }

  async deleteCampaign(id: string) {
    return (await this.#api()).deleteCampaign(id);
  }

  async cancelCampaign(id: string) {
    return (await this.#api()).cancelCampaign(id);
  }

  async getRows(id: string, query: RowsQuery, signal?: AbortSignal) {
    return (await this.#api()).getRows(id, query, signal);
  }

  async exportRows(id: string, signal?: AbortSignal) {
    return (await this.#api()).exportRows(id, signal);
  }

  async listAssistants(signal?: AbortSignal) {
    return (await this.#api()).listAssistants(signal);
  }

  async checkKey(signal?: AbortSignal) {
    return (await this.#api()).checkKey(signal);
  }

  #api(): Promise<RevoxClient> {
    return (this.#client ??= this.#load());
  }
}
