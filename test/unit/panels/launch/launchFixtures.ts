import type { CallListSource } from '../../../../src/callList/file/textSource.ts';
import { checkFile, hashOfFile } from '../../../../src/host/checkedFile.ts';
import type { Assistant } from '../../../../src/core/assistant.ts';
import { policyBounds, readLaunchPolicy } from '../../../../src/launch/gate/launchPolicy.ts';
import { initialDraft, type RulesDraft } from '../../../../src/core/campaignDraft.ts';
import type { CampaignApi } from '../../../../src/core/ports.ts';
import { LaunchGate, type ListGuards } from '../../../../src/launch/gate/launchGate.ts';
import { CampaignPreparation, type PreparationPorts } from '../../../../src/sending/campaignPreparation.ts';
import type { SheetDraft } from '../../../../src/panels/contract/protocolLaunchDraft.ts';
import { noonMs } from '../../support/campaigns.ts';
import type { ListFile } from '../../../../src/sending/checkedList.ts';

export const assistantId = '182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e';

/** A sheet of which a test says only what matters to it. */
export function draft(about: Partial<SheetDraft> = {}): SheetDraft {
  return {
    ...initialDraft('Spring', noonMs),
    assistantId,
    startAt: '2026-11-23 09:00',
    assumptions: undefined,
    ...about,
  };
}

export function rules(about: Partial<RulesDraft> = {}): RulesDraft {
  return {
    windows: [{ start: '10:00', end: '18:00', delay: '2', unit: 'hours' }],
    days: ['monday', 'tuesday'],
    attempts: '3',
    twice: false,
    timezone: '',
    ...about,
  };
}

export function assistant(about: Partial<Assistant> = {}): Assistant {
  return { id: assistantId, name: 'Emma', first_sentence: 'Hi {{first_name}}', ...about };
}

/** As without any setting. */
export const policy = readLaunchPolicy(() => ({ user: undefined, workspace: undefined, folder: undefined }));

/** A list for a sheet, of which as much is kept as `allowed` allows. */
export function sheetFile(source: CallListSource, allowed = policy): ListFile {
  const bounds = policyBounds(allowed);
  return {
    check: (question, signal) => checkFile(source, question, { bounds, signal }),
    hash: (signal) => hashOfFile(source, signal),
  };
}

/** A preparation of a list of two people under usual settings, of which a test changes what matters to it. */
export function preparation(api: CampaignApi, ports: Partial<PreparationPorts> = {}): CampaignPreparation {
  const reading = { choices: {}, options: {} };
  return new CampaignPreparation(api, {
    readFile: () => Promise.resolve(sheetFile('phone\n+33199001201\n+33199001202')),
    reading: () => Promise.resolve(reading),
    gate: gate(),
    bounds: () => policyBounds(policy),
    scheduleSupport: () => 'honoured',
    graceMs: () => 300_000,
    campaigns: () => [],
    mayLaunchWithoutHistory: () => false,
    onChecked: () => undefined,
    onHistory: () => undefined,
    onDecided: () => undefined,
    clock: { now: () => noonMs },
    ...ports,
  });
}

/** What the settings and `guards` forbid. */
export function gate(guards: () => Partial<ListGuards> = () => ({}), allowed = () => policy): LaunchGate {
  return new LaunchGate({
    policy: allowed,
    guards: () =>
      Promise.resolve({ failures: [], suppressed: undefined, campaignFile: undefined, ...guards() }),
  });
}
