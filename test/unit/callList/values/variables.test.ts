import assert from 'node:assert/strict';
import type { CallListOptions } from '../../../../src/callList/callList.ts';
import { checkCallList } from '../../../../src/callList/checkCallList.ts';
import { nearestName } from '../../../../src/callList/values/nearestName.ts';
import {
  assistantPlaceholders,
  assistantVariables,
  fillPlaceholders,
} from '../../../../src/callList/values/placeholders.ts';

async function firstRow(
  text: string,
  options: CallListOptions,
): Promise<Readonly<Record<string, string>> | undefined> {
  return (await checkCallList(text, options)).contacts[0]?.prompt_variables;
}

const list = 'phone,First Name,company,iban\n+33199001201, Zoé ,"a ""b""\nc",FR76\n';

describe('the values that are sent', () => {
  const cases: [sentence: string, options: CallListOptions, values: Record<string, string>][] = [
    [
      'are all columns but the phone, exactly as written, when it is not known what the assistant uses',
      {},
      { first_name: ' Zoé ', company: 'a "b"\nc', iban: 'FR76' },
    ],
    ['are only those it uses, when that is known', { variables: ['company'] }, { company: 'a "b"\nc' }],
    [
      'are all after all, when a person wants that',
      { variables: ['company'], includeUnused: true },
      { first_name: ' Zoé ', company: 'a "b"\nc', iban: 'FR76' },
    ],
    ['have the assistant’s spelling of the name', { variables: ['FirstName'] }, { FirstName: ' Zoé ' }],
    [
      'include the phone number only where the assistant speaks it',
      { variables: ['phone'] },
      { phone: '+33199001201' },
    ],
    [
      'follow a mapping by header',
      { variables: ['person'], mapping: { person: 'First Name' } },
      { person: ' Zoé ' },
    ],
    ['follow a mapping by index', { variables: ['person'], mapping: { person: 1 } }, { person: ' Zoé ' }],
    ['are none for an assistant without placeholders', { variables: [] }, {}],
    [
      'can feed two placeholders from one column',
      { variables: ['first_name', 'firstname'] },
      { first_name: ' Zoé ', firstname: ' Zoé ' },
    ],
  ];
  for (const [sentence, options, values] of cases) {
    it(sentence, async () => assert.deepEqual(await firstRow(list, options), values));
  }
});

describe('a variable without a column', () => {
  it('blocks the list, with the nearest name on its header', async () => {
    const { problems } = await checkCallList(list, { variables: ['company_name'] });
    const missing = problems.find(({ code }) => code === 'revox.variable.noColumn');
    assert(missing);
    assert.deepEqual(
      [missing.blocks, missing.excludes, missing.line, missing.startCharacter, missing.endCharacter],
      [true, false, 1, 17, 24],
    );
    assert.match(missing.message, /\{\{company_name\}\}.*“company”/);
    assert.deepEqual(missing.fix, {
      title: 'Rename “company” to company_name',
      replacement: 'company_name',
      safety: 'ask',
    });
  });

  it('says what to do where no name is near', async () => {
    const { problems } = await checkCallList(list, { variables: ['appointment'] });
    const missing = problems.find(({ code }) => code === 'revox.variable.noColumn');
    assert.match(missing?.message ?? '', /Add a column/);
    assert.equal(missing?.fix, undefined);
  });

  const near: [name: string, candidates: string[], expected: string | undefined][] = [
    ['first_name', ['last_name', 'firstname'], 'firstname'],
    ['company_name', ['city', 'Company'], 'Company'],
    ['apointment', ['appointment', 'amount'], 'appointment'],
    ['prenom', ['Prénoms', 'nom'], 'Prénoms'],
    ['x', ['abc', 'city'], undefined],
  ];
  for (const [name, candidates, expected] of near) {
    it(`${name} among ${candidates.join(', ')}: ${expected ?? 'none'}`, () => {
      const index = nearestName(name, candidates);
      assert.equal(index === undefined ? undefined : candidates[index], expected);
    });
  }
});

describe('columns the assistant does not use', () => {
  it('are not sent, and that is reported', async () => {
    const { problems, columns } = await checkCallList(list, { variables: ['company'] });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['revox.variable.unusedColumns'],
    );
    assert.match(problems[0]?.message ?? '', /“First Name”, “iban”/);
    assert.deepEqual(
      columns.map(({ sent }) => sent),
      [false, false, true, false],
    );
  });
});

describe('an empty cell for a variable that is used', () => {
  const text = 'phone,name\n+33199001201,Zoé\n+33199001202, \n';

  it('is reported, and the person is called all the same', async () => {
    const { problems, counts } = await checkCallList(text, { variables: ['name'] });
    assert.deepEqual(
      problems.map(({ code, line, startCharacter, endCharacter }) => [
        code,
        line,
        startCharacter,
        endCharacter,
      ]),
      [['revox.variable.empty', 3, 13, 14]],
    );
    assert.equal(counts.ready, 2);
  });

  it('excludes the row where a person chose that', async () => {
    const { counts } = await checkCallList(text, { variables: ['name'], emptyVariables: 'leaveOut' });
    assert.deepEqual([counts.ready, counts.excluded.emptyVariable], [1, 1]);
  });

  it('is not reported for a variable that nobody uses', async () => {
    assert.deepEqual((await checkCallList(text, {})).problems, []);
  });
});

describe('the placeholders of an assistant', () => {
  const assistant = {
    id: 'a',
    name: 'A',
    prompt:
      'You call {{first_name}} of {{company}}. {{ first_name }} likes {{topic|upper}}. {{#if x}} {{}} { {no} }',
    first_sentence: 'Hello {{first_name}}',
    voicemail_message: '{{callback}}',
    end_of_call_sentence: 'Bye {{first_name}}',
    sms_template: '{{link}}',
    after_call_sms_prompt: '{{after}}',
    voicemail_sms_prompt: '{{voicemail}}',
    structured_output_prompt: 'Read {{transcript}} of {{user_phone_number}}',
    custom_tools: [
      {
        name: 'Book',
        url: 'https://example.com/{{crm_id}}',
        body_template: '{"slot": "{{slot}}", "name": "{{first_name}}"}',
        headers: [{ key: 'X', value: '{{tenant}}' }],
        query_params: [{ key: 'q', value: '{{region}}' }],
        input_schema: [{ name: 'slot', required: true, type: 'string' }],
      },
    ],
  };

  it('are found in every text that is spoken or sent, in order, each once', () => {
    assert.deepEqual(assistantVariables(assistant), [
      ...[
        'first_name',
        'company',
        'topic',
        'callback',
        'link',
        'after',
        'voicemail',
        'crm_id',
        'tenant',
        'region',
      ],
    ]);
  });

  it('have their positions', () => {
    const [firstName] = assistantPlaceholders(assistant);
    assert.deepEqual(firstName?.usedIn, ['prompt', 'first sentence', 'closing sentence', 'tool “Book”']);
  });

  it('report spellings that are not documented', () => {
    const unusual = assistantPlaceholders(assistant).flatMap(({ unusual }) => unusual);
    assert.deepEqual(unusual, ['{{ first_name }}', '{{topic|upper}}']);
  });

  it('are absent in an assistant of an older API', () =>
    assert.deepEqual(assistantVariables({ id: 'a', name: 'A' }), []));
});

describe('a text filled with the values of a row', () => {
  it('distinguishes text, values and missing values', () => {
    assert.deepEqual(
      fillPlaceholders('Hello {{first_name}}, of {{ company }}{{x}}!', { first_name: 'Zoé', company: ' ' }),
      [
        { kind: 'text', text: 'Hello ' },
        { kind: 'value', text: 'Zoé', name: 'first_name' },
        { kind: 'text', text: ', of ' },
        { kind: 'hole', text: '{{ company }}', name: 'company' },
        { kind: 'hole', text: '{{x}}', name: 'x' },
        { kind: 'text', text: '!' },
      ],
    );
  });

  it('fills a value only once, and not from properties that every object has', () => {
    assert.deepEqual(fillPlaceholders('{{a}}{{constructor}}', { a: '{{b}}', b: 'no' }), [
      { kind: 'value', text: '{{b}}', name: 'a' },
      { kind: 'hole', text: '{{constructor}}', name: 'constructor' },
    ]);
  });
});
