import { parseArgs } from 'node:util';
import { knownRegion } from '../callList/phone/readPhone.ts';
import { HumanError } from '../core/errors.ts';

/** What to check, and how. */
export interface CheckArguments {
  /** File names as given. At least one, except with `help`. */
  readonly files: readonly string[];
  /** The country of numbers without a country code, ISO 3166-1 alpha-2 in upper case; undefined: none. */
  readonly region: string | undefined;
  readonly suppression: readonly string[];
  readonly json: boolean;
  readonly help: boolean;
}

export const usage = `Usage: check FILE… [--region FR] [--suppression FILE]… [--json]

Checks call lists as the editor does: who can be called, and what is wrong with every other row.

  --region XX         the country of numbers written without a country code (ISO 3166-1 alpha-2)
  --suppression FILE  a list of people who must not be called; can be given several times
  --json              one JSON object for each file, each on a line of its own
  --help              show this text
  --                  treat everything that follows as file names

Exit status: 0 when every row that is not blank can be called, 1 when some cannot,
2 when a file or an argument cannot be used.
`;

/**
 * @param argv without the program's own name
 * @throws HumanError for an unknown option, an unknown country or no file
 */
export function readArguments(argv: readonly string[]): CheckArguments {
  const { values, positionals } = parse(argv);
  const { region, suppression = [], json = false, help = false } = values;
  const country = region === undefined ? undefined : knownRegion(region);
  if (region !== undefined && country === undefined) {
    throw new HumanError(`“${region}” is not a country. Give its two letters, such as --region FR.`);
  }
  if (positionals.length === 0 && !help) throw new HumanError('Name the file to check.');
  return { files: positionals, region: country, suppression, json, help };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        region: { type: 'string' },
        suppression: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    if (error instanceof TypeError) throw new HumanError(error.message, { cause: error });
    throw error;
  }
}
