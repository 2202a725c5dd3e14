import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode } from '../../../../src/callList/file/decode.ts';
import type { Encoding } from '../../../../src/callList/file/encoding.ts';
import { Pace } from '../../../../src/callList/pace.ts';
import { runs } from '../../support/runs.ts';

function utf16(text: string, littleEndian: boolean, bom: boolean): Uint8Array {
  const whole = bom ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(whole.length * 2));
  for (let at = 0; at < whole.length; at++) view.setUint16(at * 2, whole.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

const text = 'phone,name\n+33199001201,Zoé\n+33199001202,Łukasz 😀\n';
const utf8 = new TextEncoder();

describe('decoding bytes to text', () => {
  const files: [
    sentence: string,
    bytes: Uint8Array,
    encoding: Encoding,
    hasBom: boolean,
    guessed: boolean,
  ][] = [
    ['UTF-8', utf8.encode(text), 'utf-8', false, false],
    ['UTF-8 with a byte order mark', utf8.encode(`\ufeff${text}`), 'utf-8', true, false],
    ['UTF-16, little end first', utf16(text, true, true), 'utf-16le', true, false],
    ['UTF-16, big end first', utf16(text, false, true), 'utf-16be', true, false],
    ['UTF-16, little end first, unmarked', utf16(text, true, false), 'utf-16le', false, true],
    ['UTF-16, big end first, unmarked', utf16(text, false, false), 'utf-16be', false, true],
  ];
  for (const [sentence, bytes, encoding, hasBom, guessed] of files) {
    it(sentence, async () => {
      const decoded = await decode(bytes, new Pace());
      assert.equal(decoded.chunks.join(''), text);
      assert.deepEqual([decoded.encoding, decoded.hasBom, decoded.guessed], [encoding, hasBom, guessed]);
    });
  }

  it('reads Windows-1252 with its quotes and its euro sign', async () => {
    const bytes = Uint8Array.from([0x70, 0x2c, 0xe9, 0x80, 0x92, 0x9c, 0x0a]);
    const decoded = await decode(bytes, new Pace());
    assert.equal(decoded.chunks.join(''), 'p,é€’œ\n');
    assert.deepEqual([decoded.encoding, decoded.guessed], ['windows-1252', true]);
  });

  it('keeps a character that two chunks share', async () => {
    const long = `a${'é😀'.repeat(60_000)}`;
    assert.equal((await decode(utf8.encode(long), new Pace())).chunks.join(''), long);
  });

  it('reads a whole file as Windows-1252 for one invalid byte far down', async () => {
    const bytes = new Uint8Array([...utf8.encode(`é${'a'.repeat(300_000)}`), 0xe9]);
    const decoded = await decode(bytes, new Pace());
    assert.equal(decoded.encoding, 'windows-1252');
    assert.equal(decoded.chunks.join('').endsWith('aé'), true);
  });

  it('leaves text unchanged, without a byte order mark', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom('a', 'é', '\u0301', '😀', '\ufeff', '\u2028', '漢'),
          minLength: 1,
        }),
        async (name) => {
          const decoded = await decode(`\ufeffphone,${name}`, new Pace());
          assert.equal(decoded.chunks.join(''), `phone,${name}`);
        },
      ),
      { numRuns: runs(50) },
    );
  });
});
