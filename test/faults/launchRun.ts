import { RevoxClient } from '../../src/api/revoxClient.ts';
import type { Campaign } from '../../src/core/campaign.ts';
import type { CreateCampaignRequest } from '../../src/core/createRequest.ts';
import { ApiError } from '../../src/core/errors.ts';
import { LaunchReconciler } from '../../src/launch/create/launchReconciler.ts';
import { isOpen, type LaunchTarget } from '../../src/launch/journal/launchIntent.ts';
import { submit } from '../../src/launch/create/submit.ts';
import { campaignAnswer } from '../../src/sandbox/answers/campaignAnswer.ts';
import { Dice } from '../../src/sandbox/random.ts';
import { MemoryLaunchStorage } from '../unit/support/memoryLaunchStorage.ts';
import { CrashingWindow, type Crash } from './crashingWindow.ts';
import { drawColleague } from './colleague.ts';
import { drawPoint, endsByTimeout, type FaultPoint } from './faultPoint.ts';
import type { FaultyAccount } from './faultyAccount.ts';
import type { FaultyServer } from './faultyServer.ts';

/** What the person was told of one launch. */
export type Statement =
  | { readonly tag: string; readonly said: 'created'; readonly id: string }
  | { readonly tag: string; readonly said: 'not created' | 'cannot tell' };

export interface RunEnd {
  readonly seed: number;
  readonly statements: readonly Statement[];
  readonly created: FaultyAccount['created'];
  readonly posts: number;
  /** What went wrong, for a run that is looked into. */
  readonly points: readonly FaultPoint[];
  /** Clicks that were refused because the first launch was open. */
  readonly blocked: number;
  readonly crashes: number;
  /** A launch is still unconfirmed after half an hour. */
  readonly open: boolean;
  /** Somebody else created one of the same name. */
  readonly colleague: boolean;
  /** Reads failed often. */
  readonly trouble: boolean;
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const request: Omit<CreateCampaignRequest, 'assistant_id'> = {
  name: 'March renewals',
  launch: false,
  contacts: ['0100', '0101', '0102'].map((digits) => ({
    to_phone_number: `+1212555${digits}`,
    prompt_variables: { first_name: 'Zoé' },
  })),
};
/** Between the looks of a person who waits, ms. */
const maxPauseMs = 900_000;
const pauses = [0, 5_000, 31_000, 60_000, 300_000, 600_000, 60_000, 31_000, 31_000, 60_000, maxPauseMs];

/**
 * A person wants one campaign: clicks, perhaps twice or in two windows, reloads, waits, and clicks again only
 * when told that it was not created. The same seed meets the same faults.
 */
export class LaunchRun {
  readonly #server: FaultyServer;
  readonly #account: FaultyAccount;
  readonly #dice: Dice;
  readonly #seed: number;
  readonly storage = new MemoryLaunchStorage();
  readonly #statements: Statement[] = [];
  readonly #request: CreateCampaignRequest;
  readonly #read: RevoxClient;
  readonly #target: LaunchTarget;
  readonly #points: readonly FaultPoint[];
  readonly #noTimes: boolean;
  readonly #readsBySocket: boolean;
  /** Was the person shown the campaign when they clicked again? */
  #exists = false;
  #launches = 0;
  #blocked = 0;
  #crashes = 0;

  constructor(server: FaultyServer, seed: number) {
    this.#server = server;
    this.#seed = seed;
    this.#account = server.account(seed);
    this.#dice = new Dice(seed, 2);
    const dice = this.#dice;
    this.#points = [drawPoint(dice), drawPoint(dice), drawPoint(dice)];
    this.#account.points = [...this.#points];
    this.#account.listTrouble = dice.chance(0.15) ? 0.4 : 0;
    this.#account.colleague = dice.chance(0.1) ? drawColleague(dice) : undefined;
    this.#noTimes = dice.chance(0.3);
    this.#readsBySocket = dice.chance(0.2);
    this.#request = { assistant_id: this.#account.world.assistants[0]?.id ?? '', ...request };
    this.#read = this.#client('read', server.baseUrl, 5_000);
    this.#target = { kind: 'service', baseUrl: server.baseUrl, account: this.#account.key };
  }

  async run(): Promise<RunEnd> {
    const colleague = this.#account.colleague !== undefined;
    for (let click = 0; click < 3; click += 1) {
      const clicks = [this.#click()];
      if (this.#dice.chance(0.15)) clicks.push(this.#click());
      await Promise.all(clicks);
      if (await this.#isUnconfirmed()) await this.#waitForTheTruth();
      if (this.#isCreated || (await this.#isUnconfirmed()) || this.#dice.chance(0.3)) break;
    }
    const open = await this.#isUnconfirmed();
    await this.#account.pass(24 * 3600_000); // whatever may still come comes now
    this.#server.forget(this.#account);
    const { created, posts } = this.#account;
    return {
      seed: this.#seed,
      statements: this.#statements,
      created,
      posts,
      points: this.#points,
      blocked: this.#blocked,
      crashes: this.#crashes,
      open,
      colleague,
      trouble: this.#account.listTrouble > 0,
    };
  }

  get #isCreated(): boolean {
    return this.#exists || this.#statements.some(({ said }) => said === 'created');
  }

  /** One click in a window of its own, which may not live to see the end. */
  async #click(): Promise<void> {
    const tag = `launch-${(this.#launches += 1)}`;
    const window = new CrashingWindow(this.#account, this.storage, this.#drawCrash());
    const short = this.#account.points.some(endsByTimeout);
    const toDead = this.#account.nextPoint.at === 'connect';
    if (toDead) this.#account.points.shift();
    const baseUrl = toDead ? this.#server.deadBaseUrl : this.#server.baseUrl;
    const write = this.#client(tag, baseUrl, short ? 100 : 5_000);
    if (!toDead) this.#countSent(write);
    const end = await Promise.race([
      window.crashed,
      submit({
        api: window.api(this.#reader(), write),
        target: this.#target,
        request: this.#request,
        list: this.#dice.chance(0.5) ? 'file:///march.csv' : `file:///copy-${tag}.csv`,
        journal: window.journal,
        newId: () => tag,
        stillCurrent: () => true,
        wait: window.wait,
        every: () => ({ dispose: () => undefined }),
        clock: window.clock,
        log: silent,
      }),
    ]);
    if (end === 'crashed') this.#crashes += 1;
    else if (end.kind === 'created') this.#say({ tag, said: 'created', id: end.campaign.id });
    else if (end.kind === 'appeared') {
      this.#say({ tag, said: 'not created' });
      this.#exists = true;
    } else if (end.kind === 'refused') this.#say({ tag, said: 'not created' });
    else if (end.kind === 'blocked') this.#blocked += 1;
    else this.#say({ tag, said: 'cannot tell' });
  }

  #countSent(client: RevoxClient): void {
    const create = client.createCampaign.bind(client);
    client.createCampaign = (order) => {
      this.#account.sent += 1;
      return create(order);
    };
  }

  /** The person looks from time to time, perhaps in a new window, and may click again all the same. */
  async #waitForTheTruth(): Promise<void> {
    let reconciler = this.#newReconciler();
    for (const pauseMs of pauses) {
      await this.#account.pass(pauseMs);
      // who opens a new window before every single look never sees two lists in one of them
      if (pauseMs < maxPauseMs && this.#dice.chance(0.2)) reconciler = this.#newReconciler();
      const campaigns = await this.#reader()
        .listCampaigns()
        .catch(() => undefined);
      if (campaigns === undefined) continue;
      for (const verdict of await reconciler.reconcile(this.#target, campaigns, this.#account.nowMs)) {
        const { id: tag } = verdict.entry.intent;
        if (verdict.kind === 'created') this.#say({ tag, said: 'created', id: verdict.campaign.id });
        else this.#say({ tag, said: verdict.kind === 'unsure' ? 'cannot tell' : 'not created' });
      }
      if (!(await this.#isUnconfirmed())) return;
      if (this.#dice.chance(0.1)) await this.#click();
    }
  }

  #newReconciler(): LaunchReconciler {
    const window = new CrashingWindow(this.#account, this.storage, undefined);
    return new LaunchReconciler(window.journal, window.clock);
  }

  async #isUnconfirmed(): Promise<boolean> {
    const { journal } = new CrashingWindow(this.#account, this.storage, undefined);
    return (await journal.entries()).some(isOpen);
  }

  #say(statement: Statement): void {
    this.#statements.push(statement);
  }

  #drawCrash(): Crash | undefined {
    const dice = this.#dice;
    if (!dice.chance(0.35)) return undefined;
    return {
      at: dice.between(1, 14),
      when: dice.pick(['before', 'during', 'after'] as const),
      releases: dice.chance(0.5),
    };
  }

  /**
   * Reads over sockets in some runs, and straight from the account in the others: what is lost there is the
   * answer to the write.
   */
  #reader(): RevoxClient {
    const { world } = this.#account;
    const direct = (): Promise<readonly Campaign[]> =>
      this.#account.listFails()
        ? Promise.reject(new ApiError('No list.', { reason: 'server' }))
        : Promise.resolve(
            world.campaigns.map((campaign) =>
              seen(campaignAnswer({ revision: 'docs', odd: false }, campaign)),
            ),
          );
    const listCampaigns = async (signal?: AbortSignal): Promise<readonly Campaign[]> => {
      const campaigns = await (this.#readsBySocket ? this.#read.listCampaigns(signal) : direct());
      // The reference types `created_at` as anything and shows `{}` for it: then there is no time to go by.
      return this.#noTimes
        ? campaigns.map((campaign) => ({ ...campaign, created_at: undefined }))
        : campaigns;
    };
    return Object.assign(Object.create(this.#read) as RevoxClient, { listCampaigns });
  }

  #client(tag: string, baseUrl: string, longTimeoutMs: number): RevoxClient {
    return new RevoxClient({
      connection: { kind: 'service', baseUrl },
      key: () => Promise.resolve(`${this.#account.key}/${tag}`),
      log: silent,
      retryDelayMs: 1,
      timeoutMs: 5_000,
      longTimeoutMs,
      deadlineMs: tag === 'read' ? 20_000 : 2 * longTimeoutMs,
    });
  }
}

/** As the client decodes it. */
function seen(view: ReturnType<typeof campaignAnswer>): Campaign {
  const { id, assistant_id, name, organization_id, status, is_cancelled, row_stats } = view;
  const created_at = view.created_at ?? undefined;
  return { id, assistant_id, name, organization_id, status, is_cancelled, row_stats, created_at };
}
