import assert from 'node:assert/strict';
import { ApiError } from '../../../src/core/errors.ts';
import { errorForLog, logText } from '../../../src/core/logText.ts';

describe('a line of the log', () => {
  const id = '182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e';
  const lines: readonly (readonly [line: string, logged: string])[] = [
    ['calling +33 6 12 34 56 78', 'calling [number]'],
    ['calling 06 12 34 56 78 now', 'calling [number] now'],
    ['0033612345678', '[number]'],
    ['(212) 555-0100', '([number]'],
    ['tel:33612345678', 'tel:[number]'],
    ['６１２３４５６７８', '[number]'],
    ['٠٦١٢٣٤٥٦٧٨', '[number]'],
    ['ask ada.lovelace+x@mail.example please', 'ask [address] please'],
    ['key sk_live_abc12345 is refused', 'key [key] is refused'],
    ['token 0a1b2c3d4e5f60718293a4b5c6d7e8f9', 'token [key]'],
    ['GET https://u:p@r.example/a.mp3?sig=abc', 'GET https://r.example/a.mp3?[redacted]'],
    [`campaign ${id} is not cancelled`, `campaign ${id} is not cancelled`],
    ['GET /api/campaigns/:id 404 in 120 ms', 'GET /api/campaigns/:id 404 in 120 ms'],
    [
      '    at read (/home/me/extension/dist/extension.js:12:345)',
      '    at read (/home/me/extension/dist/extension.js:12:345)',
    ],
  ];
  for (const [line, logged] of lines) {
    it(`${JSON.stringify(line)} is written as ${JSON.stringify(logged)}`, () =>
      assert.equal(logText(line), logged));
  }

  it('never contains a known key, whatever it looks like', () => {
    assert.equal(logText('the key hunter2 may not', ['hunter2', '']), 'the key [key] may not');
  });

  it('is cut where it is too long', () => assert.ok(logText('a '.repeat(50_000)).length <= 4_000));

  it('shows the kind of an API error, and nothing that the server said', () => {
    const error = new ApiError('www.getrevox.com says: “Ada, +33612345678, is blocked”.', {
      reason: 'rejected',
      status: 422,
      serverMessage: 'Ada, +33612345678, is blocked',
    });
    assert.equal(errorForLog(error), 'rejected, HTTP 422');
  });
});
