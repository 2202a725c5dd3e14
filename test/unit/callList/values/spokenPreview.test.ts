import assert from 'node:assert/strict';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import { rowValues } from '../../../../src/callList/values/rowValues.ts';
import { spokenHoles, spokenPreview } from '../../../../src/callList/values/spokenPreview.ts';
import type { Assistant } from '../../../../src/core/assistant.ts';
import { readRecords, recordAt } from '../../../../src/editor/listRecords.ts';

const assistant: Assistant = {
  id: '1',
  name: 'Emma',
  prompt: 'You call {{first_name}} of {{company}}. Be kind to {{ first_name }}.',
  first_sentence: 'Hello {{first_name}}, this is Emma.',
  end_of_call_sentence: 'Goodbye.',
  voicemail_message: '  ',
};

describe('the spoken preview of a row', () => {
  it('has the assistant’s texts in the order of a call, with values and missing values; empty texts are left out', () => {
    const texts = spokenPreview(assistant, { first_name: 'Zoé', company: ' ' });
    assert.deepEqual(texts, [
      {
        title: 'First sentence',
        note: undefined,
        segments: [
          { kind: 'text', text: 'Hello ' },
          { kind: 'value', text: 'Zoé', name: 'first_name' },
          { kind: 'text', text: ', this is Emma.' },
        ],
      },
      {
        title: 'Prompt',
        note: undefined,
        segments: [
          { kind: 'text', text: 'You call ' },
          { kind: 'value', text: 'Zoé', name: 'first_name' },
          { kind: 'text', text: ' of ' },
          { kind: 'hole', text: '{{company}}', name: 'company' },
          { kind: 'text', text: '. Be kind to ' },
          { kind: 'value', text: 'Zoé', name: 'first_name' },
          { kind: 'text', text: '.' },
        ],
      },
      { title: 'Closing sentence', note: undefined, segments: [{ kind: 'text', text: 'Goodbye.' }] },
    ]);
    assert.deepEqual(spokenHoles(texts), ['company']);
  });

  it('names each missing value once', () => {
    assert.deepEqual(spokenHoles(spokenPreview(assistant, {})), ['first_name', 'company']);
  });

  it('says where the first sentence may be said differently', () => {
    const note = (mode: string) => spokenPreview({ ...assistant, first_sentence_mode: mode }, {})[0]?.note;
    assert.match(note('generated') ?? '', /in other words/);
    assert.match(note('none') ?? '', /not be said/);
    assert.equal(note('static'), undefined);
  });

  it('does not fill placeholders inside values', () => {
    const [first] = spokenPreview(assistant, { first_name: '{{company}}', company: 'Lumen' });
    assert.deepEqual(first?.segments[1], { kind: 'value', text: '{{company}}', name: 'first_name' });
  });
});

describe('the values of a row', () => {
  const text =
    'phone;First Name;firm;note\n+33199001201;Zoé;Lumen;x\n+3312;Léa;;y\n+33261912602;"Z"oé;Vauban;\n';
  const options = { variables: ['first_name', 'company'], mapping: { company: 'firm' } };

  async function valuesAt(line: number) {
    const list = await checkCallList(text, options);
    const record = recordAt(await readRecords(text), line);
    assert(record);
    return rowValues(list, record);
  }

  it('are those that are sent for a row that is called', async () => {
    assert.deepEqual(await valuesAt(2), { first_name: 'Zoé', company: 'Lumen' });
  });

  it('are those that would be sent for an excluded row', async () => {
    assert.deepEqual(await valuesAt(3), { first_name: 'Léa', company: '' });
  });

  it('are unknown where its quotes are broken', async () => {
    assert.equal(await valuesAt(4), undefined);
  });
});
