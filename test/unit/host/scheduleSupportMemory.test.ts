import assert from 'node:assert/strict';
import type { Connection } from '../../../src/core/connection.ts';
import { ScheduleSupportMemory } from '../../../src/host/scheduleSupportMemory.ts';
import { MemoryMemento } from '../support/memoryMemento.ts';

const one: Connection = { kind: 'service', baseUrl: 'https://one.example' };
const two: Connection = { kind: 'service', baseUrl: 'https://two.example' };
const sandbox: Connection = { kind: 'sandbox', baseUrl: 'http://127.0.0.1:4010' };

describe('which servers wait for a start time', () => {
  it('is known of each server for itself, also in another window, by the newest answer', async () => {
    const memory = new MemoryMemento();
    const support = new ScheduleSupportMemory(memory);
    assert.equal(support.of(one), 'unknown');
    await support.learn(one, 'honoured');
    await support.learn(two, 'ignored');
    const other = new ScheduleSupportMemory(memory);
    assert.deepEqual([other.of(one), other.of(two)], ['honoured', 'ignored']);
    await support.learn(one, 'ignored');
    assert.equal(other.of(one), 'ignored');
  });

  it('is always so of the sandbox, and nothing is stored about it', async () => {
    const memory = new MemoryMemento();
    const support = new ScheduleSupportMemory(memory);
    await support.learn(sandbox, 'ignored');
    assert.deepEqual([support.of(sandbox), memory.keys()], ['honoured', []]);
  });

  it('is unknown where something else was stored', async () => {
    const memory = new MemoryMemento();
    await memory.update('revox.scheduleSupport', { [one.baseUrl]: 'perhaps' });
    assert.equal(new ScheduleSupportMemory(memory).of(one), 'unknown');
    await memory.update('revox.scheduleSupport', 'nonsense');
    assert.equal(new ScheduleSupportMemory(memory).of(one), 'unknown');
  });
});
