import assert from 'node:assert/strict';
import { llmModelName } from '../../../src/core/assistant.ts';
import { ApiError, HumanError, isAbort, messageOf, notSent } from '../../../src/core/errors.ts';

describe('an error', () => {
  it('of the API has a reason to switch on, and does not claim that a write happened', () => {
    const cause = new Error('socket');
    const error = new ApiError('No network.', { reason: 'offline' }, { cause });
    assert.ok(error instanceof HumanError);
    assert.deepEqual(
      [error.name, error.message, error.reason, error.status, error.mayHaveHappened, error.cause],
      ['ApiError', 'No network.', 'offline', undefined, false, cause],
    );
  });

  const aborts: [thrown: unknown, is: boolean][] = [
    [new DOMException('', 'AbortError'), true],
    [AbortSignal.abort().reason, true],
    [new DOMException('', 'TimeoutError'), false],
    [new Error('AbortError'), false],
    ['AbortError', false],
    [undefined, false],
  ];
  for (const [thrown, is] of aborts) {
    it(`${String(thrown)} is ${is ? '' : 'not '}an abort`, () => assert.equal(isAbort(thrown), is));
  }

  it('is one line of text for any thrown value', () => {
    assert.deepEqual([new Error('a'), 'b', 3, undefined, null].map(messageOf), [
      'a',
      'b',
      '3',
      'undefined',
      'null',
    ]);
  });
});

describe("an assistant's model", () => {
  it('is shown by its first name, and by its type without one', () => {
    assert.equal(llmModelName({ type: 'custom', api_key: 'k', api_url: 'u', model_name: 'llama' }), 'llama');
    assert.equal(llmModelName({ type: 'hologram' }), 'hologram');
  });
});

describe('the sentence that nothing was sent', () => {
  const cases: readonly [error: unknown, sentence: string][] = [
    [new HumanError('The list is gone.'), 'Nothing was sent. The list is gone.'],
    [new HumanError('Nothing was sent: 1 person asked.'), 'Nothing was sent: 1 person asked.'],
    [new DOMException('stopped', 'AbortError'), 'Nothing was sent. You cancelled in time.'],
  ];
  for (const [error, sentence] of cases)
    it(`is added only once: ${sentence}`, () => assert.equal(notSent(error).message, sentence));
});
