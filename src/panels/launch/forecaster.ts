import type { CallList } from '../../callList/callList.ts';
import { numberCountry } from '../../callList/phone/numberCountry.ts';
import { Pace } from '../../callList/pace.ts';
import type { CallRetryConfig } from '../../core/retryConfig.ts';
import { readCallingRules } from '../../dialing/callingRules.ts';
import { groupContacts, type ContactGroups } from '../../dialing/contactGroups.ts';
import { forecast } from '../../dialing/forecast.ts';
import { normWarnings, type NormWarning } from '../../dialing/normWarnings.ts';
import {
  defaultAssumptions,
  type AssumptionName,
  type Estimate,
  type ForecastAssumptions,
} from '../../dialing/forecastAssumptions.ts';
import { recipientZone } from '../../dialing/zones.ts';
import type { Forecast } from '../../dialing/forecastTypes.ts';
import type { AssumptionsDraft } from '../contract/protocolLaunchDraft.ts';

export interface ForecastQuestion {
  readonly list: CallList;
  /** Undefined: the service's default. */
  readonly rules: CallRetryConfig | undefined;
  readonly startMs: number;
  readonly concurrency: number | undefined;
  /** The assumptions where a person moved no slider. */
  readonly basis: ForecastAssumptions;
  readonly assumptions: AssumptionsDraft | undefined;
}

export interface Planned {
  readonly plan: Forecast;
  readonly assumptions: ForecastAssumptions;
  readonly norms: readonly NormWarning[];
}

const minuteMs = 60_000;

/** The forecast of a sheet, made again only when something that it depends on changed. */
export class Forecaster {
  #groups: { readonly list: CallList; readonly groups: ContactGroups } | undefined;
  #planned: { readonly key: string; readonly groups: ContactGroups; readonly planned: Planned } | undefined;

  async plan(question: ForecastQuestion, signal: AbortSignal | undefined): Promise<Planned> {
    const { list, rules: config, concurrency } = question;
    const pace = new Pace(signal);
    const groups = await this.#groupsOf(list, pace);
    const assumptions = planAssumptions(question.basis, question.assumptions);
    // a minute more or less is the same forecast, so it need not be made again with every letter of a name
    const startMs = Math.floor(question.startMs / minuteMs) * minuteMs;
    const key = JSON.stringify([config, concurrency, startMs, assumptions]);
    if (this.#planned?.key === key && this.#planned.groups === groups) return this.#planned.planned;
    const { rules } = readCallingRules(config);
    const plan = await forecast({ contacts: groups, rules, startMs, concurrency, assumptions }, pace);
    const planned = { plan, assumptions, norms: normWarnings(rules, groups.groups, startMs) };
    this.#planned = { key, groups, planned };
    return planned;
  }

  /** The clocks that most of the contacts live by, so far as their numbers tell. */
  async zonesOf(
    list: CallList,
    timezone: string | undefined,
    signal?: AbortSignal,
  ): Promise<readonly string[]> {
    const { groups } = await this.#groupsOf(list, new Pace(signal));
    const zones = [...groups]
      .sort((one, other) => other.count - one.count)
      .map(({ country }) => recipientZone(country, timezone)?.zone);
    return [...new Set(zones.filter((zone) => zone !== undefined))];
  }

  async #groupsOf(list: CallList, pace: Pace): Promise<ContactGroups> {
    if (this.#groups?.list === list) return this.#groups.groups;
    const numbers = list.contacts.map(({ to_phone_number }) => to_phone_number);
    const groups = await groupContacts(numbers, numberCountry, pace);
    this.#groups = { list, groups };
    return groups;
  }
}

/** What the sliders say where a person moved them, each with a range as wide for its size as before. */
export function planAssumptions(
  basis: ForecastAssumptions,
  { answerPercent, talkSeconds, ringSeconds }: AssumptionsDraft = {},
): ForecastAssumptions {
  return {
    ...basis,
    ...(answerPercent === undefined ? {} : rates(basis, answerPercent / 100)),
    ...(talkSeconds !== undefined && { talkSeconds: scaled(basis, 'talkSeconds', talkSeconds, Infinity) }),
    ...(ringSeconds !== undefined && { ringSeconds: scaled(basis, 'ringSeconds', ringSeconds, 60) }),
  };
}

/** The shares of people and machines add up to at most all calls: raising one lowers the other. */
function rates(
  basis: ForecastAssumptions,
  answered: number,
): Pick<ForecastAssumptions, 'answerRate' | 'voicemailRate'> {
  const before = 1 - basis.answerRate.likely;
  const left = before <= 0 ? 1 : (1 - answered) / before;
  const { low, likely, high } = basis.voicemailRate;
  const most = 1 - answered;
  return {
    answerRate: scaled(basis, 'answerRate', answered, 0.95),
    voicemailRate: {
      low: Math.min(low * left, most),
      likely: Math.min(likely * left, most),
      high: Math.min(high * left, most),
    },
  };
}

function scaled(basis: ForecastAssumptions, name: AssumptionName, value: number, most: number): Estimate {
  // of nothing there is no share: then the usual range is taken
  const { low, likely, high } = basis[name].likely > 0 ? basis[name] : defaultAssumptions[name];
  const hundredth = (part: number) => Math.round(value * part * 100) / 100;
  return {
    low: hundredth(low / likely),
    likely: value,
    high: Math.max(value, Math.min(most, hundredth(high / likely))),
  };
}
