import type * as vscode from 'vscode';
import { normalizePhoneNumber } from '../callList/phone/readPhone.ts';
import { campaignCapabilities, type Campaign, type CampaignChanges } from '../core/campaign.ts';
import { delaySeconds, rulesDraftOf } from '../core/campaignDraft.ts';
import { checkRetryConfig } from '../core/checkRetryConfig.ts';
import { HumanError } from '../core/errors.ts';
import { formatCount, plural } from '../core/format.ts';
import { oneLine, quoted } from '../core/plainText.ts';
import type { CampaignApi } from '../core/ports.ts';
import type { CallRetryConfig } from '../core/retryConfig.ts';
import { retryConfigWords } from '../core/retryConfigText.ts';
import {
  showErrorMessage,
  showInformationMessage,
  showInputBox,
  showQuickPick,
  showWarningMessage,
} from '../host/messages.ts';
import { defaultRegion } from '../host/settings.ts';
import { isSameRules } from '../launch/comparison/campaignTerms.ts';
import { isWidened } from '../launch/changes/isWidened.ts';
import { verifiedUpdate } from '../launch/changes/verifiedChange.ts';
import { readWindowText, windowText } from '../launch/draft/windowText.ts';
import { allowedOpenCalls, type AllowedCalls } from '../sending/guardedOpenCalls.ts';
import { changeProblem } from '../sending/pausing.ts';
import { changeOptions } from '../sending/campaignOutcomes.ts';
import { serverLacks } from '../core/steering.ts';
import { apiOrAsk, type CommandContext } from './context.ts';
import { targetCampaigns } from './targets.ts';

type Field = 'name' | 'from' | 'parallel' | 'windows' | 'attempts' | 'save';

interface FieldItem extends vscode.QuickPickItem {
  readonly field: Field;
}

/** Changes name, caller's number, parallel calls or calling rules. Only what changed is sent. */
export async function editCampaign(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const api = await apiOrAsk(context);
  if (api === undefined) return;
  const [listed] = await targetCampaigns(context, args, {
    title: 'Edit a Campaign',
    many: false,
    suits: (candidate) => campaignCapabilities(candidate, context.clock.now(), api.server).editable,
    none:
      serverLacks('edit', api.server) ??
      'There is no campaign to edit: those that are completed or cancelled stay as they are.',
  });
  if (listed === undefined) return;
  const campaign = await api.retrieveCampaign(listed.id);
  context.store.put(api, campaign);
  const changes = await askForChanges(campaign, api.server.generation === 'today');
  if (changes === undefined) return;
  // More hours, attempts or parallel calls call people who would not be called as it is.
  const isMore = isWidened(campaign, changes);
  const allowed = isMore ? await allowedOpenCalls(context, api, campaign) : undefined;
  if (isMore && allowed === undefined) return;
  if (!(await confirmed(campaign, changes, allowed))) return;
  await allowed?.require();
  await refuseIfChanged(api, campaign);
  const change = await verifiedUpdate(campaign.id, changes, changeOptions(context, api));
  void context.refresh.refresh();
  if (change.kind === 'done') {
    void showInformationMessage(`${quoted(change.campaign.name)} is changed.`);
    return;
  }
  context.log.warn(`campaign ${campaign.id} is not changed: ${change.kind}`);
  const lacks = serverLacks('edit', api.server);
  void showErrorMessage(
    `${quoted(campaign.name)} ${lacks === undefined ? changeProblem(change, 'changed') : `is not changed: ${lacks}`}`,
  );
}

/** @returns undefined when the person closed it, or nothing is to be changed */
async function askForChanges(campaign: Campaign, zeroDelay: boolean): Promise<CampaignChanges | undefined> {
  let changes: CampaignChanges = {};
  for (;;) {
    const lines = changeLines(campaign, changes);
    const chosen = await showQuickPick(fieldItems(campaign, changes, lines.length), {
      title: `Edit ${quoted(campaign.name)}`,
      placeHolder: lines.length === 0 ? 'What should be changed?' : 'Change more, or review it',
    });
    if (chosen === undefined) return undefined;
    if (chosen.field === 'save') return changes;
    changes = withoutUnchanged(campaign, {
      ...changes,
      ...(await ask(chosen.field, campaign, changes, zeroDelay)),
    });
  }
}

function fieldItems(campaign: Campaign, changes: CampaignChanges, changed: number): readonly FieldItem[] {
  const now = { ...campaign, ...definedOf(changes) };
  const rules = retryConfigWords(rulesOf(campaign, changes));
  // Servers of the second generation change nothing but the name once a campaign is launched.
  const isNameOnly = campaign.type !== undefined && campaign.status !== 'draft';
  const all: readonly FieldItem[] = [
    ...(changed === 0
      ? []
      : [{ label: `$(check) Review ${plural(changed, 'change')}…`, field: 'save' as const }]),
    { label: 'Name', description: oneLine(now.name ?? ''), field: 'name' },
    {
      label: 'Caller ID',
      description: oneLine(now.from_phone_number ?? 'the default number'),
      field: 'from',
    },
    {
      label: 'Parallel calls',
      description:
        now.max_concurrent_calls == null ? 'the service decides' : formatCount(now.max_concurrent_calls),
      field: 'parallel',
    },
    { label: 'Calling windows', description: `${rules.windows}, ${rules.days}`, field: 'windows' },
    { label: 'Attempts', description: rules.attempts, field: 'attempts' },
  ];
  return isNameOnly ? all.filter(({ field }) => field === 'name' || field === 'save') : all;
}

function definedOf(
  changes: CampaignChanges,
): Pick<CampaignChanges, 'name' | 'from_phone_number' | 'max_concurrent_calls'> {
  const { name, from_phone_number, max_concurrent_calls } = changes;
  return {
    ...(name === undefined ? {} : { name }),
    ...(from_phone_number === undefined ? {} : { from_phone_number }),
    ...(max_concurrent_calls === undefined ? {} : { max_concurrent_calls }),
  };
}

function rulesOf(campaign: Campaign, changes: CampaignChanges): CallRetryConfig | undefined {
  return changes.call_retry_config ?? campaign.call_retry_config ?? campaign.assistant?.call_retry_config;
}

async function ask(
  field: Exclude<Field, 'save'>,
  campaign: Campaign,
  changes: CampaignChanges,
  zeroDelay: boolean,
): Promise<CampaignChanges> {
  const rules = rulesOf(campaign, changes);
  const draft = rulesDraftOf(rules);
  switch (field) {
    case 'name': {
      const name = await askText('Name of the campaign', changes.name ?? campaign.name, (text) =>
        text.trim() === '' ? 'Give the campaign a name.' : undefined,
      );
      return name === undefined ? {} : { name: name.trim() };
    }
    case 'from': {
      const read = (text: string) => normalizePhoneNumber(text, defaultRegion(undefined));
      const number = await askText(
        'Caller ID: the number people see. Empty: the default number',
        changes.from_phone_number ?? campaign.from_phone_number ?? '',
        (text) => {
          const found = text.trim() === '' ? { number: '' } : read(text);
          return 'problem' in found ? found.problem : undefined;
        },
      );
      if (number === undefined) return {};
      if (number.trim() === '') return { from_phone_number: null };
      const found = read(number);
      return 'number' in found ? { from_phone_number: found.number } : {};
    }
    case 'parallel': {
      const text = await askText(
        'Maximum parallel calls. Empty: the service decides',
        String(changes.max_concurrent_calls ?? campaign.max_concurrent_calls ?? ''),
        (value) =>
          /^(|[1-9]\d{0,5})$/.test(value.trim())
            ? undefined
            : 'Write a whole number of at least 1, or nothing.',
      );
      if (text === undefined) return {};
      return { max_concurrent_calls: text.trim() === '' ? null : Number(text.trim()) };
    }
    case 'windows': {
      const windows = (text: string): CallRetryConfig | string => {
        const typed = readWindowText(text);
        if (typed === undefined) return 'Write hours like 10:00-13:00, 14:00-20:00.';
        return checked(
          {
            ...baseRules(rules),
            calling_windows: typed.map((window) => ({
              calling_window_start_time: window.start,
              calling_window_end_time: window.end,
              retry_delay_seconds: delaySeconds(sameHours(draft.windows, window) ?? window),
            })),
          },
          zeroDelay,
        );
      };
      return askRules(
        'Hours in which people may be called, in their own time',
        windowText(draft.windows),
        windows,
      );
    }
    case 'attempts': {
      const attempts = (text: string): CallRetryConfig | string =>
        checked(
          { ...baseRules(rules), max_retry_attempts: /^\d{1,4}$/.test(text.trim()) ? Number(text) : NaN },
          zeroDelay,
        );
      return askRules('Calls to one number in all, the first included', draft.attempts, attempts);
    }
  }
}

/** The window of these hours, whose delay stays; else the first one's. */
function sameHours<Window extends { readonly start: string; readonly end: string }>(
  windows: readonly Window[],
  { start, end }: { readonly start: string; readonly end: string },
): Window | undefined {
  return windows.find((window) => window.start === start && window.end === end) ?? windows[0];
}

function baseRules(rules: CallRetryConfig | undefined): CallRetryConfig {
  const draft = rulesDraftOf(rules);
  return (
    rules ?? {
      allowed_days: draft.days,
      call_twice_in_a_row: draft.twice,
      calling_windows: draft.windows.map((window) => ({
        calling_window_start_time: window.start,
        calling_window_end_time: window.end,
        retry_delay_seconds: delaySeconds(window),
      })),
      max_retry_attempts: Number(draft.attempts),
    }
  );
}

/** The rules as they are sent, or what is wrong with them. */
function checked(rules: CallRetryConfig, zeroDelay: boolean): CallRetryConfig | string {
  const { config, problems } = checkRetryConfig(rules, { zeroDelay });
  return config ?? problems[0]?.message ?? 'These rules cannot be used.';
}

async function askRules(
  prompt: string,
  value: string,
  read: (text: string) => CallRetryConfig | string,
): Promise<CampaignChanges> {
  const text = await askText(prompt, value, (typed) => {
    const found = read(typed);
    return typeof found === 'string' ? found : undefined;
  });
  const found = text === undefined ? undefined : read(text);
  return found === undefined || typeof found === 'string' ? {} : { call_retry_config: found };
}

async function askText(
  prompt: string,
  value: string,
  problem: (text: string) => string | undefined,
): Promise<string | undefined> {
  return showInputBox({ title: 'Edit Campaign', prompt, value, validateInput: problem });
}

/** What is as it was is not sent. */
function withoutUnchanged(campaign: Campaign, changes: CampaignChanges): CampaignChanges {
  const { name, from_phone_number: from, max_concurrent_calls: parallel, call_retry_config: rules } = changes;
  const areRulesSame = isSameRules(rules ?? undefined, campaign.call_retry_config);
  return {
    ...(name === undefined || name === campaign.name ? {} : { name }),
    ...(from === undefined || (from ?? undefined) === campaign.from_phone_number
      ? {}
      : { from_phone_number: from }),
    ...(parallel === undefined || (parallel ?? undefined) === campaign.max_concurrent_calls
      ? {}
      : { max_concurrent_calls: parallel }),
    ...(rules === undefined || areRulesSame ? {} : { call_retry_config: rules }),
  };
}

/** `Name: Spring → Summer` */
function changeLines(campaign: Campaign, changes: CampaignChanges): readonly string[] {
  const { name, from_phone_number: from, max_concurrent_calls: parallel, call_retry_config: rules } = changes;
  const line = (what: string, before: string, after: string) =>
    `${what}: ${oneLine(before)} → ${oneLine(after)}`;
  const rulesText = (config: CallRetryConfig | undefined) => {
    const { windowsWithDelays, days, attempts } = retryConfigWords(config);
    return `${windowsWithDelays}, ${days}, ${attempts}`;
  };
  const callsText = (count: number | null | undefined) =>
    count == null ? 'the service decides' : formatCount(count);
  return [
    ...(name === undefined ? [] : [line('Name', campaign.name, name)]),
    ...(from === undefined
      ? []
      : [line('From', campaign.from_phone_number ?? 'the default number', from ?? 'the default number')]),
    ...(parallel === undefined
      ? []
      : [line('Parallel calls', callsText(campaign.max_concurrent_calls), callsText(parallel))]),
    ...(rules === undefined
      ? []
      : [
          line(
            'Calling rules',
            rulesText(campaign.call_retry_config ?? campaign.assistant?.call_retry_config),
            rulesText(rules ?? undefined),
          ),
        ]),
  ];
}

async function confirmed(
  campaign: Campaign,
  changes: CampaignChanges,
  allowed: AllowedCalls | undefined,
): Promise<boolean> {
  const stats = campaign.row_stats;
  const open = (stats?.pending ?? 0) + (stats?.retry ?? 0) + (stats?.not_launched ?? 0);
  const button = 'Change';
  const detail = [
    ...changeLines(campaign, changes),
    '',
    stats === undefined
      ? 'This applies to calls that are not completed yet.'
      : `It applies to ${plural(open, 'call')} that ${open === 1 ? 'is' : 'are'} not completed yet.`,
    ...(allowed === undefined ? [] : ['', allowed.suppressions]),
  ].join('\n');
  const question = `Change ${quoted(campaign.name)}?`;
  return (await showWarningMessage(question, { modal: true, detail }, 'Go Back', button)) === button;
}

/** Others use the dashboard, too: what the question said must still be so. */
async function refuseIfChanged(api: CampaignApi, before: Campaign): Promise<void> {
  const now = await api.retrieveCampaign(before.id);
  const facts = ({ name, from_phone_number, max_concurrent_calls, call_retry_config, status }: Campaign) =>
    JSON.stringify([name, from_phone_number, max_concurrent_calls, call_retry_config, status]);
  if (facts(now) === facts(before)) return;
  throw new HumanError(
    `${quoted(now.name)} has changed since you began, so nothing was sent. Edit it again.`,
  );
}
