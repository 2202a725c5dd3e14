import type { Encoding } from './encoding.ts';
import type { Pace } from '../pace.ts';
import { openText, readAgainUnlessUtf8, type CallListSource } from './textSource.ts';

export interface DecodedText {
  /**
   * The text in pieces, in order, without a byte order mark: joining it into one long string would block the
   * thread.
   */
  readonly chunks: readonly string[];
  readonly encoding: Encoding;
  readonly hasBom: boolean;
  /** Whether the encoding was guessed. */
  readonly guessed: boolean;
}

/**
 * A whole file as text.
 * @throws HumanError for what is no text, AbortError when cancelled
 */
export function decode(source: CallListSource, pace: Pace): Promise<DecodedText> {
  return readAgainUnlessUtf8((as) => collect(source, pace, as));
}

async function collect(source: CallListSource, pace: Pace, as?: Encoding): Promise<DecodedText> {
  const text = await openText(source, {}, as);
  const chunks: string[] = [];
  try {
    for await (const chunk of text.chunks) {
      chunks.push(chunk);
      await pace.yieldIfDue();
    }
  } finally {
    await text.close();
  }
  const { encoding, hasBom, guessed } = text;
  return { chunks, encoding, hasBom, guessed };
}
