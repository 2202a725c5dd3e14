import type { Timestamp } from './timestamp.ts';

/** A person of the organization. */
export interface Member {
  readonly id: string;
  readonly email?: string | undefined;
  readonly first_name?: string | undefined;
  readonly last_name?: string | undefined;
}

/** The person whose key is used: `GET /users/me`. */
export interface CurrentUser extends Member {
  readonly organization_id?: string | undefined;
  /** ISO 3166-1 alpha-2; the service's default region for numbers in national form. */
  readonly organization_country?: string | undefined;
}

/** A number that calls can be made from: `GET /phone-numbers`. */
export interface AccountPhoneNumber {
  readonly id: string;
  /** E.164 */
  readonly phone_number: string;
  readonly label?: string | undefined;
  /** `twilio`, `telnyx`, `sip` */
  readonly provider?: string | undefined;
  /** `user_imported`, `revox_provisioned`, `revox_purchased` */
  readonly source?: string | undefined;
  /** `owned_number`, `verified_caller_id` */
  readonly type?: string | undefined;
  readonly created_at?: Timestamp | undefined;
}

/**
 * What the service knows about one number, over all campaigns of the organization: `GET
 * /calls/phone-history`.
 */
export interface PhoneHistory {
  readonly count: number;
  readonly campaigns: readonly { readonly id: string; readonly name: string }[];
  /** The service's own "never call this number". */
  readonly do_not_contact: boolean;
  readonly hot: boolean;
  readonly reached_human: boolean;
  readonly last_called_at?: Timestamp | undefined;
  /** One of `callOutcomes`, or a word this version does not know. */
  readonly last_outcome?: string | undefined;
}

/** `John Doe`, or the e-mail address where there is no name; undefined where there is neither. */
export function memberName(member: Member): string | undefined {
  const name = [member.first_name, member.last_name].filter(Boolean).join(' ').trim();
  return name !== '' ? name : member.email;
}
