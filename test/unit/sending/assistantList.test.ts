import assert from 'node:assert/strict';
import { AssistantList } from '../../../src/sending/assistantList.ts';
import { campaign } from '../support/campaigns.ts';
import { fakeApi } from '../support/fakeApi.ts';

function listOf(...ids: readonly string[]): AssistantList {
  const assistants = ids.map((id) => ({ id, name: `Named ${id}` }));
  const api = fakeApi({ listAssistants: () => Promise.resolve(assistants) });
  return new AssistantList(api, () => [campaign({ assistant: { id: 'seen', name: 'Seen' } })]);
}

describe('the assistants to choose from', () => {
  const cases: readonly [what: string, ids: readonly string[], problem: string | undefined][] = [
    ['any id that can be sent', ['as 1', 'team/2', 'é:3'], undefined],
    ['not one with a control character', ['1', '2\u0000'], '1 assistant is left out.'],
    ['not those that look like half a UUID', ['182bd5e5-6e1a', '182bd5e5-'], '2 assistants are left out.'],
  ];
  for (const [what, ids, problem] of cases) {
    it(`are ${what}, and those that campaigns use`, async () => {
      const read = await listOf(...ids).read(false);
      const left = Number(problem?.[0] ?? 0);
      assert.equal(read.choices.length, ids.length - left + 1);
      assert.equal(read.choices.at(-1)?.value, 'seen');
      assert.equal(read.problem?.slice(0, problem?.length), problem);
    });
  }
});
