import { tallyCountry, type CountryTally } from '../phone/countryMix.ts';
import type { LiveBlock } from './liveBlock.ts';

/** By block, counted once: lines are counted from the block's own first, which may move. */
const counted = new WeakMap<LiveBlock, CountryTally>();

/** The countries of all blocks together: what one count of the whole list would say. */
export function liveCountries(blocks: readonly LiveBlock[]): CountryTally {
  const all: CountryTally = new Map();
  for (const block of blocks) {
    for (const [code, { count, number, line }] of countriesOf(block)) {
      const before = all.get(code);
      all.set(
        code,
        before === undefined
          ? { count, number, line: block.line + line }
          : { ...before, count: before.count + count },
      );
    }
  }
  return all;
}

function countriesOf(block: LiveBlock): CountryTally {
  const found = counted.get(block);
  if (found !== undefined) return found;
  const tally: CountryTally = new Map();
  for (const [at, number] of block.numbers.entries())
    tallyCountry(tally, `+${number}`, block.lineOf[at] ?? 0);
  counted.set(block, tally);
  return tally;
}
