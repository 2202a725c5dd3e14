import { endpoints, type AnswerOf, type EndpointName } from './endpoints.ts';
import { Http, type Exchange, type HttpOptions } from './http.ts';
import { unreadable } from './httpErrors.ts';

/** What a request adds to its endpoint. */
export type Question = Pick<Exchange, 'query' | 'json' | 'patient' | 'signal'>;

/** What is heavy about the client: schemas and the HTTP library. Loaded with the first request. */
export class Transport {
  readonly #http: Http;

  constructor(options: HttpOptions) {
    this.#http = new Http(options);
  }

  /** Sends one request and decodes its answer. Rejects as `Http.exchange` does. */
  async ask<Name extends EndpointName>(name: Name, id: string, rest: Question): Promise<AnswerOf<Name>> {
    const { path, answer: schema, ...endpoint } = endpoints[name];
    const { isRead } = endpoint;
    return this.#http.exchange({ ...endpoint, ...rest, path: path(id) }, (body) => {
      const answer = schema.safeParse(body);
      if (answer.success) return answer.data as AnswerOf<Name>;
      const where = answer.error.issues.map((issue) => issue.path.join('.')).join(', ');
      throw unreadable(!isRead, answer.error, where);
    });
  }
}
