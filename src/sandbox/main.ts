import { BadOption, readCommandLine } from './commandLine.ts';
import { startSandbox, type Sandbox } from './startSandbox.ts';

/** The program `dist/sandbox.js`. README.md lists its options. */
async function main(): Promise<void> {
  try {
    const sandbox = await startSandbox({
      ...readCommandLine(process.argv.slice(2)),
      onCampaignEnd: (ended) => process.send?.({ ended }),
    });
    const address = { baseUrl: sandbox.baseUrl, key: sandbox.key };
    process.stdout.write(`${JSON.stringify(address)}\n`);
    process.send?.(address);
    endWhenTold(sandbox);
  } catch (error) {
    process.stderr.write(`${sentence(error)}\n`);
    // Not process.exit: output to a pipe may still be on its way.
    process.exitCode = error instanceof BadOption ? 2 : 1;
    if (process.connected) process.disconnect();
  }
}

/** Closes the sandbox on SIGTERM or SIGINT, or when the process that forked this one has ended. */
function endWhenTold(sandbox: Sandbox): void {
  const end = () => void sandbox.close().then(() => process.exit(0));
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  process.once('disconnect', end);
}

function sentence(error: unknown): string {
  if (error instanceof BadOption) return error.message;
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${port ?? ''} is in use; choose another with --port, or leave it out.`;
  if (code === 'EACCES') return `Port ${port ?? ''} may not be used; choose one above 1023.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

void main();
