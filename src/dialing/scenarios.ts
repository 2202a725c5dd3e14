import type { Scenario } from './dryRun.ts';
import type { Estimate, ForecastAssumptions } from './forecastAssumptions.ts';
import type { AttemptEnd } from './runTally.ts';

type Pick = keyof Estimate;

/** A scenario with the part of an answered attempt that is talk. */
export interface TalkScenario extends Scenario {
  readonly talkMs: number;
}

/** The likely scenario, and the corners between which the others lie. */
export interface Scenarios {
  readonly likely: TalkScenario;
  /**
   * Short and long calls, each with few and with many answers: an answer costs talk time and saves further
   * attempts, so neither alone gives the earliest end.
   */
  readonly corners: readonly TalkScenario[];
}

export function scenariosOf(assumptions: ForecastAssumptions): Scenarios {
  const corners = (['low', 'high'] as const).flatMap((durations) =>
    (['low', 'high'] as const).map((rates) => scenarioOf(assumptions, durations, rates)),
  );
  return { likely: scenarioOf(assumptions, 'likely', 'likely'), corners };
}

function scenarioOf(assumptions: ForecastAssumptions, durations: Pick, rates: Pick): TalkScenario {
  const seconds = (name: 'ring' | 'talk' | 'voicemail' | 'noAnswer') =>
    assumptions[`${name}Seconds`][durations];
  const percent = (name: 'answer' | 'voicemail') => Math.round(assumptions[`${name}Rate`][rates] * 100);
  const answered = percent('answer');
  return {
    talkMs: seconds('talk') * 1000,
    durationMs: {
      human: wholeSeconds(seconds('ring') + seconds('talk')),
      machine: wholeSeconds(seconds('ring') + seconds('voicemail')),
      nobody: wholeSeconds(seconds('noAnswer')),
    },
    endOf: spread(answered, Math.min(100, answered + percent('voicemail'))),
  };
}

function wholeSeconds(seconds: number): number {
  return Math.max(1, Math.round(seconds)) * 1000;
}

/**
 * Spreads the ends evenly over the attempts: of any hundred in a row exactly so many reach a person, and no
 * part of a list is favoured. 61 has no divisor in common with 100 and is close to the golden section of it,
 * which keeps the shares right within the hundred, too.
 */
function spread(answeredPercent: number, machinePercent: number): Scenario['endOf'] {
  const ends = Array.from({ length: 100 }, (_, place): AttemptEnd => {
    const rank = (50 + place * 61) % 100;
    if (rank < answeredPercent) return 'human';
    return rank < machinePercent ? 'machine' : 'nobody';
  });
  // A later attempt of a lone contact should not have to repeat the first.
  return (index, attempt) => ends[(index + 37 * (attempt - 1)) % 100] ?? 'nobody';
}
