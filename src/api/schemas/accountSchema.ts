import * as z from 'zod';
import type { AccountPhoneNumber, CurrentUser, Member, PhoneHistory } from '../../core/account.ts';
import { count, id, line, lineOrEmpty, listOf, text, textOrEmpty, timestamp } from './tolerant.ts';

export const memberSchema: z.ZodType<Member> = z.looseObject({
  id: textOrEmpty,
  email: line,
  first_name: line,
  last_name: line,
});

export const currentUserSchema: z.ZodType<CurrentUser> = z.looseObject({
  id: textOrEmpty,
  email: line,
  first_name: line,
  last_name: line,
  organization_id: text,
  organization_country: line,
});

/** The assistant that answers on a number comes with it whole, and is left out. */
export const phoneNumberSchema: z.ZodType<AccountPhoneNumber> = z.object({
  id: textOrEmpty,
  phone_number: id,
  label: line,
  provider: line,
  source: line,
  type: line,
  created_at: timestamp,
});

/** `do_not_contact` decides whether somebody is called: it must be there and be a boolean. */
export const phoneHistorySchema: z.ZodType<PhoneHistory> = z.object({
  count: count.transform((value) => value ?? 0),
  campaigns: listOf(z.object({ id: textOrEmpty, name: lineOrEmpty })),
  do_not_contact: z.boolean(),
  hot: z.boolean().catch(false),
  reached_human: z.boolean().catch(false),
  last_called_at: timestamp,
  last_outcome: line,
});
