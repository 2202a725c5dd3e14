import type * as vscode from 'vscode';
import { normalizePhoneNumber } from '../callList/phone/readPhone.ts';
import type { Campaign, CampaignChanges } from '../core/campaign.ts';
import { rulesDraftOf } from '../core/campaignDraft.ts';
import { formatCount, plural } from '../core/format.ts';
import { oneLine, quoted } from '../core/plainText.ts';
import type { CallRetryConfig } from '../core/retryConfig.ts';
import { retryConfigWords } from '../core/retryConfigText.ts';
import { showInputBox, showQuickPick } from '../host/messages.ts';
import { defaultRegion } from '../host/settings.ts';
import {
  changeLines,
  rulesOf,
  rulesWithAttempts,
  rulesWithHours,
  withoutUnchanged,
} from '../launch/changes/campaignEdit.ts';
import { windowText } from '../launch/draft/windowText.ts';

type Field = 'name' | 'from' | 'parallel' | 'windows' | 'attempts' | 'save';

interface FieldItem extends vscode.QuickPickItem {
  readonly field: Field;
}

/**
 * Asks field by field what to change, until the person reviews it.
 * @returns undefined when it was closed
 */
export async function askForChanges(
  campaign: Campaign,
  zeroDelay: boolean,
): Promise<CampaignChanges | undefined> {
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

async function ask(
  field: Exclude<Field, 'save'>,
  campaign: Campaign,
  changes: CampaignChanges,
  zeroDelay: boolean,
): Promise<CampaignChanges> {
  const rules = rulesOf(campaign, changes);
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
      return askRules(
        'Hours in which people may be called, in their own time',
        windowText(rulesDraftOf(rules).windows),
        (text) => rulesWithHours(rules, text, zeroDelay),
      );
    }
    case 'attempts': {
      return askRules(
        'Calls to one number in all, the first included',
        rulesDraftOf(rules).attempts,
        (text) => rulesWithAttempts(rules, text, zeroDelay),
      );
    }
  }
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
