import type { FieldProblem, RulesDraft, WindowDraft } from '../../core/campaignDraft.ts';
import type { Day } from '../../core/retryConfig.ts';
import { days } from '../../core/retryConfig.ts';
import type { SendingStep } from '../../core/sendingStep.ts';
import type {
  Assistants,
  ForecastView,
  LaunchEvents,
  PreviewView,
  SheetReady,
  SheetView,
} from '../../panels/contract/protocolLaunch.ts';
import type { CreatedCampaign, ReadingDraft, SheetDraft } from '../../panels/contract/protocolLaunchDraft.ts';
import type { FailureReason } from '../../panels/contract/rpc.ts';

/** The list that is open below a field, with its search text. */
export interface ComboState {
  readonly field: string;
  /** Undefined: nothing typed since it was opened. */
  readonly query: string | undefined;
  /** Counted from 0 in what is listed; -1: none. */
  readonly active: number;
}

export interface LaunchState {
  readonly ready: SheetReady | undefined;
  /** What is in the fields; the host never changes it. */
  readonly draft: SheetDraft | undefined;
  /** What follows from the draft, or from the one before while the answer is pending. */
  readonly view: SheetView | undefined;
  /** How the list is read, ahead of the view while a choice is being sent. */
  readonly reading: ReadingDraft | undefined;
  readonly plan: ForecastView | undefined;
  readonly assistants: Assistants | undefined;
  readonly preview: PreviewView | undefined;
  readonly asking: 'no' | 'yes' | 'slow';
  readonly failure: { readonly message: string; readonly reason: FailureReason } | undefined;
  readonly combo: ComboState | undefined;
  /** Fields that have lost the focus once: only their problems are shown before the button is pressed. */
  readonly touched: ReadonlySet<string>;
  readonly showAll: boolean;
  readonly sending: boolean;
  /** While it is sent: the person confirmed. */
  readonly confirmed: boolean;
  /** The bar of the forecast whose values are shown. */
  readonly bar: number | undefined;
  /** The progress of sending, once it has begun. */
  readonly step: SendingStep | undefined;
  /** Why it was not sent, or what is not known about it. */
  readonly outcome: { readonly kind: 'failed' | 'unsure'; readonly message: string } | undefined;
  readonly created: CreatedCampaign | undefined;
  readonly announcement: string;
}

export const initialState: LaunchState = {
  ready: undefined,
  draft: undefined,
  view: undefined,
  reading: undefined,
  plan: undefined,
  assistants: undefined,
  preview: undefined,
  asking: 'yes',
  failure: undefined,
  combo: undefined,
  touched: new Set(),
  showAll: false,
  sending: false,
  confirmed: false,
  bar: undefined,
  step: undefined,
  outcome: undefined,
  created: undefined,
  announcement: '',
};

export type LaunchAction =
  | { readonly type: 'ready'; readonly ready: SheetReady }
  | { readonly type: 'edit'; readonly change: Partial<SheetDraft> }
  | { readonly type: 'rules'; readonly change: Partial<RulesDraft> }
  | { readonly type: 'window'; readonly at: number; readonly change: Partial<WindowDraft> }
  | { readonly type: 'addWindow' }
  | { readonly type: 'removeWindow'; readonly at: number }
  | { readonly type: 'day'; readonly day: Day }
  | { readonly type: 'rulesFrom'; readonly from: SheetDraft['rulesFrom'] }
  | { readonly type: 'touch'; readonly field: string }
  | { readonly type: 'asked' }
  | { readonly type: 'slow' }
  | { readonly type: 'view'; readonly view: SheetView; readonly keepReading?: boolean }
  | { readonly type: 'reading'; readonly change: Partial<ReadingDraft> }
  | { readonly type: 'plan'; readonly plan: ForecastView | undefined }
  | { readonly type: 'assistants'; readonly assistants: Assistants }
  | { readonly type: 'preview'; readonly preview: PreviewView | undefined }
  | { readonly type: 'failed'; readonly message: string; readonly reason: FailureReason }
  | { readonly type: 'combo'; readonly combo: ComboState | undefined }
  | { readonly type: 'showAll' }
  | { readonly type: 'sending' }
  | { readonly type: 'confirmed' }
  | { readonly type: 'bar'; readonly bar: number | undefined }
  | { readonly type: 'step'; readonly step: SendingStep }
  | { readonly type: 'settled'; readonly settled: LaunchEvents['settled'] }
  | { readonly type: 'ended'; readonly outcome: LaunchState['outcome'] }
  | { readonly type: 'created'; readonly created: CreatedCampaign }
  | { readonly type: 'restart' }
  | { readonly type: 'announce'; readonly text: string };

export function reduce(state: LaunchState, action: LaunchAction): LaunchState {
  switch (action.type) {
    case 'ready':
      return {
        ...initialState,
        ready: action.ready,
        draft: action.ready.draft,
        created: action.ready.created,
        outcome:
          action.ready.unsure === undefined ? undefined : { kind: 'unsure', message: action.ready.unsure },
        assistants: state.assistants,
      };
    case 'edit':
    case 'rules':
    case 'window':
    case 'addWindow':
    case 'removeWindow':
    case 'day':
    case 'rulesFrom':
      return isOpen(state) ? { ...state, draft: edited(state.draft, action, state.view) } : state;
    case 'touch':
      return { ...state, touched: new Set([...state.touched, action.field]) };
    case 'asked':
      return { ...state, asking: 'yes' };
    case 'slow':
      return state.asking === 'yes' ? { ...state, asking: 'slow' } : state;
    case 'view':
      return {
        ...state,
        view: action.view,
        reading: action.keepReading === true ? state.reading : (action.view.list?.reading ?? state.reading),
        asking: 'no',
        failure: undefined,
      };
    case 'reading':
      return state.reading === undefined || !isOpen(state)
        ? state
        : { ...state, reading: { ...state.reading, ...action.change } };
    case 'plan':
      return { ...state, plan: action.plan };
    case 'assistants':
      return { ...state, assistants: action.assistants };
    case 'preview':
      return { ...state, preview: action.preview };
    case 'failed':
      return { ...state, asking: 'no', failure: { message: action.message, reason: action.reason } };
    case 'combo':
      return { ...state, combo: action.combo };
    case 'showAll':
      return { ...state, showAll: true };
    case 'sending':
      return {
        ...state,
        sending: true,
        confirmed: false,
        step: undefined,
        outcome: undefined,
        combo: undefined,
      };
    case 'confirmed':
      return { ...state, confirmed: state.sending };
    case 'bar':
      return { ...state, bar: action.bar };
    case 'step':
      return state.sending ? { ...state, step: action.step } : state;
    case 'settled':
      return state.outcome?.kind === 'unsure' ? settled(state, action.settled) : state;
    case 'ended':
      return { ...state, sending: false, outcome: action.outcome };
    case 'created':
      return { ...state, sending: false, outcome: undefined, created: action.created };
    case 'restart':
      // another account has other assistants; what was typed stays
      return { ...initialState, draft: state.draft };
    case 'announce':
      return { ...state, announcement: action.text };
  }
}

/** What was unconfirmed is known now. */
function settled(state: LaunchState, end: LaunchEvents['settled']): LaunchState {
  return end.kind === 'created'
    ? { ...state, outcome: undefined, created: end.created }
    : { ...state, outcome: { kind: 'failed', message: end.message } };
}

/** A sheet that is being sent, or was sent, can no longer be changed. */
export function isOpen(state: LaunchState): state is LaunchState & { readonly draft: SheetDraft } {
  return state.draft !== undefined && !state.sending && state.created === undefined;
}

type Edit = Extract<
  LaunchAction,
  { readonly type: 'edit' | 'rules' | 'window' | 'addWindow' | 'removeWindow' | 'day' | 'rulesFrom' }
>;

function edited(draft: SheetDraft, action: Edit, view: SheetView | undefined): SheetDraft {
  if (action.type === 'edit') return { ...draft, ...action.change };
  if (action.type === 'rulesFrom') {
    // own rules begin as the assistant's, and are still there when one comes back to them
    const rules = draft.rules ?? (action.from === 'own' ? (view?.assistant?.rules ?? firstRules) : undefined);
    return { ...draft, rulesFrom: action.from, rules };
  }
  const { rules } = draft;
  return rules === undefined ? draft : { ...draft, rules: editedRules(rules, action) };
}

function editedRules(
  rules: RulesDraft,
  action: Exclude<Edit, { readonly type: 'edit' | 'rulesFrom' }>,
): RulesDraft {
  const { windows } = rules;
  switch (action.type) {
    case 'rules':
      return { ...rules, ...action.change };
    case 'window':
      return {
        ...rules,
        windows: windows.map((window, at) => (at === action.at ? { ...window, ...action.change } : window)),
      };
    case 'addWindow': {
      const last = windows.at(-1);
      const next = { start: '', end: '', delay: last?.delay ?? '2', unit: last?.unit ?? ('hours' as const) };
      return { ...rules, windows: [...windows, next] };
    }
    case 'removeWindow':
      return { ...rules, windows: windows.filter((_, at) => at !== action.at) };
    case 'day': {
      const { day } = action;
      const chosen = days.filter((other) =>
        other === day ? !rules.days.includes(day) : rules.days.includes(other),
      );
      return { ...rules, days: chosen };
    }
  }
}

/** The service's default, as its reference documents it: where no assistant says anything else. */
const firstRules: RulesDraft = {
  windows: [{ start: '10:00', end: '18:00', delay: '2', unit: 'hours' }],
  days: days.slice(0, 5),
  attempts: '3',
  twice: false,
  timezone: '',
};

/** The problem of a field, once it may be shown. */
export function problemOf({ view, touched, showAll }: LaunchState, field: string): FieldProblem | undefined {
  if (!showAll && !touched.has(field)) return undefined;
  return view?.problems.find((problem) => problem.field === field);
}

/** Remarks count before it is sent only: afterwards the name of the campaign itself is taken. */
export function remarkOf({ view, created }: LaunchState, field: string): FieldProblem | undefined {
  return created === undefined ? view?.remarks.find((remark) => remark.field === field) : undefined;
}

/** Whether pressing the button can lead to a campaign. The reasons why not are the view's problems. */
export function canSend(state: LaunchState): boolean {
  const { view, sending, created, outcome } = state;
  return view?.problems.length === 0 && !sending && created === undefined && outcome?.kind !== 'unsure';
}
