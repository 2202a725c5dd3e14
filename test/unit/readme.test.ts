import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import manifest from '../../package.json';

const readme = readFileSync('README.md', 'utf8');
const scripts = Object.keys(manifest.scripts);

describe('the README', () => {
  it('names only scripts that exist', () => {
    const named = [...readme.matchAll(/npm (?:run (?:-s )?)?(start|test|[a-z]+(?::[a-z]+)?)\b/g)].map(
      ([, name]) => name,
    );
    assert.deepEqual(
      named.filter((name) => !scripts.includes(name ?? '')),
      [],
    );
    assert.ok(named.includes('start') && named.includes('test'));
  });

  it('explains every setting, and none that is gone', () => {
    const explained = [...readme.matchAll(/^\| `(revox\.[\w.]+)`/gm)].map(([, name]) => name);
    assert.deepEqual(explained.sort(), Object.keys(manifest.contributes.configuration.properties).sort());
  });

  it('shows pictures and leads to pages that exist', () => {
    const targets = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target]) => target ?? '');
    assert.ok(targets.length > 0);
    assert.deepEqual(
      targets.filter((target) => !existsSync(target)),
      [],
    );
  });
});
