import type { RunEnd } from './launchRun.ts';

/**
 * What is wrong with how a run ended, one sentence each; empty: at most one campaign, and nothing said but
 * the truth.
 */
export function faultsOf({ created, statements, open, colleague, trouble }: RunEnd): readonly string[] {
  const faults: string[] = [];
  if (created.length > 1) faults.push(`${created.length} campaigns were created`);
  for (const statement of statements) {
    const { tag, said } = statement;
    const own = created.find((campaign) => campaign.tag === tag);
    if (said === 'not created' && own !== undefined)
      faults.push(`"not created" was said of ${tag}, which was`);
    if (said === 'created' && own?.id !== statement.id)
      faults.push(`a campaign was said to be ${tag} that is not`);
  }
  // A campaign of the same name that is a little smaller could be ours with a row lost: then nobody can tell.
  if (open && !colleague && !trouble) faults.push('half an hour later it is still unconfirmed');
  return faults;
}
