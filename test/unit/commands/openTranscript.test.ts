import assert from 'node:assert/strict';
import type { Panels } from '../../../src/commands/chosenRows.ts';
import { openTranscript } from '../../../src/commands/openTranscript.ts';

/** The panels as they are while a transcript opens: it is in front and has read no row yet. */
function panelsWith(inFront: 'transcript' | 'neither'): { panels: Panels; opened: readonly unknown[] } {
  const opened: unknown[] = [];
  const transcript = {
    active: inFront === 'transcript' ? { rows: [] } : undefined,
    open: (target: unknown) => opened.push(target),
  };
  return { panels: { rows: { active: undefined }, transcript } as unknown as Panels, opened };
}

describe('opening a transcript', () => {
  it('leaves the one in front as it is at the second click of a double click', async () => {
    const { panels, opened } = panelsWith('transcript');
    await openTranscript(panels);
    assert.deepEqual(opened, []);
  });

  it('asks for a row where none is shown', async () => {
    await assert.rejects(openTranscript(panelsWith('neither').panels), /No rows are selected\./);
  });
});
