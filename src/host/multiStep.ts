import * as vscode from 'vscode';
import { DisposableStore } from './disposables.ts';
import { createInputBox, createQuickPick, plainItem } from './messages.ts';

/** Where a step is in its flow. */
export interface StepFrame {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  /** There is something to go back to: an earlier step, or the page that this one is a detail of. */
  readonly canGoBack: boolean;
}

/** The result of a step: a value, `back`, or undefined for Escape. */
export type StepAnswer<T> = { readonly value: T } | 'back' | undefined;

export interface PickStep<T extends vscode.QuickPickItem> {
  readonly placeholder: string;
  /** May take a while; the box is shown at once, busy. */
  readonly items: Promise<readonly T[]> | readonly T[];
  readonly active?: (item: T) => boolean;
}

/**
 * One step with choices. It stays open when the focus goes elsewhere, so that nothing chosen before is lost.
 */
export function pickStep<T extends vscode.QuickPickItem>(
  frame: StepFrame,
  options: PickStep<T>,
): Promise<StepAnswer<T>> {
  const box = createQuickPick<T>();
  box.placeholder = options.placeholder;
  box.matchOnDescription = true;
  box.matchOnDetail = true;
  return run(box, frame, (finish, fail) => {
    box.busy = true;
    Promise.resolve(options.items).then((given) => {
      const items = given.map(plainItem);
      box.busy = false;
      box.items = items;
      const active = options.active === undefined ? undefined : items.find(options.active);
      if (active !== undefined) box.activeItems = [active];
    }, fail);
    return [
      box.onDidAccept(() => {
        const [chosen] = box.selectedItems;
        if (chosen !== undefined && chosen.kind !== vscode.QuickPickItemKind.Separator) {
          finish({ value: chosen });
        }
      }),
    ];
  });
}

export interface InputStep {
  readonly prompt: string;
  readonly value: string;
  readonly placeholder?: string;
  /** A sentence that says what to change; undefined: fine. */
  readonly problem: (text: string) => string | undefined;
  /** What the text means, shown while a person types. */
  readonly hint?: (text: string) => string | undefined;
}

/** One step with a text, checked while it is typed; Enter is taken only when it is right. */
export function inputStep(frame: StepFrame, options: InputStep): Promise<StepAnswer<string>> {
  const box = createInputBox();
  box.prompt = options.prompt;
  box.value = options.value;
  box.placeholder = options.placeholder;
  const check = () => {
    const text = box.value.trim();
    box.validationMessage = undefined;
    const hint = text === '' || options.problem(text) !== undefined ? undefined : options.hint?.(text);
    box.prompt = hint ?? options.prompt;
  };
  return run(box, frame, (finish) => [
    box.onDidChangeValue(check),
    box.onDidAccept(() => {
      const text = box.value.trim();
      const problem = options.problem(text);
      box.validationMessage = problem;
      if (problem === undefined) finish({ value: text });
    }),
  ]);
}

type StepBox = vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox;

function run<T>(
  box: StepBox,
  frame: StepFrame,
  wire: (
    finish: (answer: StepAnswer<T>) => void,
    fail: (error: unknown) => void,
  ) => readonly vscode.Disposable[],
): Promise<StepAnswer<T>> {
  const disposables = new DisposableStore();
  disposables.add(box);
  box.title = frame.title;
  box.step = frame.step;
  box.totalSteps = frame.totalSteps;
  box.ignoreFocusOut = true;
  box.buttons = frame.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  return new Promise<StepAnswer<T>>((resolve, reject) => {
    disposables.add(box.onDidTriggerButton(() => resolve('back')));
    disposables.add(box.onDidHide(() => resolve(undefined)));
    for (const item of wire(resolve, reject)) disposables.add(item);
    box.show();
  }).finally(() => disposables.dispose());
}

/** One question of a flow: it takes what is known and returns it with its answer added. */
export type Step<State> = (state: State, frame: StepFrame) => Promise<StepAnswer<State> | BackWith<State>>;

/** Back, with what was answered in this step so far: it is there again when one returns to it. */
export interface BackWith<State> {
  readonly back: State;
}

export interface MultiStep<State> {
  readonly title: string;
  readonly initial: State;
  /** The questions that the answers so far call for, so that a step can depend on an earlier one. */
  readonly steps: (state: State) => readonly Step<State>[];
  /** Where a flow begins whose answers are there from an earlier try. */
  readonly startAt: 'first' | 'last';
  /** Called with every answer, so that answers are kept even when the person leaves the flow. */
  readonly onAnswer: (state: State) => void;
}

/**
 * Asks one step after the other; Back returns to the one before with its answer still there. @returns
 * undefined when the person left the flow
 */
export async function multiStep<State>(flow: MultiStep<State>): Promise<State | undefined> {
  const { title, initial, steps, startAt, onAnswer } = flow;
  let state = initial;
  for (let at = startAt === 'last' ? steps(initial).length - 1 : 0; ;) {
    const all = steps(state);
    const step = all[at];
    if (step === undefined) return state;
    const answer = await step(state, { title, step: at + 1, totalSteps: all.length, canGoBack: at > 0 });
    if (answer === undefined) return undefined;
    if (answer === 'back' || 'back' in answer) {
      if (answer !== 'back') state = answer.back;
      at = Math.max(0, at - 1);
    } else {
      state = answer.value;
      at += 1;
    }
    onAnswer(state);
  }
}
