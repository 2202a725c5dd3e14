import assert from 'node:assert/strict';
import type { CallListOptions } from '../../../src/callList/callList.ts';
import { checkCallList } from '../../../src/callList/checkCallList.ts';
import { choiceOffers } from '../../../src/callList/choiceOffers.ts';
import { optionsOf, type ListChoices } from '../../../src/callList/listChoices.ts';

interface Case {
  readonly text: string;
  readonly options?: CallListOptions;
  readonly chosen?: ListChoices;
  readonly offers: readonly string[];
}

const cases: [sentence: string, Case][] = [
  [
    'numbers that are from another country than the default: choose that one, or keep the default',
    {
      text: 'phone\n02 234 56 78\n04 223 45 67\n0475 12 34 56\n',
      options: { defaultRegion: 'FR' },
      offers: ['Numbers of this list are from Belgium', 'Read all numbers by the default country'],
    },
  ],
  [
    'a sep= line that the rows contradict: read by it all the same',
    { text: 'sep=,\nName;Phone\nA;+33199001201\n', offers: ['Separate cells by a comma'] },
  ],
  [
    'a list without a phone column, and another separator in its header: separate by that',
    {
      text: 'nom/tel,ville;pays\nAnn/x,Paris;F\nBob/y,Lyon;F\n',
      chosen: { separator: '/' },
      offers: [
        'Separate cells by a comma',
        'Separate cells by a semicolon',
        'Call the numbers in column “nom”',
        'Call the numbers in column “tel,ville;pays”',
      ],
    },
  ],
  [
    'rows of the same number: the last, or all',
    {
      text: 'phone,name\n+33199001201,Ann\n+33199001201,Bob\n',
      offers: ['Call the last row of each number instead', 'Call every row, the same number more than once'],
    },
  ],
  [
    'rows of the same number, where the last counts: the first again',
    {
      text: 'phone,name\n+33199001201,Ann\n+33199001201,Bob\n',
      chosen: { duplicates: 'last' },
      offers: ['Call the first row of each number instead', 'Call every row, the same number more than once'],
    },
  ],
  [
    'rows of the same number, where all are called: each number once',
    {
      text: 'phone,name\n+33199001201,Ann\n+33199001201,Bob\n',
      chosen: { duplicates: 'all' },
      offers: ['Call each number once, for its first row'],
    },
  ],
  [
    'a variable without a column: the columns nobody asks for, the likeliest first',
    {
      text: 'phone,City,Company,name\n+33199001201,Paris,Acme,Ann\n',
      options: { variables: ['company_name', 'name'] },
      offers: [
        'Send all columns',
        'Fill {{company_name}} from column “Company”',
        'Fill {{company_name}} from column “City”',
      ],
    },
  ],
  [
    'a column among two of the same name by its place',
    {
      text: 'phone,x,x\n+33199001201,Paris,Acme\n',
      options: { variables: ['town'] },
      offers: ['Fill {{town}} from column 2', 'Fill {{town}} from column 3', 'Send all columns'],
    },
  ],
  [
    'an empty variable: leave such rows out',
    {
      text: 'phone,name\n+33199001201,\n',
      options: { variables: ['name'] },
      offers: ['Leave rows out where a variable is empty'],
    },
  ],
  [
    'an empty variable, where such rows are left out: call them',
    {
      text: 'phone,name\n+33199001201,\n',
      options: { variables: ['name'] },
      chosen: { emptyVariables: 'leaveOut' },
      offers: ['Call rows where a variable is empty, too'],
    },
  ],
  [
    'a second column of numbers',
    {
      text: 'phone,mobile\n+33199001201,+33199001202\n',
      offers: ['Call the numbers in column “mobile”'],
    },
  ],
  [
    'no column of numbers at all',
    {
      text: 'name,city\nZoé,Paris\nLéa,Lyon\n',
      offers: ['Call the numbers in column “name”', 'Call the numbers in column “city”'],
    },
  ],
  [
    'lost zeros: a question about the whole column',
    {
      text: 'phone\n612345678\n',
      options: { defaultRegion: 'FR' },
      offers: ['Put the lost zeros of this column back…'],
    },
  ],
  ['nothing, where nothing can be chosen', { text: 'phone\n+3312\n', offers: [] }],
];

describe('the choices for a problem', () => {
  for (const [sentence, { text, options = {}, chosen = {}, offers }] of cases) {
    it(sentence, async () => {
      const list = await checkCallList(text, { ...options, ...optionsOf(chosen) });
      const offered = list.problems.flatMap((problem) => choiceOffers(problem, list, chosen));
      assert.deepEqual([...new Set(offered.map(({ title }) => title))], offers);
    });
  }

  it('keep the mapping that was chosen before', async () => {
    const chosen: ListChoices = { mapping: { city: 'Town' } };
    const list = await checkCallList('phone,Town,Company\n+33199001201,Paris,Acme\n', {
      variables: ['city', 'company_name'],
      ...optionsOf(chosen),
    });
    const [offer] = list.problems.flatMap((problem) => choiceOffers(problem, list, chosen));
    assert.deepEqual(offer, {
      title: 'Fill {{company_name}} from column “Company”',
      choices: { mapping: { city: 'Town', company_name: 'Company' } },
    });
  });

  it('solve it: with the first choice the list can be called', async () => {
    const text = 'phone,Company\n+33199001201,Acme\n';
    const list = await checkCallList(text, { variables: ['company_name'] });
    const [problem] = list.problems;
    const [offer] = problem === undefined ? [] : choiceOffers(problem, list, {});
    assert.ok(offer !== undefined && 'choices' in offer);
    const again = await checkCallList(text, { variables: ['company_name'], ...optionsOf(offer.choices) });
    assert.deepEqual(again.problems, []);
    assert.deepEqual(again.contacts[0]?.prompt_variables, { company_name: 'Acme' });
  });
});
