import type { IncomingMessage } from 'node:http';
import { json, type Answer } from '../http/answer.ts';
import { revisions, type Revision } from '../revision.ts';
import type { Context } from '../sandboxContext.ts';

export interface RouteRequest {
  readonly request: IncomingMessage;
  readonly query: URLSearchParams;
  /** The id in the path; empty where the path has none. */
  readonly id: string;
}

/** One operation of the API, and the revisions that have it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** The path below `/api`; `:id` stands for an id. */
  readonly path: string;
  readonly in: readonly Revision[];
  readonly answer: (context: Context, asked: RouteRequest) => Answer | Promise<Answer>;
}

export const everywhere = revisions;
export const modern = ['0.3.0', '0.5.0'] as const;
/** The revisions that a published client describes. */
export const published = ['0.1.1', ...modern] as const;
export const success = json({ success: true });
