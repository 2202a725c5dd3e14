import type * as vscode from 'vscode';

const memoryKey = 'revox.campaignOrigins';
const maxRemembered = 200;

/**
 * Which file a campaign was created from, in this workspace. Only addresses are kept, the latest campaigns last: what
 * stood in the file is looked up when somebody asks.
 */
export class CampaignOrigins {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /** The address of the file, as text; undefined when the campaign was not created here, or long ago. */
  of(campaignId: string): string | undefined {
    return this.#entries().find(([id]) => id === campaignId)?.[1];
  }

  async remember(campaignId: string, address: string): Promise<void> {
    const others = this.#entries().filter(([id]) => id !== campaignId);
    await this.#memory.update(memoryKey, [...others, [campaignId, address]].slice(-maxRemembered));
  }

  get count(): number {
    return this.#entries().length;
  }

  async forget(): Promise<void> {
    await this.#memory.update(memoryKey, undefined);
  }

  #entries(): readonly (readonly [string, string])[] {
    const stored = this.#memory.get<unknown>(memoryKey);
    return Array.isArray(stored) ? stored.filter(isEntry) : [];
  }
}

function isEntry(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string';
}
