import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import manifest from '../../package.json';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const textOf = (file: string) => pages.find((page) => page.file === file)?.text ?? '';
const scripts = Object.keys(manifest.scripts);

describe('the documentation', () => {
  it('names only scripts that exist', () => {
    const named = pages.flatMap(({ text }) =>
      [...text.matchAll(/npm (?:run (?:-s )?)?(start|test|(?<=run (?:-s )?)[a-z]+(?::[a-z]+)?)\b/g)].map(
        ([, name]) => name ?? '',
      ),
    );
    assert.deepEqual(
      named.filter((name) => !scripts.includes(name)),
      [],
    );
    assert.ok(named.includes('start') && named.includes('test'));
  });

  it('explains every setting, and none that was removed', () => {
    const explained = [...textOf('docs/settings.md').matchAll(/^\| `(revox\.[\w.]+)`/gm)].map(
      ([, name]) => name,
    );
    assert.deepEqual(explained.sort(), Object.keys(manifest.contributes.configuration.properties).sort());
  });

  it('names every command by its title', () => {
    const text = textOf('docs/commands.md');
    assert.deepEqual(
      manifest.contributes.commands.map(({ title }) => title).filter((title) => !text.includes(title)),
      [],
    );
  });

  it('names only files that exist', () => {
    const missing = pages.flatMap(({ file, text }) =>
      [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|mjs|py|json))`/g)]
        .map(([, path = '']) => path)
        .filter((path) => !/^(?:out|dist|lists|tools)\//.test(path))
        .filter((path) => !['', 'src', 'test'].some((folder) => existsSync(posix.join(folder, path))))
        .map((path) => `${file}: ${path}`),
    );
    assert.deepEqual(missing, []);
  });

  it('shows pictures and links to pages that exist', () => {
    const missing = pages.flatMap(({ file, text }) =>
      [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)]
        .map(([, target]) => posix.join(posix.dirname(file), target ?? ''))
        .filter((target) => !existsSync(target))
        .map((target) => `${file}: ${target}`),
    );
    assert.deepEqual(missing, []);
  });
});
