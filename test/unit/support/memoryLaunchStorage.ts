import type { LaunchStorage } from '../../../src/launch/journal/launchStorage.ts';

/** What several windows of a machine share, in memory: it outlives each of them. */
export class MemoryLaunchStorage implements LaunchStorage {
  readonly texts = new Map<string, string>();
  readonly attachments = new Map<string, string>();

  readAll(): Promise<ReadonlyMap<string, string>> {
    return Promise.resolve(new Map(this.texts));
  }

  create(name: string, text: string): Promise<boolean> {
    if (this.texts.has(name)) return Promise.resolve(false);
    this.texts.set(name, text);
    return Promise.resolve(true);
  }

  replace(name: string, text: string): Promise<void> {
    this.texts.set(name, text);
    return Promise.resolve();
  }

  remove(name: string): Promise<void> {
    this.texts.delete(name);
    return Promise.resolve();
  }

  attach(id: string, text: string): Promise<void> {
    this.attachments.set(id, text);
    return Promise.resolve();
  }

  attachment(id: string): Promise<string | undefined> {
    return Promise.resolve(this.attachments.get(id));
  }

  key(): Promise<Uint8Array<ArrayBuffer>> {
    return Promise.resolve(new Uint8Array(32).fill(7));
  }

  removeAttachment(id: string): Promise<void> {
    this.attachments.delete(id);
    return Promise.resolve();
  }
}
