import * as z from 'zod';
import type { AccountPhoneNumber, CurrentUser, Member, PhoneHistory } from '../../core/account.ts';
import { count, id, listOf, text, textOrEmpty, timestamp } from './tolerant.ts';

export const memberSchema: z.ZodType<Member> = z.looseObject({
  id: textOrEmpty,
  email: text,
  first_name: text,
  last_name: text,
});

export const currentUserSchema: z.ZodType<CurrentUser> = z.looseObject({
  id: textOrEmpty,
  email: text,
  first_name: text,
  last_name: text,
  organization_id: text,
  organization_country: text,
});

/** The assistant that answers on a number comes with it whole, and is left out. */
export const phoneNumberSchema: z.ZodType<AccountPhoneNumber> = z.object({
  id: textOrEmpty,
  phone_number: id,
  label: text,
  provider: text,
  source: text,
  type: text,
  created_at: timestamp,
});

/** `do_not_contact` decides whether somebody is called: it must be there and be a boolean. */
export const phoneHistorySchema: z.ZodType<PhoneHistory> = z.object({
  count: count.transform((value) => value ?? 0),
  campaigns: listOf(z.object({ id: textOrEmpty, name: textOrEmpty })),
  do_not_contact: z.boolean(),
  hot: z.boolean().catch(false),
  reached_human: z.boolean().catch(false),
  last_called_at: timestamp,
  last_outcome: text,
});
