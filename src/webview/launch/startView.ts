import { html, nothing, type TemplateResult } from 'lit';
import { formatStart, parseStart } from '../../core/scheduleTime.ts';
import type { SheetReady } from '../../panels/contract/protocolLaunch.ts';
import type { SheetDraft } from '../../panels/contract/protocolLaunchDraft.ts';
import { comboView } from './comboView.ts';
import { fieldMessage, textField } from './fieldView.ts';
import { icon } from '../shared/icon.ts';
import type { LaunchPage } from './launchPage.ts';
import { radioGroup } from './radioView.ts';
import { lineList, sectionView } from './sectionView.ts';
import type { LaunchState } from './launchState.ts';

/** When calls start, from which number, and how many at the same time. */
export function startSection(
  draft: SheetDraft,
  ready: SheetReady,
  state: LaunchState,
  page: LaunchPage,
): TemplateResult {
  const own = state.view?.assistant?.fromNumber;
  const content = html`
    ${radioGroup(
      'Start',
      ready.starts.map(({ kind, label, detail }) => ({ value: kind, label, detail })),
      draft.start,
      (start) => page.choose({ start }),
      'cards',
    )}
    ${fieldMessage('start', { ...state, showAll: true })}
    ${warningView(ready.starts.find(({ kind }) => kind === draft.start)?.warning)}
    ${draft.start === 'schedule' ? scheduleView(draft, state, page) : nothing}
    ${draft.start === 'pilot' ? pilotView(draft, state, page) : nothing}
    <div class="field-row">
      ${comboView(
        {
          field: 'fromNumber',
          label: 'Caller ID',
          value: draft.fromNumber,
          choices: ready.callerNumbers,
          placeholder: own === undefined ? 'The default number' : `${own}, the assistant’s`,
          free: true,
          pick: (fromNumber) => page.choose({ fromNumber }),
        },
        state,
        page,
      )}
      ${textField(
        {
          field: 'concurrency',
          label: 'Maximum parallel calls',
          inputmode: 'numeric',
          placeholder: 'The service decides',
          value: draft.concurrency,
          type: (concurrency) => page.edit({ concurrency }),
          left: () => page.touch('concurrency'),
        },
        state,
      )}
    </div>
  `;
  return sectionView({ id: 'start', icon: 'rocket', title: 'Start', content });
}

/** A warning about the chosen start only. */
function warningView(warning: string | undefined): TemplateResult {
  return html`<div role="status">
    ${
      warning === undefined
        ? nothing
        : html`<p class="remark">${icon('warning', 'yellow')}<span>${warning}</span></p>`
    }
  </div>`;
}

/** How many contacts are tried first, and which. */
function pilotView(draft: SheetDraft, state: LaunchState, page: LaunchPage): TemplateResult {
  const howMany = () =>
    textField(
      {
        field: 'pilotSize',
        label: 'Number of contacts to call first',
        inputmode: 'numeric',
        placeholder: '10',
        value: draft.pilotSize,
        type: (pilotSize) => page.edit({ pilotSize }),
        left: () => page.touch('pilotSize'),
      },
      state,
    );
  const whichLines = () =>
    textField(
      {
        field: 'pilotLines',
        label: 'Lines of the list to call first',
        placeholder: '2, 5-9',
        value: draft.pilotLines,
        type: (pilotLines) => page.edit({ pilotLines }),
        left: () => page.touch('pilotLines'),
      },
      state,
    );
  return html`<div class="schedule">
    ${draft.pilotPick === 'lines' ? whichLines() : howMany()}
    ${radioGroup(
      'Who to try first',
      [
        { value: 'sample', label: 'A sample', detail: 'Some of each country on the list.' },
        { value: 'first', label: 'The first', detail: 'From the top of the list.' },
        { value: 'lines', label: 'Certain lines', detail: 'As the editor numbers them.' },
      ],
      draft.pilotPick,
      (pilotPick) => page.choose({ pilotPick }),
    )}
  </div>`;
}

function scheduleView(draft: SheetDraft, state: LaunchState, page: LaunchPage): TemplateResult {
  const start = state.view?.start;
  return html`<div class="schedule">
    ${textField(
      {
        field: 'startAt',
        label: 'First calls, in your time',
        placeholder: '2026-11-23 09:00',
        value: draft.startAt,
        type: (startAt) => page.edit({ startAt }),
        left: () => page.touch('startAt'),
      },
      state,
    )}
    <div class="presets" role="group" aria-label="Suggested times">
      ${suggestions(Date.now()).map(
        ({ label, startAt }) =>
          html`<button class="link" @click=${() => page.choose({ startAt })}>${label}</button>`,
      )}
    </div>
    ${start === undefined ? nothing : lineList(start.lines, 'clocks')}
  </div>`;
}

/** The next morning, and the next Monday's. */
function suggestions(nowMs: number): readonly { readonly label: string; readonly startAt: string }[] {
  const tomorrow = parseStart('tomorrow 9:00', nowMs);
  if (tomorrow === undefined) return [];
  const monday = new Date(tomorrow);
  monday.setDate(monday.getDate() + ((8 - monday.getDay()) % 7));
  return [
    { label: 'Tomorrow 09:00', startAt: formatStart(tomorrow) },
    ...(monday.getTime() === tomorrow
      ? []
      : [{ label: 'Monday 09:00', startAt: formatStart(monday.getTime()) }]),
  ];
}
