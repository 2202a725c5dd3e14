import { isOpen, isSameCause, type LaunchEntry, type LaunchIntent, type LaunchStep } from './launchIntent.ts';
import { readHashedContacts, type HashedContacts } from '../comparison/hashedContacts.ts';
import { readEntries } from './readEntries.ts';
import { StepJournal, type StepJournalOptions } from './stepJournal.ts';

export interface CompetingLaunches {
  /** The campaigns that they became: none of them can be this one. */
  readonly taken: ReadonlySet<string>;
  /** Another launch of the same name is open, too. */
  readonly hasSameName: boolean;
}

/** Settled creates are kept this long, so that one that appears late after all is recognised. */
const retentionMs = 7 * 24 * 3600_000;

/** The creates: intent → sent → confirmed | absent | unsure | refused. */
export class LaunchJournal extends StepJournal<LaunchIntent, LaunchStep> {
  constructor(options: StepJournalOptions) {
    super(options, {
      read: readEntries,
      isOpen,
      competes: isSameCause,
      retentionMs: () => retentionMs,
      withdrawn: (atMs) => ({ state: 'withdrawn', atMs }),
    });
  }

  /** What the other launches of this machine say about which campaign one can be. */
  async others({ intent }: LaunchEntry): Promise<CompetingLaunches> {
    const others = (await this.entries()).filter((entry) => entry.intent.id !== intent.id);
    const steps = others.flatMap((entry) => entry.steps);
    return {
      taken: new Set(steps.flatMap((step) => (step.state === 'confirmed' ? [step.campaignId] : []))),
      hasSameName: others.some((entry) => isOpen(entry) && entry.intent.name === intent.name),
    };
  }

  /** Keeps keyed hashes of the contacts, so that they can be compared after a restart as well. */
  async keepContacts(id: string, hashes: HashedContacts): Promise<void> {
    await this.options.storage.attach(id, JSON.stringify(hashes));
  }

  /** Of a launch that never began: nobody asks for its contacts any more. */
  async dropContacts(id: string): Promise<void> {
    await this.options.storage.removeAttachment(id);
  }

  /** @returns undefined where none were kept, or they cannot be read */
  async contacts(id: string): Promise<HashedContacts | undefined> {
    const text = await this.options.storage.attachment(id);
    return text === undefined ? undefined : readHashedContacts(text);
  }

  /** The create that became this campaign; undefined: it was not made here, or too long ago. */
  async createOf(campaignId: string): Promise<LaunchEntry | undefined> {
    return (await this.entries()).find(({ steps }) =>
      steps.some((step) => step.state === 'confirmed' && step.campaignId === campaignId),
    );
  }
}
