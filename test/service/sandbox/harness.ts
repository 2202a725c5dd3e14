import type { Assistant } from '../../../src/core/assistant.ts';
import type { Campaign } from '../../../src/core/campaign.ts';
import type { Contact } from '../../../src/core/createRequest.ts';
import type { Call, Row } from '../../../src/core/row.ts';
import { RevoxClient } from '../../../src/api/revoxClient.ts';
import type { SandboxOptions } from '../../../src/sandbox/sandboxOptions.ts';
import { startSandbox, type Sandbox } from '../../../src/sandbox/startSandbox.ts';

/** A Monday, ten o'clock in Paris. */
export const mondayMs = Date.parse('2026-11-16T09:00:00Z');
export const testKey = 'test-key';

/**
 * As it is on the wire: every field is there (and may be null, which a test that asks for null knows).
 */
type Whole<T> = T extends (infer Item)[] | readonly (infer Item)[]
  ? Whole<Item>[]
  : T extends object
    ? { [Key in keyof T]-?: Whole<Exclude<T[Key], undefined>> }
    : T;
export type WireCampaign = Whole<Campaign>;
export type WireAssistant = Whole<Assistant>;
export type WireCall = Whole<Call>;
export type WireRow = Whole<Omit<Row, 'call'>> & { call?: WireCall };

/** Whatever an answer may hold; each test looks at its own part. */
export interface WireBody {
  message: string;
  campaign: WireCampaign;
  campaigns: WireCampaign[];
  assistants: WireAssistant[];
  rows: WireRow[];
  page: number;
  page_size: number;
  total: number;
  csv: string;
  filename: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: WireBody;
}

/** A sandbox on a stepped clock, seen from outside: over HTTP. */
export class Bench {
  readonly sandbox: Sandbox;
  readonly client: RevoxClient;

  private constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
    this.client = new RevoxClient({
      connection: { kind: 'sandbox', baseUrl: sandbox.baseUrl },
      key: () => Promise.resolve(sandbox.key),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      retryDelayMs: 1,
    });
  }

  static async start(options: SandboxOptions = {}): Promise<Bench> {
    const defaults = {
      revision: 'docs',
      key: testKey,
      clock: 'stepped',
      startMs: mondayMs,
      empty: true,
    } as const;
    return new Bench(await startSandbox({ ...defaults, ...options }));
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const base = path.startsWith('/__sandbox') ? new URL(this.sandbox.baseUrl).origin : this.sandbox.baseUrl;
    const response = await fetch(base + path, {
      method,
      headers: { authorization: `Bearer ${this.sandbox.key}`, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    const parsed = isJson ? (JSON.parse(text) as WireBody) : ({ message: text } as WireBody);
    return { status: response.status, headers: response.headers, body: parsed };
  }

  async step(seconds: number): Promise<void> {
    await this.ask('POST', '/__sandbox/step', { seconds });
  }

  async assistantIds(): Promise<string[]> {
    return (await this.client.listAssistants())?.map(({ id }) => id) ?? [];
  }

  /** A body that is good, with parts replaced. */
  async body(rest: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const [assistant_id] = await this.assistantIds();
    const good = { name: 'Test', launch: true, contacts: contacts('0100'), call_retry_config: allDay };
    return { assistant_id, ...good, ...rest };
  }

  /** Creates a campaign and answers its id. */
  async create(rest: Record<string, unknown> = {}): Promise<string> {
    const { status, body } = await this.ask('POST', '/campaigns', await this.body(rest));
    if (status !== 201) throw new Error(`not created: ${status} ${body.message}`);
    return body.campaign.id;
  }

  async campaign(id: string): Promise<WireCampaign> {
    return (await this.ask('GET', `/campaigns/${id}`)).body.campaign;
  }

  async rows(id: string, query = 'page=0&page_size=1000'): Promise<WireRow[]> {
    return (await this.ask('GET', `/campaigns/${id}/rows?${query}`)).body.rows;
  }

  /** The call of each row, of a campaign that has been launched. */
  async calls(id: string): Promise<WireCall[]> {
    return (await this.rows(id)).map(({ call }) => call!);
  }
}

/** Round the clock on each day, a retry after an hour. */
export const allDay = {
  allowed_days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  call_twice_in_a_row: false,
  calling_windows: [
    { calling_window_start_time: '00:00', calling_window_end_time: '24:00', retry_delay_seconds: 3600 },
  ],
  max_retry_attempts: 3,
};

/** Contacts in New York by the last four digits of their numbers: test numbers have a known fate. */
export function contacts(...lastDigits: readonly string[]): Contact[] {
  return lastDigits.map((digits, index) => ({
    to_phone_number: `+1212555${digits}`,
    prompt_variables: { first_name: `Person ${index}`, company: index % 2 === 0 ? 'Acme' : 'Blüm & Co' },
  }));
}
