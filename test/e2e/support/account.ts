import { noteKey } from '../../host/leftovers.mjs';
import type { Workbench } from './workbench.js';

interface Server {
  readonly baseUrl: string;
  readonly key: string;
}

/** Gives VS Code the key of a server whose address is in its settings. */
export async function setKey(workbench: Workbench, server: Server): Promise<void> {
  await workbench.command('Revox: Set API Key…');
  await typeKey(workbench, server);
}

/** The second half of `setKey`: the box that asks for the key is open, or about to open. */
export async function typeKey(workbench: Workbench, { key }: Server): Promise<void> {
  await noteKey(key);
  await workbench.quickPick.type(key, 'Revox API key');
  // dismissed before it is there, it would cover buttons for a quarter of a minute
  await workbench.notification('accepted the key').box.waitFor();
  await workbench.notification('accepted the key').dismiss();
}

/** Makes the next request that fits go wrong; see src/sandbox/README.md. */
export async function orderFault(server: Server, fault: object): Promise<void> {
  const response = await fetch(new URL('/__sandbox/faults', server.baseUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });
  if (!response.ok) throw new Error(`The sandbox did not take the fault: ${await response.text()}`);
}

/** All goes well again. */
export async function withdrawFaults({ baseUrl, key }: Server): Promise<void> {
  await fetch(new URL('/__sandbox/faults', baseUrl), {
    method: 'DELETE',
    headers: { authorization: `Bearer ${key}` },
  });
}

export interface ServedCampaign {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly is_cancelled: boolean;
  readonly scheduled_at?: string | null;
  readonly row_stats: { readonly total: number };
}

export interface ServedRow {
  readonly phone_number: string;
  /** The variables as they were received. */
  readonly input_data: Readonly<Record<string, string>>;
  readonly call?: { readonly id: string; readonly status: string } | null;
}

/** The contacts that the server has of a campaign, asked without the extension. */
export async function servedRows({ baseUrl, key }: Server, id: string): Promise<readonly ServedRow[]> {
  const url = `${baseUrl}/campaigns/${id}/rows`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${key}` } });
  return ((await response.json()) as { readonly rows: readonly ServedRow[] }).rows;
}

/** What the server has, asked without the extension. */
export async function servedCampaigns({ baseUrl, key }: Server): Promise<readonly ServedCampaign[]> {
  const response = await fetch(`${baseUrl}/campaigns`, { headers: { authorization: `Bearer ${key}` } });
  return ((await response.json()) as { readonly campaigns: readonly ServedCampaign[] }).campaigns;
}

/** The id of the first assistant that the server has. */
export async function servedAssistant({ baseUrl, key }: Server): Promise<string> {
  const answer = await fetch(`${baseUrl}/assistants`, { headers: { authorization: `Bearer ${key}` } });
  const { assistants } = (await answer.json()) as { readonly assistants: readonly { id: string }[] };
  return assistants[0]?.id ?? '';
}

/** A campaign of one contact that is called in an hour, made without the extension. */
export async function createServed(server: Server, name: string): Promise<void> {
  const headers = { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' };
  const contacts = [{ to_phone_number: '+33199001201', prompt_variables: {} }];
  const scheduled_at = new Date(Date.now() + 3_600_000).toISOString();
  const body = JSON.stringify({
    name,
    assistant_id: await servedAssistant(server),
    launch: true,
    scheduled_at,
    contacts,
  });
  const response = await fetch(`${server.baseUrl}/campaigns`, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`The sandbox did not create “${name}”: ${await response.text()}`);
}

const aroundTheClock = {
  allowed_days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  call_twice_in_a_row: false,
  calling_windows: [
    { calling_window_start_time: '00:00', calling_window_end_time: '24:00', retry_delay_seconds: 60 },
  ],
  max_retry_attempts: 2,
};

/**
 * A campaign of today's service that waits to be launched, made without the extension.
 * @param ends last four digits of the numbers, which decide how the calls end
 * @returns its id
 */
export async function createWaiting(server: Server, name: string, ends: readonly string[]): Promise<string> {
  const created = await ask(server, '/campaigns', {
    name,
    assistant_id: await servedAssistant(server),
    call_retry_config: aroundTheClock,
    contacts: ends.map((end, at) => ({
      to_phone_number: `+1212555${end}`,
      prompt_variables: { first_name: `Person ${at + 1}` },
    })),
  });
  return ((await created.json()) as { readonly campaign: { readonly id: string } }).campaign.id;
}

/** As `createWaiting`, and calls at once. */
export async function callServed(server: Server, name: string, ends: readonly string[]): Promise<void> {
  const id = await createWaiting(server, name, ends);
  const rows = await servedRows(server, id);
  const filters = { assignee_ids: [], directions: [], outcomes: [], results: [], statuses: [] };
  const call_ids = rows.flatMap(({ call }) => call?.id ?? []);
  const selection = { rows: { mode: 'only', call_ids }, filters };
  await ask(server, `/campaigns/${id}/launch-calls`, { mode: 'ai_first', selection });
}

async function ask({ baseUrl, key }: Server, path: string, value: object): Promise<Response> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const response = await fetch(`${baseUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(value) });
  if (!response.ok) throw new Error(`The sandbox refused ${path}: ${await response.text()}`);
  return response;
}
