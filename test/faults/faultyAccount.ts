import type { Dice } from '../../src/sandbox/random.ts';
import type { CampaignOrder, SandboxCampaign, SandboxState } from '../../src/sandbox/sandboxState.ts';
import type { FaultPoint } from './faultPoint.ts';

interface Late {
  readonly tag: string;
  readonly order: CampaignOrder;
  readonly dueMs: number;
}

/** One account of the faulty server, with what goes wrong for it. */
export class FaultyAccount {
  readonly key: string;
  readonly world: SandboxState;
  readonly dice: Dice;
  /** Which launch became which campaign. */
  readonly created: { readonly tag: string; readonly id: string }[] = [];
  /** For the requests to come; the last one stays. */
  points: FaultPoint[] = [];
  /** How often a read fails: 0 to 1. */
  listTrouble = 0;
  /** What a colleague creates when the first request of ours arrives. */
  colleague: ((order: CampaignOrder) => CampaignOrder) | undefined;
  posts = 0;
  /** Writes that a client sent, and those of which the server has decided what becomes of them. */
  sent = 0;
  decided = 0;
  #late: Late[] = [];

  constructor(key: string, world: SandboxState, dice: Dice) {
    this.key = key;
    this.world = world;
    this.dice = dice;
  }

  get nowMs(): number {
    return this.world.clock.nowMs();
  }

  /**
   * Time passes for the server and for its clients. It is made up, but a request on its way is not: it
   * arrives first, as it does in a world where minutes take longer than packets.
   */
  async pass(ms: number): Promise<void> {
    for (let look = 0; this.decided < this.sent && look < 200; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    this.sent = this.decided; // what has not arrived by now was given up before it was sent
    this.world.clock.step(ms);
    const due = this.#late.filter(({ dueMs }) => dueMs <= this.nowMs);
    this.#late = this.#late.filter(({ dueMs }) => dueMs > this.nowMs);
    for (const { tag, order } of due) this.create(tag, order);
  }

  get nextPoint(): FaultPoint {
    return this.points[0] ?? { at: 'nowhere' };
  }

  takePoint(): FaultPoint {
    this.posts += 1;
    return this.points.shift() ?? { at: 'nowhere' };
  }

  listFails(): boolean {
    return this.dice.chance(this.listTrouble);
  }

  create(tag: string, order: CampaignOrder): SandboxCampaign {
    const campaign = this.world.create(order);
    this.created.push({ tag, id: campaign.id });
    return campaign;
  }

  createLater(tag: string, order: CampaignOrder, ms: number): void {
    this.#late.push({ tag, order, dueMs: this.nowMs + ms });
  }

  colleagueCreates(order: CampaignOrder): void {
    if (this.colleague !== undefined) this.world.create(this.colleague(order));
    this.colleague = undefined;
  }
}
