import assert from 'node:assert/strict';
import { ContactBytes } from '../../../../src/sandbox/contacts/contactBytes.ts';

function contactsOf(count: number): ContactBytes {
  const contacts = new ContactBytes();
  for (let row = 0; row < count; row += 1) contacts.add(contact(row));
  return contacts;
}

const contact = (row: number) => ({
  to_phone_number: `+1212555${String(row % 10_000).padStart(4, '0')}`,
  prompt_variables: { first_name: `Zoé ${row}`, note: 'é'.repeat(row % 90) },
});

describe('the contacts of a sandbox', () => {
  it('are read as they were added, in any number of blocks', () => {
    const contacts = contactsOf(5_000);
    assert.equal(contacts.length, 5_000);
    for (let row = 0; row < 5_000; row += 1) {
      const { to_phone_number, prompt_variables } = contact(row);
      assert.equal(contacts.phoneNumber(row), to_phone_number);
      assert.deepEqual(contacts.variables(row), prompt_variables);
    }
  });

  it('take little memory in each of many small campaigns', () => {
    const before = process.memoryUsage().arrayBuffers;
    const campaigns = Array.from({ length: 200 }, () => contactsOf(30));
    const each = (process.memoryUsage().arrayBuffers - before) / campaigns.length;
    assert.ok(each < 65_536, `${each} bytes each`);
  });
});
