import {
  applyEdits,
  createScanner,
  modify,
  parseTree,
  printParseErrorCode,
  getNodeValue,
  type JSONPath,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import { readListChoices, type ColumnName, type ListChoices } from '../../callList/listChoices.ts';
import type { StartKind } from '../../core/campaignDraft.ts';
import { quoted } from '../../core/plainText.ts';
import { toMs } from '../../core/timestamp.ts';
import { campaignFileSchema, snakeCase, type WrittenCampaign } from './campaignFileSchema.ts';
import type { Start } from './campaignSpec.ts';
import type { GivenCampaign } from './givenCampaign.ts';
import { placeText } from './launchArguments.ts';
import { readBySchema, type JsonPath } from './schemaProblems.ts';
import type { DecidedSpec } from './validateDraft.ts';

/**
 * What stands in a `<list>.campaign.json`: a campaign to be reviewed, kept with its list and launched again.
 */
export interface CampaignFile {
  readonly campaign: GivenCampaign;
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

/** Something to say about a campaign file, with the place it is about. */
export interface CampaignFinding {
  readonly path: JsonPath;
  /** An error: the file is not used at all. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export interface ReadCampaignFile {
  /** Undefined when there is an error: half of what was written down is not launched. */
  readonly file: CampaignFile | undefined;
  readonly findings: readonly CampaignFinding[];
  /** False: no JSON, which the editor itself marks where it breaks. */
  readonly isJson: boolean;
}

const maxCharacters = 1_000_000;
const maxDepth = 32;
const jsonc = { allowTrailingComma: true, disallowComments: false };

/**
 * Reads a file that may have been written by hand, comments included. One error makes the whole file invalid.
 */
export function readCampaignFile(text: string, nowMs: number): ReadCampaignFile {
  const { value, problem } = readJson(text);
  if (problem !== undefined) {
    return { file: undefined, findings: [{ path: [], severity: 'error', message: problem }], isJson: false };
  }
  const { value: written, problems } = readBySchema(campaignFileSchema, value);
  const bySchema = problems
    .filter(({ path }) => refusedKey(path) === undefined)
    .map(({ path, kind, message }): CampaignFinding => {
      return { path, severity: kind === 'unknown' ? 'warning' : 'error', message };
    });
  const refused = refusedKeys(value);
  const meant = written === undefined ? [] : startFindings(written, nowMs);
  const findings = [...refused, ...bySchema.sort(bySeverity), ...meant];
  const isUsable = written !== undefined && !findings.some(({ severity }) => severity === 'error');
  return { file: isUsable ? fileOf(written, nowMs) : undefined, findings, isJson: true };
}

function bySeverity(one: CampaignFinding, other: CampaignFinding): number {
  return Number(one.severity === 'warning') - Number(other.severity === 'warning');
}

function readJson(text: string): { readonly value?: unknown; readonly problem?: string } {
  if (text.length > maxCharacters)
    return { problem: 'The file is longer than a million characters. Shorten it.' };
  if (isTooDeep(text))
    return {
      problem: `This file is nested more than ${maxDepth} levels deep, which is not supported.`,
    };
  const errors: ParseError[] = [];
  const tree = parseTree(withoutMark(text), errors, jsonc);
  const [error] = errors;
  if (tree === undefined || error !== undefined) {
    const why = error === undefined ? 'it is empty' : wordsOf(printParseErrorCode(error.error));
    return { problem: `This is not valid JSON: ${why}.` };
  }
  return { value: getNodeValue(tree) as unknown };
}

/** `CloseBraceExpected` → `close brace expected` */
function wordsOf(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

// SyntaxKind of jsonc-parser, whose enum is gone once types are stripped
const openers: ReadonlySet<number> = new Set([1, 3]);
const closers: ReadonlySet<number> = new Set([2, 4]);
const endOfText = 17;

/** The parser calls itself for each level: what nests without end would end the stack. */
function isTooDeep(text: string): boolean {
  const scanner = createScanner(withoutMark(text), true);
  let depth = 0;
  for (let token: number = scanner.scan(); token !== endOfText; token = scanner.scan()) {
    if (openers.has(token)) depth += 1;
    if (closers.has(token)) depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
}

/** A mark at the beginning counts as a space, so that places stay where they are. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
}

const keyName = /^(?:revox_?)?(?:api_?key|key|token|authorization|auth|bearer|secret|password)$/i;
const hostName = /^(?:revox_?)?(?:api_?)?(?:base_?url|url|host|hostname|endpoint|server)$/i;

/** Keys and addresses have no place in a file that is shared, whatever they are for. */
function refusedKeys(value: unknown, path: JsonPath = []): CampaignFinding[] {
  if (typeof value !== 'object' || value === null || isMapping(path)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    const message = refusedKey(at);
    return message === undefined
      ? refusedKeys(item, at)
      : [{ path: at, severity: 'error' as const, message }];
  });
}

function refusedKey(path: JsonPath): string | undefined {
  const key = path.at(-1);
  if (typeof key !== 'string' || isMapping(path)) return undefined;
  if (keyName.test(key))
    return `${quoted(key)} does not belong in a file that others can read. Remove it, and use “Set API Key”: the key is kept in the secret storage.`;
  return hostName.test(key)
    ? `${quoted(key)} does not belong here: the address of the service comes from your own settings alone. Remove it.`
    : undefined;
}

/** The names of variables are the list's own. */
function isMapping(path: JsonPath): boolean {
  return path[0] === 'list' && path[1] === 'mapping';
}

function startFindings(
  { start, scheduled_at: scheduledAt, grace_minutes: grace }: WrittenCampaign,
  nowMs: number,
) {
  const findings: CampaignFinding[] = [];
  const add = (severity: CampaignFinding['severity'], path: JsonPath, message: string) =>
    findings.push({ path, severity, message });
  const atMs = toMs(scheduledAt);
  if (start === 'schedule' && scheduledAt === undefined)
    add('error', ['start'], 'A schedule needs “scheduled_at”, such as 2026-11-23T09:00:00Z.');
  if (scheduledAt !== undefined && atMs === undefined)
    add('error', ['scheduled_at'], 'That date isn’t valid. Use a format like 2026-11-23T09:00:00Z.');
  if (atMs !== undefined && start !== 'schedule')
    add(
      'warning',
      ['scheduled_at'],
      'This counts only with "start": "schedule". Add that, or remove the time.',
    );
  if (grace !== undefined && start !== 'grace')
    add(
      'warning',
      ['grace_minutes'],
      'This counts only with "start": "grace". Add that, or remove the minutes.',
    );
  if (atMs !== undefined && start === 'schedule' && atMs <= nowMs)
    add(
      'warning',
      ['scheduled_at'],
      'This time is past: a draft is proposed, and you can choose a later time.',
    );
  return findings;
}

function fileOf(written: WrittenCampaign, nowMs: number): CampaignFile {
  const { list = {}, limits = {} } = written;
  return {
    campaign: withoutUndefined({
      assistantId: written.assistant_id,
      name: written.name,
      ...startOf(written, nowMs),
      fromPhoneNumber: written.from_phone_number,
      maxConcurrentCalls: written.max_concurrent_calls,
      callRetryConfig: written.call_retry_config,
    }),
    list: withoutUndefined(
      readListChoices({
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
        headerLine: list.header_line,
        repairs: list.repairs?.map(camelCase),
      }),
    ),
    suppressionLists: list.suppression_lists ?? [],
    limits: withoutUndefined({ maxContacts: limits.max_contacts, allowedStarts: limits.allowed_starts }),
  };
}

/** A schedule in the past never becomes "now": a draft is proposed, and anything more has to be chosen. */
function startOf({ start, scheduled_at, grace_minutes }: WrittenCampaign, nowMs: number): GivenCampaign {
  if (start === 'schedule') {
    const scheduledMs = toMs(scheduled_at);
    return scheduledMs === undefined || scheduledMs <= nowMs ? { start: 'draft' } : { start, scheduledMs };
  }
  return start === 'grace' ? { start, graceMinutes: grace_minutes } : { start };
}

/** `call_retry_config.timezone: “Mars” is not a time zone. …` */
export function findingText({ path, message }: Pick<CampaignFinding, 'path' | 'message'>): string {
  return path.length === 0 ? message : `${placeText(path)}: ${message}`;
}

/** A part of a text, in UTF-16 units, the end exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a member's key, or an item of a list, stands in the text of a campaign file.
 * @returns undefined where there is none; the outermost value for an empty path
 */
export function placeOf(text: string, path: JsonPath): TextSpan | undefined {
  let node = isTooDeep(text) ? undefined : parseTree(withoutMark(text), [], jsonc);
  let place = node && spanOf(node);
  for (const step of path) {
    // of two members with the same key the last counts, as for JSON.parse
    const member = node?.children?.findLast((child, index) =>
      node?.type === 'array' ? index === step : child.children?.[0]?.value === step,
    );
    const [key, value] = node?.type === 'array' ? [member, member] : (member?.children ?? []);
    node = value;
    place = key && spanOf(key);
  }
  return place;
}

function spanOf({ offset, length }: Node): TextSpan {
  return { start: offset, end: offset + length };
}

/** What is written into a campaign file. */
export interface CampaignToWrite {
  readonly spec: DecidedSpec;
  readonly list: ListChoices;
}

/**
 * The text of a campaign file with this campaign in it. Comments and what else stands in `before` stay; a new
 * file has its fields in one order and ends with a line end, made to be compared by git.
 */
export function writeCampaignFile({ spec, list }: CampaignToWrite, before = '{}\n'): string {
  const { start } = spec;
  const fields: [JSONPath, unknown][] = [
    [['assistant_id'], spec.assistantId],
    [['name'], spec.name],
    [['call_retry_config'], spec.callRetryConfig],
    [['from_phone_number'], spec.fromPhoneNumber],
    [['max_concurrent_calls'], spec.maxConcurrentCalls],
  ];
  let text = before;
  for (const [path, value] of fields) if (value !== undefined) text = put(text, path, value);
  if (start !== undefined) {
    text = put(text, ['start'], start.kind);
    text = put(
      text,
      ['scheduled_at'],
      start.kind === 'schedule' ? new Date(start.atMs).toISOString() : undefined,
    );
    text = put(text, ['grace_minutes'], graceMinutes(start));
  }
  for (const [name, value] of Object.entries(writtenList(list))) text = put(text, ['list', name], value);
  return text.endsWith('\n') ? text : `${text}\n`;
}

function graceMinutes(start: Start): number | undefined {
  return start.kind === 'grace' ? Math.max(1, Math.round(start.delayMs / 60_000)) : undefined;
}

/** @param value undefined: not there afterwards */
function put(text: string, path: JSONPath, value: unknown): string {
  if (value === undefined && placeOf(text, path) === undefined) return text;
  return applyEdits(
    text,
    modify(text, path, value, { formattingOptions: { insertSpaces: true, tabSize: 2 } }),
  );
}

/** As the file names it; what is as usual is undefined. */
function writtenList(list: ListChoices): NonNullable<WrittenCampaign['list']> {
  return {
    default_region: list.defaultRegion,
    phone_column: columns(list.phoneColumn, writeColumn),
    duplicates: list.duplicates,
    mapping:
      list.mapping &&
      Object.fromEntries(
        Object.entries(list.mapping)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .flatMap(([name, column]) => {
            const written = writeColumn(column);
            return written === undefined ? [] : [[name, written]];
          }),
      ),
    include_unused: list.includeUnused,
    empty_variables: list.emptyVariables === 'leaveOut' ? 'leave_out' : list.emptyVariables,
    row_country: list.rowCountry,
    header_line: list.headerLine,
    repairs: list.repairs?.map(snakeCase),
  };
}

/** One column, or several of which the first that is filled is called. */
function columns(
  named: ColumnName | readonly ColumnName[] | undefined,
  convert: (column: ColumnName | undefined) => ColumnName | undefined,
): ColumnName | ColumnName[] | undefined {
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

/** `zero_lost` → `zeroLost` */
function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
