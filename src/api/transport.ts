import { endpoints, type AnswerOf, type EndpointName } from './endpoints.ts';
import { Http, type Exchange, type HttpOptions } from './http.ts';
import { unreadable } from './httpErrors.ts';

/** What is heavy about the client: schemas and the HTTP library. Loaded with the first request. */
export class Transport {
  readonly #http: Http;

  constructor(options: HttpOptions) {
    this.#http = new Http(options);
  }

  /** Sends one request and decodes its answer. Rejects as `Http.exchange` does. */
  async ask<Name extends EndpointName>(
    name: Name,
    id: string,
    rest: Omit<Exchange, 'method' | 'isRead' | 'path'>,
  ): Promise<AnswerOf<Name>> {
    const { method, isRead, path, answer: schema } = endpoints[name];
    return this.#http.exchange({ method, isRead, path: path(id), ...rest }, (body) => {
      const answer = schema.safeParse(body);
      if (answer.success) return answer.data as AnswerOf<Name>;
      const where = answer.error.issues.map((issue) => issue.path.join('.')).join(', ');
      throw unreadable(!isRead, answer.error, where);
    });
  }
}
