import { Contacts } from '../../src/sandbox/contacts/contacts.ts';
import type { Dice } from '../../src/sandbox/random.ts';
import type { CampaignOrder } from '../../src/sandbox/sandboxState.ts';

/** Somebody of the same organisation creates a campaign at the same moment that is the same in nearly all. */
export function drawColleague(dice: Dice): (order: CampaignOrder) => CampaignOrder {
  const difference = dice.pick<'larger' | 'smaller' | 'other name'>(['larger', 'smaller', 'other name']);
  return (order) => {
    switch (difference) {
      case 'larger':
        return { ...order, contacts: contacts(order.contacts.length + 2) };
      case 'smaller':
        return { ...order, contacts: contacts(order.contacts.length - 1) };
      case 'other name':
        return { ...order, name: `${order.name} 2` };
    }
  };
}

function contacts(count: number): Contacts {
  return Contacts.of(
    Array.from({ length: count }, (_, row) => ({
      to_phone_number: `+1212555${String(row).padStart(4, '0')}`,
      prompt_variables: {},
    })),
  );
}
