/**
 * Where intents are written: named texts that all windows of a machine share. A step is a text of its own
 * that is created once and never changed, so that of two windows that want to write the next one exactly one
 * succeeds.
 */
export interface LaunchStorage {
  /** Everything there is except attachments, by name. A text that is only half written is not there. */
  readAll(): Promise<ReadonlyMap<string, string>>;
  /** Resolves when the text is whole and safe on the disk; false: there is one of this name already. */
  create(name: string, text: string): Promise<boolean>;
  /** For signs of life: whole or not at all, but a crash may lose it. */
  replace(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
  /**
   * A large text that belongs to an intent and is read only when asked for; safe on the disk when it
   * resolves.
   */
  attach(id: string, text: string): Promise<void>;
  /** @returns undefined when there is none */
  attachment(id: string): Promise<string | undefined>;
  /**
   * 32 random bytes, the same for all windows, made when they are first asked for: hashes in the texts are
   * keyed by them.
   */
  key(): Promise<Uint8Array<ArrayBuffer>>;
  removeAttachment(id: string): Promise<void>;
}
