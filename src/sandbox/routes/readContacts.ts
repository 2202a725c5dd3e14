import { createRequestSchema } from '../../api/schemas/createRequestSchema.ts';
import type { Contact } from '../../core/createRequest.ts';
import { Contacts } from '../contacts/contacts.ts';
import { HttpProblem } from '../http/httpProblem.ts';
import { isPossibleNumber } from '../dialing/numberLookup.ts';
import { parseJson } from '../http/readBody.ts';
import { schemaProblem } from '../http/schemaProblem.ts';

const contactSchema = createRequestSchema.shape.contacts.element;

/** Collects contacts as their JSON arrives. The first problem is kept: what else is wrong is looked at before. */
export class ContactsReader {
  readonly contacts = new Contacts();
  #problem: HttpProblem | undefined;

  get problem(): HttpProblem | undefined {
    return this.#problem;
  }

  /** `items` is the JSON of one or more contacts, separated by commas. */
  add(items: string): void {
    if (this.#problem !== undefined) return;
    try {
      for (const item of parseJson(`[${items}]`) as unknown[]) this.#addOne(item);
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error;
      this.#problem = error;
    }
  }

  #addOne(item: unknown): void {
    const at = `contacts[${this.contacts.length}]`;
    const contact = isContact(item) ? item : checked(item, at);
    if (!isPossibleNumber(contact.to_phone_number))
      throw new HttpProblem(422, `${at}.to_phone_number: ${badNumber(contact.to_phone_number)}`);
    this.contacts.add(contact);
  }
}

export function badNumber(number: string): string {
  return `"${number.slice(0, 40)}" is not a valid phone number in E.164 format, e.g. +12125550100`;
}

/** What the schema says, a few times faster: it is asked only to word what is wrong. */
function isContact(item: unknown): item is Contact {
  if (typeof item !== 'object' || item === null) return false;
  const { to_phone_number, prompt_variables } = item as Record<string, unknown>;
  if (typeof to_phone_number !== 'string') return false;
  if (typeof prompt_variables !== 'object' || prompt_variables === null || Array.isArray(prompt_variables))
    return false;
  return Object.values(prompt_variables).every((value) => typeof value === 'string');
}

function checked(item: unknown, at: string): Contact {
  const result = contactSchema.safeParse(item);
  if (!result.success) throw schemaProblem(result.error, at);
  return result.data;
}
