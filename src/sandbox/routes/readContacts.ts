import * as z from 'zod';
import { createRequestSchema } from '../../api/schemas/createRequestSchema.ts';
import type { Contact } from '../../core/createRequest.ts';
import { Contacts } from '../contacts/contacts.ts';
import type { Context } from '../sandboxContext.ts';
import { HttpProblem } from '../http/httpProblem.ts';
import { isPossibleNumber } from '../dialing/numberLookup.ts';
import { parseJson } from '../http/readBody.ts';
import { schemaProblem } from '../http/schemaProblem.ts';

const { to_phone_number, prompt_variables } = createRequestSchema.shape.contacts.element.shape;
/** Since 0.4.0 the values of variables may have any type. They are stored as text. */
const anyVariables = z.record(z.string(), z.unknown());

/** Collects contacts as their JSON arrives. It keeps the first problem; what follows it is not read. */
export class ContactsReader {
  readonly contacts = new Contacts();
  readonly #schema: z.ZodType<{ to_phone_number: string; prompt_variables: Record<string, unknown> }>;
  readonly #strict: boolean;
  #problem: HttpProblem | undefined;

  constructor({ revision, strict }: Pick<Context, 'revision' | 'strict'>) {
    const variables = revision === '0.5.0' ? anyVariables : prompt_variables;
    const shape = { to_phone_number, prompt_variables: variables };
    this.#schema = strict ? z.strictObject(shape) : z.object(shape);
    this.#strict = strict;
  }

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
    const contact = isContact(item, this.#strict) ? item : this.#checked(item, at);
    if (!isPossibleNumber(contact.to_phone_number))
      throw new HttpProblem(422, `${at}.to_phone_number: ${badNumber(contact.to_phone_number)}`);
    this.contacts.add(contact);
  }

  #checked(item: unknown, at: string): Contact {
    const result = this.#schema.safeParse(item);
    if (!result.success) throw schemaProblem(result.error, at);
    return {
      to_phone_number: result.data.to_phone_number,
      prompt_variables: Object.fromEntries(
        Object.entries(result.data.prompt_variables).map(([name, value]) => [name, asText(value)]),
      ),
    };
  }
}

export function badNumber(number: string): string {
  return `"${number.slice(0, 40)}" is not a valid phone number in E.164 format, e.g. +12125550100`;
}

/** Checks what the schema checks, several times faster. The schema is used only to word a problem. */
function isContact(item: unknown, strict: boolean): item is Contact {
  if (typeof item !== 'object' || item === null) return false;
  const { to_phone_number: number, prompt_variables: variables, ...rest } = item as Record<string, unknown>;
  if (strict && Object.keys(rest).length > 0) return false;
  if (typeof number !== 'string') return false;
  if (typeof variables !== 'object' || variables === null || Array.isArray(variables)) return false;
  return Object.values(variables).every((value) => typeof value === 'string');
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
