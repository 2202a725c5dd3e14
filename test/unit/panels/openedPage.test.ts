import assert from 'node:assert/strict';
import type { WebviewPanel } from 'vscode';
import { OpenedPage } from '../../../src/panels/openedPage.ts';
import type { PageShell } from '../../../src/panels/pageShell.ts';
import { peopleGroup } from '../../../src/panels/peopleGroup.ts';

/** A panel as far as a page that is opened uses it. */
function openPanel() {
  const closing: (() => void)[] = [];
  let isClosed = false;
  const panel: Pick<WebviewPanel, 'dispose'> & { onDidDispose(listener: () => void): void } = {
    onDidDispose: (listener) => closing.push(listener),
    dispose: () => {
      isClosed = true;
      for (const listener of closing) listener();
    },
  };
  return { shell: { panel } as unknown as PageShell, panel, isClosed: () => isClosed };
}

/** The side that answers a page. */
class Side {
  isDisposed = false;
  dispose(): void {
    this.isDisposed = true;
  }
}

describe('a page that is opened', () => {
  it('has a side that answers it once its code is loaded, and ends that with its panel', async () => {
    const { shell, panel } = openPanel();
    const opened = new OpenedPage(shell, () => Promise.resolve(() => new Side()));
    assert.equal(opened.side, undefined);
    const side = await opened.loaded;
    assert.equal(opened.side, side);
    panel.dispose();
    assert.equal(side?.isDisposed, true);
  });

  it('makes no side for a panel that was closed while its code was loaded', async () => {
    const { shell, panel } = openPanel();
    let made = 0;
    const opened = new OpenedPage(shell, () =>
      Promise.resolve(() => {
        made += 1;
        return new Side();
      }),
    );
    panel.dispose();
    assert.deepEqual([await opened.loaded, made], [undefined, 0]);
  });

  it('keeps its panel when it is answered no more', async () => {
    const { shell, isClosed } = openPanel();
    const opened = new OpenedPage(shell, () => Promise.resolve(() => new Side()));
    const side = await opened.loaded;
    opened.dispose();
    assert.deepEqual([side?.isDisposed, isClosed()], [true, false]);
  });

  for (const [what, load] of [
    ['its code cannot be loaded', () => Promise.reject(new Error('no chunk'))],
    [
      'its side cannot be made',
      () =>
        Promise.resolve((): Side => {
          throw new Error('no chunk');
        }),
    ],
  ] as const) {
    it(`is closed when ${what}, because nobody would ever answer it`, async () => {
      const { shell, isClosed } = openPanel();
      await assert.rejects(new OpenedPage<Side>(shell, load).loaded, /no chunk/);
      assert.equal(isClosed(), true);
    });
  }
});

describe('people that a command is given', () => {
  it('are those of a page, and not what a tree or a key gives', () => {
    const group = { label: 'Voicemail', people: [] };
    assert.equal(peopleGroup(group), group);
    for (const other of [undefined, null, 'people', {}, { people: 'all' }, { campaign: 'c1' }])
      assert.equal(peopleGroup(other), undefined);
  });
});
