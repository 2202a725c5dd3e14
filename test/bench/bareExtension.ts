import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProcess } from '../host/process.mjs';
import { projectRoot } from '../host/projectRoot.mjs';

/**
 * An extension that does nothing, activated by the same file as ours: what is left is VS Code's own share.
 */
export const bareName = 'bench.bare';

/**
 * Packages the bare extension.
 * @param folder that it is made in
 * @returns path of its `.vsix`
 */
export async function packageBareExtension(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const manifest = {
    name: 'bare',
    publisher: 'bench',
    version: '0.0.1',
    license: 'MIT',
    engines: { vscode: '^1.100.0' },
    type: 'module',
    main: './extension.js',
    extensionKind: ['workspace'],
    activationEvents: ['onLanguage:csv'],
    contributes: { languages: [{ id: 'csv', extensions: ['.csv'] }] },
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'extension.js'), 'export function activate() {}\n');
  await writeFile(join(folder, 'README.md'), '# Bare\n');
  await writeFile(join(folder, 'LICENSE'), 'MIT\n');
  const vsix = join(folder, 'bare.vsix');
  const vsce = join(projectRoot, 'node_modules', '@vscode', 'vsce', 'vsce');
  const { code, output } = await runProcess(
    process.execPath,
    [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--out', vsix],
    { cwd: folder },
  );
  if (code !== 0) throw new Error(`The bare extension could not be packaged.\n${output}`);
  return vsix;
}
