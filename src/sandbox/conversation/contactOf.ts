/** Names of variables that hold a contact's name, in English and French. */
const names = {
  first_name: /^(first_?name|given_?name|prenom|prénom)$/i,
  last_name: /^(last_?name|surname|family_?name|nom)$/i,
  email: /^e_?-?mail$/i,
  company: /^(company|organi[sz]ation|societe|société|entreprise)$/i,
  job_title: /^(job_?title|position|role|fonction)$/i,
} as const;

const wholeName = /^(full_?name|name|contact)$/i;

/** The contact's name, as far as the variables hold it. */
export function contactOf(variables: Readonly<Record<string, string>>) {
  const entries = Object.entries(variables).filter(([, value]) => value.trim() !== '');
  const find = (pattern: RegExp) => entries.find(([key]) => pattern.test(key))?.[1] ?? null;
  const [first = null, ...rest] = find(wholeName)?.split(' ') ?? [];
  return {
    first_name: find(names.first_name) ?? first,
    last_name: find(names.last_name) ?? (rest.length > 0 ? rest.join(' ') : null),
    email: find(names.email),
    company: find(names.company),
    job_title: find(names.job_title),
  };
}

/** The contact's full name; empty where no variable holds one. */
export function contactName(variables: Readonly<Record<string, string>>): string {
  const { first_name, last_name } = contactOf(variables);
  return [first_name, last_name].filter((part) => part !== null).join(' ');
}
