/** `{{name}}` replaced by the contact's variable; a placeholder without one is left out, as a voice would. */
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
