import * as z from 'zod';
import { assistantSchema } from './assistantSchema.ts';
import { campaignSchema } from './campaignSchema.ts';
import { rowSchema } from './rowSchema.ts';
import { count, listOf, textOrEmpty } from './tolerant.ts';

// The answers as a whole. Here, and only here, decoding may fail: an answer without its one list or object is not
// an answer, and "no campaigns" must never be shown for "not understood".

const list = z.array(z.unknown());

export const campaignsAnswer = z.object({ campaigns: list.pipe(listOf(campaignSchema)) });
export const campaignAnswer = z.object({ campaign: campaignSchema });
export const successAnswer = z.object({ success: z.boolean() });
/** `page`, `page_size` and `total` are gone from newer servers. */
export const rowsAnswer = z.object({
  page: count,
  page_size: count,
  rows: list.pipe(listOf(rowSchema)),
  total: count,
});
export const exportAnswer = z.object({ csv: z.string(), filename: textOrEmpty });
export const assistantsAnswer = z.object({ assistants: list.pipe(listOf(assistantSchema)) });
export const authStatusAnswer = z.object({ authenticated: z.boolean() });
