import * as z from 'zod';
import { currentUserSchema, phoneHistorySchema, phoneNumberSchema } from './accountSchema.ts';
import { assistantSchema } from './assistantSchema.ts';
import { campaignSchema } from './campaignSchema.ts';
import { callSchema, rowSchema } from './rowSchema.ts';
import { statisticsSchema } from './statisticsSchema.ts';
import { count, requiredListOf, textOrEmpty } from './tolerant.ts';

// The answers as a whole. Here, and only here, decoding may fail: an answer without its one list or object is
// not an answer, and "no campaigns" must never be shown for "not understood".

export const campaignsAnswer = z.object({ campaigns: requiredListOf(campaignSchema) });
export const campaignAnswer = z.object({ campaign: campaignSchema });
export const successAnswer = z.object({ success: z.boolean() });
/** What is beside the rows, which are read one by one. All three are gone from newer servers. */
export const answerCounts = z.object({ page: count, page_size: count, total: count });
export const rowsAnswer = answerCounts.extend({ rows: requiredListOf(rowSchema) });
export const exportAnswer = z.object({ csv: z.string(), filename: textOrEmpty });
export const assistantsAnswer = z.object({ assistants: requiredListOf(assistantSchema) });
export const authStatusAnswer = z.object({ authenticated: z.boolean() });

export const callAnswer = z.object({ call: callSchema.refine(({ id }) => id !== '') });
export const callSearchAnswer = z.object({ calls: requiredListOf(callSchema), total_count: count });
export const statisticsAnswer = z.object({ statistics: statisticsSchema });
export const phoneNumbersAnswer = z.object({ phone_numbers: requiredListOf(phoneNumberSchema) });
export const userAnswer = z.object({ user: currentUserSchema });

/**
 * No number may be lost here, because it could be one that must not be called. An invalid entry therefore
 * fails the whole answer.
 */
export const phoneHistoryAnswer = z.object({ phone_history: z.record(z.string(), phoneHistorySchema) });

const countOrNone = count.transform((value) => value ?? 0);

/** `session` belongs to a mode that is never used here. */
export const launchCallsAnswer = z.object({
  launched: count,
  skipped: z
    .looseObject({ active: countOrNone, attempts_exhausted: countOrNone, cancelled: countOrNone })
    .catch({ active: 0, attempts_exhausted: 0, cancelled: 0 }),
});
