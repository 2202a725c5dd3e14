import type { Assistant } from '../core/assistant.ts';
import type { Campaign } from '../core/campaign.ts';
import type { CampaignExport, CreateCampaignRequest } from '../core/createRequest.ts';
import { ApiError } from '../core/errors.ts';
import type { CampaignApi } from '../core/ports.ts';
import type { RowsPage, RowsQuery } from '../core/row.ts';
import { endpoints, type Endpoint } from './endpoints.ts';
import { Http, type Exchange, type HttpOptions } from './http.ts';
import { unreadable } from './httpErrors.ts';
import { RowsPaging } from './rowsPaging.ts';

/** The service over HTTP. One client a connection: what it learns of the server is the connection's. */
export class RevoxClient implements CampaignApi {
  readonly #http: Http;
  readonly #paging = new RowsPaging();

  constructor(options: HttpOptions) {
    this.#http = new Http(options);
  }

  async listCampaigns(signal?: AbortSignal): Promise<readonly Campaign[]> {
    return (await this.#ask(endpoints.listCampaigns, '', { signal })).campaigns;
  }

  async createCampaign(request: CreateCampaignRequest, signal?: AbortSignal): Promise<Campaign> {
    return (await this.#ask(endpoints.createCampaign, '', { json: request, patient: true, signal })).campaign;
  }

  async retrieveCampaign(id: string, signal?: AbortSignal): Promise<Campaign> {
    return (await this.#ask(endpoints.retrieveCampaign, id, { signal })).campaign;
  }

  async deleteCampaign(id: string): Promise<boolean> {
    return (await this.#ask(endpoints.deleteCampaign, id)).success;
  }

  async cancelCampaign(id: string): Promise<boolean> {
    return (await this.#ask(endpoints.cancelCampaign, id)).success;
  }

  getRows(id: string, query: RowsQuery, signal?: AbortSignal): Promise<RowsPage> {
    return this.#paging.page(query, (wire) =>
      this.#ask(endpoints.getRows, id, { query: rowsParameters(wire), signal }),
    );
  }

  async exportRows(id: string, signal?: AbortSignal): Promise<CampaignExport> {
    return this.#ask(endpoints.exportRows, id, { patient: true, signal });
  }

  async listAssistants(signal?: AbortSignal): Promise<readonly Assistant[] | undefined> {
    const answer = await ifThere(this.#ask(endpoints.listAssistants, '', { signal }));
    return answer?.assistants.filter((assistant) => assistant.id !== '');
  }

  async checkKey(signal?: AbortSignal): Promise<boolean> {
    try {
      const status = await ifThere(this.#ask(endpoints.authStatus, '', { signal }));
      if (status !== undefined) return status.authenticated;
      await this.listCampaigns(signal);
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.reason === 'auth') return false;
      throw error;
    }
  }

  async #ask<Answer>(
    endpoint: Endpoint<Answer>,
    id: string,
    rest: Omit<Exchange, 'method' | 'path'> = {},
  ): Promise<Answer> {
    const isWrite = endpoint.method !== 'get';
    return this.#http.exchange({ method: endpoint.method, path: endpoint.path(id), ...rest }, (body) => {
      const answer = endpoint.answer.safeParse(body);
      if (answer.success) return answer.data;
      const where = answer.error.issues.map((issue) => issue.path.join('.')).join(', ');
      throw unreadable(isWrite, answer.error, where);
    });
  }
}

/** The separator of `statuses` is not documented; a comma is what the field commonly uses. */
function rowsParameters(query: RowsQuery): Record<string, string | number> {
  return {
    page: query.page,
    page_size: query.page_size,
    ...(query.query === undefined || query.query === '' ? {} : { query: query.query }),
    ...(query.result === undefined ? {} : { result: query.result }),
    ...(query.statuses === undefined || query.statuses.length === 0
      ? {}
      : { statuses: query.statuses.join(',') }),
  };
}

/** Undefined where the server has no such endpoint (or a web page stands there): helpers differ between servers. */
async function ifThere<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    const absent: readonly string[] = ['not found', 'unreadable'];
    if (error instanceof ApiError && (absent.includes(error.reason) || error.status === 405))
      return undefined;
    throw error;
  }
}
