import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledPackages, noticeOf } from '../host/notices.mjs';

describe('the notices of bundled packages', () => {
  it('cover the packages whose files are in a bundle, each once', () => {
    const inputs = [
      'src/extension.ts',
      'node_modules/lit/index.js',
      'node_modules/lit/html.js',
      'node_modules/@vscode/codicons/dist/codicon.ttf',
      'node_modules/a/node_modules/@b/c/index.js',
    ];
    assert.deepEqual(bundledPackages([{ inputs: Object.fromEntries(inputs.map((path) => [path, {}])) }]), [
      'node_modules/@vscode/codicons',
      'node_modules/a/node_modules/@b/c',
      'node_modules/lit',
    ]);
  });

  it('contain the whole text of the licence', async () => {
    assert.match(
      await noticeOf('node_modules/lit'),
      /^lit \S+ \(BSD-3-Clause\)[\s\S]+Redistributions in binary form/,
    );
    assert.match(await noticeOf('node_modules/@vscode/codicons'), /CC-BY-4.0[\s\S]+Attribution/);
  });

  for (const [what, license, files] of [
    ['a licence that nobody has read', 'GPL-3.0', ['LICENSE']],
    ['no text of a licence', 'MIT', []],
  ] as const) {
    it(`fail for a package with ${what}`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'revox-notices-'));
      try {
        await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'x', version: '1', license }));
        for (const file of files) await writeFile(join(folder, file), 'Text');
        await assert.rejects(noticeOf(folder), /^Error: x is bundled/);
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  }
});
