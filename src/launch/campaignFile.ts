import type { PhoneRepair } from '../callList/phone/phoneVerdict.ts';
import { keptListChoices, type ColumnName, type ListChoices } from '../callList/listChoices.ts';
import type { CallRetryConfig } from '../core/retryConfig.ts';
import { oneLine } from '../core/plainText.ts';
import { toMs } from '../core/timestamp.ts';
import { campaignFileFindings, type CampaignFinding } from './campaignFindings.ts';
import type { LaunchPlan, Start, StartKind } from './launchPlan.ts';

/** What stands in a `<list>.campaign.json`: a campaign to be reviewed, kept with its list and launched again. */
export interface CampaignFile {
  readonly plan: Partial<LaunchPlan>;
  /** How the list is read. */
  readonly list: ListChoices;
  /** Paths or patterns, relative to the file. */
  readonly suppressionLists: readonly string[];
  readonly limits: CampaignLimits;
}

/** What a list must never be launched beyond; tighter than the settings, or without effect. */
export interface CampaignLimits {
  readonly maxContacts?: number | undefined;
  readonly allowedStarts?: readonly StartKind[] | undefined;
}

/** The file as JSON has it, after its check. */
interface Written {
  readonly assistant_id?: string;
  readonly name?: string;
  readonly call_retry_config?: CallRetryConfig;
  readonly from_phone_number?: string;
  readonly max_concurrent_calls?: number;
  readonly start?: StartKind;
  readonly scheduled_at?: string;
  readonly grace_minutes?: number;
  readonly list?: {
    readonly default_region?: string;
    readonly phone_column?: ColumnName | readonly ColumnName[];
    readonly duplicates?: string;
    readonly mapping?: Readonly<Record<string, ColumnName>>;
    readonly include_unused?: boolean;
    readonly empty_variables?: string;
    readonly row_country?: string;
    readonly repairs?: readonly string[];
    readonly suppression_lists?: readonly string[];
  };
  readonly limits?: { readonly max_contacts?: number; readonly allowed_starts?: readonly StartKind[] };
}

export interface ReadCampaignFile {
  /** Undefined when there is an error: half of what was written down is not launched. */
  readonly file: CampaignFile | undefined;
  readonly findings: readonly CampaignFinding[];
}

const minuteMs = 60_000;
const usualGraceMinutes = 5;

/** Reads a file that may have been written by hand. What is not known is said and has no effect; an error spoils the whole. */
export function readCampaignFile(text: string, nowMs: number): ReadCampaignFile {
  const { value, findings } = campaignFileFindings(text, nowMs);
  if (findings.some(({ severity }) => severity === 'error')) return { file: undefined, findings };
  return { file: fromWritten(value as Written, nowMs), findings };
}

/** As a file writes them → as a choice. */
const repairNames: Readonly<Record<string, PhoneRepair>> = { zero_lost: 'zeroLost', old_number: 'oldNumber' };

function writtenRepair(repair: PhoneRepair): string {
  return Object.entries(repairNames).find(([, name]) => name === repair)?.[0] ?? repair;
}

function fromWritten(written: Written, nowMs: number): CampaignFile {
  const { list = {}, limits = {} } = written;
  return {
    plan: withoutUndefined<{ readonly [K in keyof LaunchPlan]?: LaunchPlan[K] | undefined }>({
      assistantId: written.assistant_id,
      name: written.name === undefined ? undefined : oneLine(written.name),
      start: startOf(written, nowMs),
      fromPhoneNumber: written.from_phone_number,
      maxConcurrentCalls: written.max_concurrent_calls,
      callRetryConfig: written.call_retry_config,
    }),
    list: withoutUndefined(
      keptListChoices({
        defaultRegion: list.default_region?.toUpperCase(),
        phoneColumn: columns(list.phone_column, readColumn),
        duplicates: list.duplicates,
        mapping:
          list.mapping &&
          Object.fromEntries(
            Object.entries(list.mapping).map(([name, column]) => [name, readColumn(column)]),
          ),
        includeUnused: list.include_unused,
        emptyVariables: list.empty_variables === 'leave_out' ? 'leaveOut' : list.empty_variables,
        rowCountry: list.row_country,
        repairs: list.repairs?.map((repair) => repairNames[repair] ?? repair),
      }),
    ),
    suppressionLists: list.suppression_lists ?? [],
    limits: withoutUndefined({ maxContacts: limits.max_contacts, allowedStarts: limits.allowed_starts }),
  };
}

/** `call_retry_config.timezone: “Mars” is no zone. …` */
export function findingText({ path, message }: CampaignFinding): string {
  const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return place === '' ? message : `${place.slice(1)}: ${message}`;
}

/** A schedule that is past is never "now": a draft is proposed, and whoever wants more chooses it. */
function startOf({ start, scheduled_at, grace_minutes }: Written, nowMs: number): Start | undefined {
  if (start === 'schedule') {
    const atMs = toMs(scheduled_at);
    return atMs === undefined || atMs <= nowMs ? { kind: 'draft' } : { kind: 'schedule', atMs };
  }
  if (start === 'grace') return { kind: 'grace', delayMs: (grace_minutes ?? usualGraceMinutes) * minuteMs };
  return start && { kind: start };
}

/** The same as text, always in the same order, ending with a line end: made to be compared by git. */
export function writeCampaignFile({ plan, list, suppressionLists, limits }: CampaignFile): string {
  const { start } = plan;
  const listPart = {
    default_region: list.defaultRegion,
    phone_column: columns(list.phoneColumn, writeColumn),
    duplicates: list.duplicates,
    mapping:
      list.mapping &&
      Object.fromEntries(
        Object.entries(list.mapping)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([name, column]) => [name, writeColumn(column)]),
      ),
    include_unused: list.includeUnused,
    empty_variables: list.emptyVariables === 'leaveOut' ? 'leave_out' : list.emptyVariables,
    row_country: list.rowCountry,
    repairs: list.repairs?.map(writtenRepair),
    suppression_lists: suppressionLists.length === 0 ? undefined : suppressionLists,
  };
  const limitsPart = { max_contacts: limits.maxContacts, allowed_starts: limits.allowedStarts };
  const written = {
    assistant_id: plan.assistantId,
    name: plan.name,
    call_retry_config: plan.callRetryConfig,
    from_phone_number: plan.fromPhoneNumber,
    max_concurrent_calls: plan.maxConcurrentCalls,
    start: start?.kind,
    scheduled_at: start?.kind === 'schedule' ? new Date(start.atMs).toISOString() : undefined,
    grace_minutes: start?.kind === 'grace' ? Math.max(1, Math.round(start.delayMs / minuteMs)) : undefined,
    list: Object.values(listPart).every((value) => value === undefined) ? undefined : listPart,
    limits: Object.values(limitsPart).every((value) => value === undefined) ? undefined : limitsPart,
  };
  return `${JSON.stringify(written, undefined, 2)}\n`;
}

/** One column, or several of which the first that is filled is called. */
function columns(
  named: ColumnName | readonly ColumnName[] | undefined,
  convert: (column: ColumnName | undefined) => ColumnName | undefined,
): ColumnName | readonly ColumnName[] | undefined {
  if (named === undefined || typeof named !== 'object') return convert(named);
  return named.map(convert).filter((column) => column !== undefined);
}

/** In the file columns are counted from 1, as people do. */
function readColumn(column: ColumnName | undefined): ColumnName | undefined {
  return typeof column === 'number' ? column - 1 : column;
}

function writeColumn(column: ColumnName | undefined): ColumnName | undefined {
  return typeof column === 'number' ? column + 1 : column;
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
