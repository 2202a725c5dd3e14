import { Pace } from '../../callList/pace.ts';
import { e164Pattern } from '../../core/e164.ts';
import type { Contact } from '../../core/createRequest.ts';
import type { SentContacts } from './sentContacts.ts';
import type { ServerRow } from './serverRow.ts';

/** A row that equals a contact that was sent. */
export interface AgreeingRow {
  readonly rowId: string;
  /** Undefined until the service has made a call for it. */
  readonly callId: string | undefined;
  /** Index of the contact in the list that was sent. */
  readonly contact: number;
}

export type RowFault =
  /** The number is missing, masked or not a phone number. */
  | 'unreadable number'
  /** The row and its call have different numbers or values. */
  | 'row and call differ'
  /** No contact that was sent equals the row, or fewer contacts than rows do. */
  | 'not sent';

export interface DifferingRow {
  readonly row: ServerRow;
  readonly fault: RowFault;
  /** The contact that it most likely comes from, by number or by position. */
  readonly sent: Contact | undefined;
}

export interface ContactComparison {
  readonly agreeing: readonly AgreeingRow[];
  readonly differing: readonly DifferingRow[];
  /** How many contacts that were sent have no row. */
  readonly missing: number;
  /** Variables that only the server has. They are reported and are not a difference. */
  readonly extraNames: readonly string[];
}

const maxExtraNames = 50;

/**
 * Compares rows with the contacts that were sent, as multisets of (number, variables): neither the order nor
 * `row_index` counts, and the same contact may occur several times. Where a row has a call, what the call
 * dials and says must agree as well.
 */
export async function compareContacts(
  sent: SentContacts,
  rows: readonly ServerRow[],
  signal?: AbortSignal,
): Promise<ContactComparison> {
  const pace = new Pace(signal);
  const open = new Map<string, number[]>();
  for (let index = sent.keys.length - 1; index >= 0; index -= 1) {
    const key = sent.keys[index] ?? '';
    const indexes = open.get(key);
    if (indexes === undefined) open.set(key, [index]);
    else indexes.push(index);
  }
  const agreeing: AgreeingRow[] = [];
  const differing: { readonly row: ServerRow; readonly fault: RowFault }[] = [];
  const extraNames = new Set<string>();
  for (const row of rows) {
    await pace.yieldIfDue();
    const said = await readRow(row, sent, extraNames);
    if (typeof said === 'string') {
      differing.push({ row, fault: said });
      continue;
    }
    const contact = open.get(await sent.keyOf(said.number, said.variables))?.pop();
    if (contact === undefined) differing.push({ row, fault: 'not sent' });
    else agreeing.push({ rowId: row.id, callId: row.call?.id, contact });
  }
  const missing = [...open.values()].flat().sort((one, other) => one - other);
  return {
    agreeing,
    differing: beside(differing, missing, sent.contacts),
    missing: missing.length,
    extraNames: [...extraNames].sort(),
  };
}

/** Whether every contact has its row, and no other rows exist. */
export function agrees({ differing, missing }: ContactComparison): boolean {
  return differing.length === 0 && missing === 0;
}

interface SaidContact {
  readonly number: string;
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * The number that a row's call dials and the values that it uses, or why these are unknown.
 * @param names the variables to compare; undefined: all
 * @param extraNames receives all other names
 */
export async function readRow(
  { phone_number, input_data, call }: ServerRow,
  { names }: { readonly names: ReadonlySet<string> | undefined },
  extraNames = new Set<string>(),
): Promise<SaidContact | RowFault> {
  const own = phone_number === '' ? undefined : await toE164(phone_number);
  const dialled = call?.to_phone_number === undefined ? undefined : await toE164(call.to_phone_number);
  if (own === 'unreadable' || dialled === 'unreadable') return 'unreadable number';
  const number = dialled ?? own;
  if (number === undefined) return 'unreadable number';
  if (own !== undefined && own !== number) return 'row and call differ';
  const ownVariables = withoutExtra(input_data, names, extraNames);
  if (call?.prompt_variables === undefined) return { number, variables: ownVariables };
  const variables = withoutExtra(call.prompt_variables, names, extraNames);
  // The call holds what is said. The service may add values to it and does not change those of the row.
  const isSame = Object.entries(ownVariables).every(([name, value]) => variables[name] === value);
  return isSame ? { number, variables } : 'row and call differ';
}

function withoutExtra(
  variables: Readonly<Record<string, string>>,
  names: ReadonlySet<string> | undefined,
  extraNames: Set<string>,
): Record<string, string> {
  const own: [string, string][] = [];
  for (const [name, value] of Object.entries(variables)) {
    if (value === '') continue;
    if (names === undefined || names.has(name)) own.push([name, value]);
    else if (extraNames.size < maxExtraNames) extraNames.add(name);
  }
  return Object.fromEntries(own);
}

/**
 * A number in E.164, from any notation that includes its country.
 * @returns `unreadable` when it is masked or not a phone number
 */
export async function toE164(number: string): Promise<string> {
  if (e164Pattern.test(number)) return number;
  const { normalizePhoneNumber } = await import('../../callList/phone/readPhone.ts');
  const read = normalizePhoneNumber(number, undefined);
  return 'number' in read ? read.number : 'unreadable';
}

/** Pairs each differing row with the contact that it most likely comes from. */
function beside(
  differing: readonly { readonly row: ServerRow; readonly fault: RowFault }[],
  missing: readonly number[],
  contacts: readonly Contact[] | undefined,
): readonly DifferingRow[] {
  const left = new Set(missing);
  const byNumber = new Map<string, number[]>();
  for (const index of missing) {
    const number = contacts?.[index]?.to_phone_number ?? '';
    byNumber.set(number, [...(byNumber.get(number) ?? []), index]);
  }
  const take = (index: number | undefined): Contact | undefined =>
    index !== undefined && left.delete(index) ? contacts?.[index] : undefined;
  return differing.map(({ row, fault }) => {
    const number = row.call?.to_phone_number ?? row.phone_number;
    const sent = take(byNumber.get(number)?.find((index) => left.has(index))) ?? take(row.row_index);
    return { row, fault, sent };
  });
}
