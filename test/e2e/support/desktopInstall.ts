import { spawnSync } from 'node:child_process';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import type { ServerVersion } from '../../host/server.mjs';

interface Options {
  readonly version: ServerVersion;
  readonly vsix: string;
  readonly extensionsDir: string;
}

/** Downloads desktop VS Code and installs the packaged extension. @returns VS Code's program */
export async function installOnDesktop({ version, vsix, extensionsDir }: Options): Promise<string> {
  // the server's newest release is not always one of the desktop's: there, the newest is simply the newest
  const executable = await downloadAndUnzipVSCode(version === '1.100.3' ? version : 'stable');
  const [cli = executable, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, {
    reuseMachineInstall: true,
  });
  const result = spawnSync(
    `"${cli}"`,
    [...args, '--extensions-dir', `"${extensionsDir}"`, '--install-extension', `"${vsix}"`],
    { encoding: 'utf8', shell: true },
  );
  if (result.status !== 0)
    throw new Error(`VS Code refused to install ${vsix}.\n${result.stdout}${result.stderr}`);
  return executable;
}
