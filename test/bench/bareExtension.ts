import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProcess } from '../host/process.mjs';
import { projectRoot } from '../host/projectRoot.mjs';

/** Opens a page that does nothing: what is left of the time to a page of ours is VS Code's own share. */
export const barePageCommand = 'Bench: Open Bare Page';
/** Shown once its script has run and the extension has answered it. */
export const barePageText = 'The extension has answered';

const extensionCode = `import * as vscode from 'vscode';
export function activate({ extensionUri, subscriptions }) {
  subscriptions.push(vscode.commands.registerCommand('bench.bare.openPage', () => {
    const { webview } = vscode.window.createWebviewPanel('bench.bare', 'Bare', vscode.ViewColumn.Active);
    webview.options = { enableScripts: true, localResourceRoots: [extensionUri] };
    webview.onDidReceiveMessage(() => void webview.postMessage('answer'));
    const script = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'page.js'));
    webview.html = \`<!DOCTYPE html><html><body><script type="module" src="\${script}"></script></body></html>\`;
  }));
}
`;

const pageCode = `addEventListener('message', () => (document.body.textContent = '${barePageText}'));
acquireVsCodeApi().postMessage('question');
`;

/**
 * Packages an extension that does nothing, activated by the same file as ours, with an empty page.
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
    contributes: {
      languages: [{ id: 'csv', extensions: ['.csv'] }],
      commands: [{ command: 'bench.bare.openPage', title: barePageCommand }],
    },
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'extension.js'), extensionCode);
  await writeFile(join(folder, 'page.js'), pageCode);
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
