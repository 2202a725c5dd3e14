import { Pace } from '../../src/callList/pace.ts';
import { readCallingRules } from '../../src/dialing/callingRules.ts';
import { forecast } from '../../src/dialing/forecast.ts';
import { defaultAssumptions } from '../../src/dialing/forecastAssumptions.ts';

const contacts = Number(process.argv[2] ?? 1_000_000);
const countries =
  'US FR GB DE ES IT PT NL BE SE NO FI DK PL CZ AT CH GR RO HU TR IL AE SA IN PK BD TH VN SG JP KR AU NZ BR AR CL MX CA ZA'.split(
    ' ',
  );
const order = Uint16Array.from(
  { length: contacts },
  (_, place) => (Math.imul(place, 2_654_435_761) >>> 8) % countries.length,
);
const counts = countries.map(() => 0);
for (const place of order) counts[place] = (counts[place] ?? 0) + 1;
const groups = countries.map((country, place) => ({ country, count: counts[place] ?? 0 }));

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

for (const concurrency of [5, 50, 500, 5000]) {
  const pace = new Pace(undefined, 10);
  const began = cpuMs();
  let longest = 0;
  let last = cpuMs();
  let asked = performance.now();
  const watched = {
    yieldIfDue: async () => {
      // Only looked at now and then: to ask for the processor time costs as much as a few calls.
      if (performance.now() - asked > 5) {
        longest = Math.max(longest, cpuMs() - last);
        await pace.yieldIfDue();
        last = cpuMs();
        asked = performance.now();
      }
    },
  };
  const plan = await forecast(
    {
      contacts: { total: contacts, groups, order },
      rules: readCallingRules().rules,
      startMs: Date.parse('2026-11-16T00:00Z'),
      concurrency,
      assumptions: defaultAssumptions,
    },
    watched,
  );
  const finish =
    plan.finish.likelyMs === undefined ? 'not within a year' : new Date(plan.finish.likelyMs).toISOString();
  console.log(
    `${String(concurrency).padStart(5)} lines: ${(cpuMs() - began).toFixed(0)} ms in all, ${longest.toFixed(1)} ms at once; ${plan.attempts.likely} attempts, finish ${finish}`,
  );
}
