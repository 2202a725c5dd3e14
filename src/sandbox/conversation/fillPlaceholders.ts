/** `{{name}}` replaced by the contact's variable; a placeholder without one is left out, as a voice would. */
export function fillPlaceholders(template: string, variables: Readonly<Record<string, string>>): string {
  return template
    .replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (_, name: string) =>
      Object.hasOwn(variables, name) ? (variables[name] ?? '') : '',
    )
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.])/g, '$1')
    .trim();
}
