/** Replaces each `{{name}}` by the contact's variable, or by nothing where the contact has none. */
export function fillPlaceholders(template: string, variables: Readonly<Record<string, string>>): string {
  return template
    .replace(/\{\{([^{}]+)\}\}/g, (_, written: string) => valueOf(written.trim(), variables))
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.])/g, '$1')
    .trim();
}

function valueOf(name: string, variables: Readonly<Record<string, string>>): string {
  return Object.hasOwn(variables, name) ? (variables[name] ?? '') : '';
}
