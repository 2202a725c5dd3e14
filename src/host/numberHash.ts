import { createHmac } from 'node:crypto';
import { Pace } from '../callList/pace.ts';
import { subscriberOf } from '../callList/phone/otherForm.ts';

/**
 * A phone number as 53 bits of its HMAC-SHA-256: enough to recognise it, and nothing that leads back to it
 * without the key.
 *
 * Two numbers of a million have the same hash once in 18,000 times; a list of 10,000 numbers, compared with
 * 100 campaigns of 10,000, shows a number that was not there once in 900,000 times.
 */
export function numberHash(number: string, key: Uint8Array): number {
  const digest = createHmac('sha256', key).update(number).digest();
  return 2 ** 32 * (digest.readUInt32BE(0) & 0x1f_ffff) + digest.readUInt32BE(4);
}

/**
 * The hashes of the first `most` subscribers, each once: one who has two numbers has the same for both.
 * Yields to other work meanwhile.
 */
export async function numberHashes(
  contacts: readonly { readonly to_phone_number: string }[],
  key: Uint8Array,
  most = Infinity,
): Promise<ReadonlySet<number>> {
  const pace = new Pace();
  const hashes = new Set<number>();
  for (const [index, { to_phone_number }] of contacts.entries()) {
    if (hashes.size >= most) break;
    hashes.add(numberHash(subscriberOf(to_phone_number), key));
    if (index % 256 === 0) await pace.yieldIfDue();
  }
  return hashes;
}

/** How many of `numbers` are among the hashes. */
export async function countShared(hashes: ReadonlySet<number>, kept: Float64Array): Promise<number> {
  const pace = new Pace();
  let shared = 0;
  for (let at = 0; at < kept.length; at += 1) {
    if (hashes.has(kept[at] ?? NaN)) shared += 1;
    if (at % 1024 === 0) await pace.yieldIfDue();
  }
  return shared;
}
