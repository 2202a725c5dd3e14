import assert from 'node:assert/strict';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import { withoutMojibake } from '../../../../src/callList/file/mojibake.ts';
import { isUtf8, otherEncodings, readAs, sampleWords } from '../../../../src/callList/file/otherEncoding.ts';

/** UTF-8 read as Windows-1252, as a program that does not ask does it. */
function garble(text: string): string {
  return readAs(new TextEncoder().encode(text), 'windows-1252');
}

describe('text that was encoded as UTF-8 twice', () => {
  for (const text of ['Renée', 'Zoé & Łukasz', '« L’œuvre »', 'Straße', '10 €', 'Ærø Ñandú', '😀']) {
    it(`is repaired to ${text}, after one or two wrong encodings`, () => {
      assert.notEqual(garble(text), text);
      assert.equal(withoutMojibake(garble(text)), text);
      assert.equal(withoutMojibake(garble(garble(text))), text);
    });
  }

  for (const text of ['Renée', 'SÃO PAULO', 'â', 'Ann', '', 'Ren\ufffde', 'Ã© and \ufffd']) {
    it(`is not changed where it was not: ${JSON.stringify(text)}`, () =>
      assert.equal(withoutMojibake(text), undefined));
  }

  it('has a quick fix on its cell that shows the result', async () => {
    const { problems } = await checkCallList('phone,name\n+33199001201,RenÃ©e\n');
    const [garbled] = problems.filter(({ code }) => code === 'revox.cell.garbled');
    assert.deepEqual(garbled?.fix, {
      title: 'Write it as “Renée”',
      replacement: 'Renée',
      safety: 'ask',
    });
  });

  it('has no quick fix where letters are lost, but the advice to choose another encoding', async () => {
    const { problems } = await checkCallList('phone,name\n+33199001201,Ren\ufffde\n');
    const [garbled] = problems.filter(({ code }) => code === 'revox.cell.garbled');
    assert.equal(garbled?.fix, undefined);
    assert.match(garbled?.message ?? '', /wrong encoding/);
  });
});

describe('bytes in the wrong encoding', () => {
  it('are read in every encoding that is offered', () => {
    for (const { label } of otherEncodings)
      assert.equal(typeof readAs(Uint8Array.of(0x41, 0x42), label), 'string');
  });

  it('are distinguished from UTF-8', () => {
    assert.equal(isUtf8(new TextEncoder().encode('Renée')), true);
    assert.equal(isUtf8(Uint8Array.of(0x52, 0xe9, 0x65)), false);
  });

  it('show the words that differ between encodings, each once', () => {
    assert.deepEqual(sampleWords('phone;name\n1;Renée;"Zoé Müller"\n2;Renée;Ann', 2), ['Renée', 'Zoé']);
    assert.deepEqual(sampleWords('plain'), []);
  });
});
