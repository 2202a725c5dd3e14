import { once } from 'node:events';
import { checkCommand } from './checkCommand.ts';

/** npm runs a script in the project's folder, but people name files relative to the folder they are in. */
function startFolder(): string {
  const { npm_package_name: project, INIT_CWD: folder } = process.env;
  return (project === 'revox-campaigns' ? folder : undefined) ?? process.cwd();
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader closed the pipe, as in `check … | head`.
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await checkCommand(process.argv.slice(2), {
  folder: startFolder(),
  out: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  err: (text) => void process.stderr.write(text),
});
