import fc from 'fast-check';
import { runs } from './runs.ts';

/**
 * Properties are tried on the same values in every run: what passes on one machine passes on the next, and a
 * failure can be repeated. New values are looked for on purpose: `REVOX_PROPERTY_SEED=random npm run unit`,
 * or a number.
 */
const chosen = process.env.REVOX_PROPERTY_SEED;
const seed = chosen === undefined ? 20_261_121 : Number(chosen);
fc.configureGlobal({ numRuns: runs(100), ...(chosen !== 'random' && { seed }) });
