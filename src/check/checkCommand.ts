import { resolve } from 'node:path';
import type { CallList } from '../callList/callList.ts';
import { checkCallList } from '../callList/checkCallList.ts';
import { messageOf } from '../core/errors.ts';
import { FileBytes } from '../host/fileBytes.ts';
import { readArguments, usage, type CheckArguments } from './checkArguments.ts';
import { printable } from './printable.ts';
import { jsonOf, unusableJson } from './jsonReport.ts';
import { readSuppressions } from './readSuppressions.ts';
import { textOf } from './textReport.ts';

/** The output of the command line, and the folder that its file names are relative to. */
export interface Terminal {
  readonly folder: string;
  /** Awaits draining, so that long output is not buffered in memory. */
  readonly out: (text: string) => void | Promise<void>;
  readonly err: (text: string) => void;
}

/** 0: all rows that are not blank can be called. 1: some cannot. 2: a file or an argument cannot be used. */
export type ExitStatus = 0 | 1 | 2;

/**
 * Checks the named call lists and writes the problems. Never rejects for a faulty file or argument.
 * @param argv without the program's own name
 */
export async function checkCommand(argv: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  let given: CheckArguments;
  try {
    given = readArguments(argv);
  } catch (error) {
    terminal.err(`${printable(messageOf(error))}\n\n${usage}`);
    return 2;
  }
  if (given.help) {
    await terminal.out(usage);
    return 0;
  }
  const { suppressed, remarks, failures } = await readSuppressions(given, terminal.folder);
  for (const failure of failures) terminal.err(`${printable(failure)}\n`);
  const options = {
    defaultRegion: given.region,
    suppressed,
    suppressionRemarks: remarks,
  };
  let status: ExitStatus = failures.length > 0 ? 2 : 0;
  for (const file of given.files) {
    try {
      const source = new FileBytes(resolve(terminal.folder, file), file);
      const list = await checkCallList(source, options);
      for (const text of given.json ? jsonOf(file, list, given.region) : textOf(file, list)) {
        await terminal.out(text);
      }
      if (status === 0 && !isWhollyReady(list)) status = 1;
    } catch (error) {
      status = 2;
      const message = messageOf(error);
      terminal.err(`${printable(`${file}: ${message}`)}\n`);
      if (given.json) await terminal.out(unusableJson(file, message, given.region));
    }
  }
  return status;
}

function isWhollyReady({ counts, problems }: CallList): boolean {
  return counts.ready === counts.read - counts.blank && !problems.some(({ blocks }) => blocks);
}
