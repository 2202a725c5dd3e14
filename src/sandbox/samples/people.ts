import type { Contact } from '../../core/createRequest.ts';
import { Dice, hashText } from '../random.ts';

const firstNames = ['Ada', 'Noah', 'Mia', 'Liam', 'Zoë', 'Omar', 'Ines', 'Hugo', 'Chloé', 'José'] as const;
const lastNames = ['Martin', 'Okafor', 'Silva', 'Nguyen', 'Dupont', 'Kowalski', 'Schmidt', "O'Neil"] as const;
const companies = ['Acme Corp', 'Blue Ocean Ltd', 'Café du Port', 'Fjord Systems', 'Kite & Co'] as const;
const doctors = ['Dr Lefèvre', 'Dr Amrani', 'Mme Rossi'] as const;
const days = [
  'mardi 24 novembre à 9 h',
  'mercredi 25 novembre à 11 h 15',
  'vendredi 27 novembre à 16 h',
] as const;

/**
 * Prefixes of invented numbers: US area codes; then mobile prefixes of France, Britain and Australia, and one
 * US area code.
 */
const american = ['+1212555', '+1415555', '+1312555'] as const;
const abroad = ['+3363998', '+447700900', '+61491570', '+1212555'] as const;

/** The first numbers of each list are test numbers, so that every outcome appears. */
const everyOutcome = [
  100, 101, 112, 102, 110, 114, 103, 104, 120, 121, 113, 122, 130, 123, 131, 124, 126, 115, 111, 116, 117,
  125,
];

export type ListKind = 'sales' | 'reminder' | 'survey';

/** Invented contacts with the variables that the assistant of this kind uses. */
export function* samplePeople(list: string, kind: ListKind, count: number, seed: number): Generator<Contact> {
  for (let index = 0; index < count; index += 1) {
    const dice = new Dice(seed, hashText(list), index);
    const first = dice.pick(firstNames);
    const last = dice.pick(lastNames);
    yield {
      to_phone_number: phoneNumber(kind, index, dice),
      prompt_variables: variables(kind, first, last, dice),
    };
  }
}

function variables(kind: ListKind, first: string, last: string, dice: Dice): Record<string, string> {
  switch (kind) {
    case 'sales':
      return {
        first_name: first,
        last_name: last,
        company: dice.pick(companies),
        city: dice.pick(['Lyon', 'New York', 'Leeds']),
      };
    case 'reminder':
      return { prenom: first, nom: last, date_rdv: dice.pick(days), praticien: dice.pick(doctors) };
    case 'survey':
      return {
        name: `${first} ${last}`,
        ticket: `T-${dice.between(10_000, 99_999)}`,
        product: dice.pick(['Router', 'Mesh kit', 'Dongle']),
      };
  }
}

function phoneNumber(kind: ListKind, index: number, dice: Dice): string {
  const last = String(everyOutcome[index] ?? dice.between(2000, 9999)).padStart(4, '0');
  if (kind === 'reminder') return `+3361${dice.between(100, 999)}${last}`;
  const prefix = kind === 'survey' ? dice.pick(american) : dice.pick(abroad);
  return national(prefix, last, dice);
}

/** Adds random digits up to the length of the country's numbers. */
function national(prefix: string, last: string, dice: Dice): string {
  const length = prefix.startsWith('+1') || prefix.startsWith('+33') || prefix.startsWith('+61') ? 12 : 13;
  const missing = length - prefix.length - last.length;
  if (missing <= 0) return prefix.slice(0, length - last.length) + last;
  return prefix + String(dice.between(0, 10 ** missing - 1)).padStart(missing, '0') + last;
}
