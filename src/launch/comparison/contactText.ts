import type { Contact } from '../../core/createRequest.ts';

/**
 * A contact as one text, so that two contacts can be compared: the number in E.164, then the variables that
 * have a value, sorted by name. An empty value equals an absent one.
 */
export function contactText(number: string, variables: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(variables)
    .filter(([, value]) => value !== '')
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([number, ...pairs.flat()]);
}

/** The names of all variables that at least one contact has. */
export function variableNames(contacts: readonly Pick<Contact, 'prompt_variables'>[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { prompt_variables } of contacts)
    for (const name of Object.keys(prompt_variables)) names.add(name);
  return names;
}
