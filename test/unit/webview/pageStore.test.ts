import assert from 'node:assert/strict';
import { RpcError } from '../../../src/panels/contract/rpcClient.ts';
import { PageStore, type QuestionAction } from '../../../src/webview/shared/pageStore.ts';

type Action = QuestionAction | { readonly type: 'add'; readonly text: string };

const textOf = (action: Action) => ('text' in action ? action.text : action.type);
const reduce = (state: string, action: Action) =>
  `${state}${action.type === 'failed' ? `[${action.message}]` : textOf(action)}`;
const aborted = new RpcError({ message: 'A newer request replaced this one.', reason: 'aborted' });

describe('the store of a page', () => {
  it('draws once for all actions of one turn', async () => {
    const drawn: string[] = [];
    const store = new PageStore<string, Action>('', reduce, (state) => drawn.push(state));
    store.dispatch({ type: 'add', text: 'a' });
    store.dispatch({ type: 'add', text: 'b' });
    assert.equal(store.state, 'ab');
    await Promise.resolve();
    assert.deepEqual(drawn, ['ab']);
  });

  it('shows that the newest request was aborted', () => {
    const store = new PageStore<string, Action>('', reduce, () => undefined);
    const failed = store.ask();
    failed(aborted);
    assert.equal(store.state, '[Loading was interrupted. Try again.]');
  });

  it('shows nothing about an aborted request when a newer one replaced it', () => {
    const store = new PageStore<string, Action>('', reduce, () => undefined);
    const older = store.ask();
    store.ask();
    older(aborted);
    assert.equal(store.state, '');
  });

  it('shows every other error of an older request', () => {
    const store = new PageStore<string, Action>('', reduce, () => undefined);
    const older = store.ask();
    store.ask();
    older(new Error('No answer.'));
    assert.equal(store.state, '[No answer.]');
  });
});
