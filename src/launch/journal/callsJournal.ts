import {
  isCallsOpen,
  namesCalls,
  scheduledMsOf,
  type CallsEntry,
  type CallsIntent,
  type CallsStep,
} from './callsIntent.ts';
import { readStepEntries } from './readStepEntries.ts';
import { StepJournal, type StepJournalOptions } from './stepJournal.ts';

/**
 * Which calls of a campaign earlier launches name. `all`: which ones cannot be read, so that each may be
 * among them.
 */
export type NamedCalls = ReadonlySet<string> | 'all';

const dayMs = 86_400_000;
/** A launch stays known for as long as one of its calls may still read `not_launched`. */
const retentionMs = 90 * dayMs;

/** The launches of calls: intent → sent → launched | refused | unsure → launched | released. */
export class CallsJournal extends StepJournal<CallsIntent, CallsStep> {
  constructor(options: StepJournalOptions) {
    super(options, {
      read: readCallsEntries,
      isOpen: isCallsOpen,
      competes: (one, other) =>
        one.campaignId === other.campaignId && one.target.baseUrl === other.target.baseUrl,
      retentionMs: (entry) => retentionMs + Math.max(0, (scheduledMsOf(entry) ?? 0) - entry.intent.startedMs),
      withdrawn: (atMs) => ({ state: 'withdrawn', atMs }),
    });
  }

  /** Keeps which calls a launch names. To be done before its intent is begun. */
  async keepCallIds(id: string, callIds: readonly string[]): Promise<void> {
    await this.options.storage.attach(id, JSON.stringify(callIds));
  }

  /** @returns undefined when they cannot be read */
  async callIds(id: string): Promise<readonly string[] | undefined> {
    const text = await this.options.storage.attachment(id);
    try {
      const value: unknown = text === undefined ? undefined : JSON.parse(text);
      return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
    } catch {
      return undefined;
    }
  }

  /** All launches of one campaign that may have launched something. */
  async launchesOf(baseUrl: string, campaignId: string): Promise<readonly CallsEntry[]> {
    return (await this.entries()).filter(
      (entry) =>
        entry.intent.campaignId === campaignId &&
        entry.intent.target.baseUrl === baseUrl &&
        namesCalls(entry),
    );
  }

  /**
   * The calls that journalled launches name: none of them counts as "not launched", whatever its status says.
   */
  async namedCalls(baseUrl: string, campaignId: string): Promise<NamedCalls> {
    const named = new Set<string>();
    for (const entry of await this.launchesOf(baseUrl, campaignId)) {
      if (entry.intent.operation === 'launchDraft') {
        if (entry.steps.at(-1)?.state === 'released') continue;
        return 'all';
      }
      const callIds = await this.callIds(entry.intent.id);
      if (callIds === undefined) return 'all';
      const released = new Set(
        entry.steps.flatMap((step) => (step.state === 'released' ? step.callIds : [])),
      );
      for (const callId of callIds) if (!released.has(callId)) named.add(callId);
    }
    return named;
  }
}

export function isNamed(named: NamedCalls, callId: string): boolean {
  return named === 'all' || named.has(callId);
}

function readCallsEntries(texts: ReadonlyMap<string, string>): readonly CallsEntry[] {
  return readStepEntries<CallsIntent, CallsStep>(texts, {
    intent: ({ kind, campaignId, operation, count }) =>
      kind === 'calls' &&
      typeof campaignId === 'string' &&
      (operation === 'launchCalls' || operation === 'launchDraft') &&
      typeof count === 'number',
    steps: {
      sent: () => true,
      withdrawn: () => true,
      refused: () => true,
      unsure: () => true,
      launched: ({ launched }) => typeof launched === 'number',
      released: ({ callIds }) => Array.isArray(callIds),
    },
    sent: (atMs) => ({ state: 'sent', atMs }),
    unsure: (atMs) => ({ state: 'unsure', atMs }),
  });
}
