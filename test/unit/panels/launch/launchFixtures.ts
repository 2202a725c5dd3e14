import type { CallListSource } from '../../../../src/callList/file/textSource.ts';
import { checkFile, hashOfFile } from '../../../../src/host/checkedFile.ts';
import type { Assistant } from '../../../../src/core/assistant.ts';
import { policyBounds, readLaunchPolicy } from '../../../../src/launch/launchPolicy.ts';
import { initialDraft } from '../../../../src/panels/launch/launchDraft.ts';
import type { RulesDraft, SheetDraft } from '../../../../src/panels/contract/protocolLaunchDraft.ts';
import type { SheetFile } from '../../../../src/panels/launch/sheetList.ts';

export const assistantId = '182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e';

/** A sheet of which a test says only what matters to it. */
export function draft(about: Partial<SheetDraft> = {}): SheetDraft {
  return { ...initialDraft('Spring', '2026-11-23 09:00'), assistantId, ...about };
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
export function sheetFile(source: CallListSource, allowed = policy): SheetFile {
  const bounds = policyBounds(allowed);
  return {
    check: (question, signal) => checkFile(source, question, { bounds, signal }),
    hash: (signal) => hashOfFile(source, signal),
  };
}
