import { html, nothing, type TemplateResult } from 'lit';
import { formatCount, plural } from '../../core/format.ts';
import type { ListView } from '../../panels/contract/protocolLaunch.ts';
import type { DuplicateChoice, ReadingDraft } from '../../panels/contract/protocolLaunchDraft.ts';
import { comboView } from './comboView.ts';
import { decisionsView } from './decisionsView.ts';
import { checkField, fieldMessage, selectField } from './fieldView.ts';
import type { LaunchPage } from './launchPage.ts';
import { leaveOutSection } from './leaveOutSection.ts';
import { sectionView } from './sectionView.ts';
import type { LaunchState } from './launchState.ts';
import { variablesView } from './variablesView.ts';

/** Who is called and who is not, and the choices that decide it. */
export function contactsSection(state: LaunchState, page: LaunchPage): TemplateResult {
  const { view } = state;
  const list = view?.list;
  const content =
    view === undefined
      ? html`<p class="quiet">Checking the list…</p>`
      : list === undefined
        ? html`<div id="field-list" tabindex="-1">
            <p class="problem">
              <span class="codicon codicon-error tone-red" aria-hidden="true"></span
              ><span>${view.listProblem}</span>
            </p>
            <div class="list-actions">
              <button class="button secondary" @click=${() => void page.readAgain()}>Read Again</button>
              <button class="button secondary" @click=${() => page.openList(undefined)}>Open List</button>
            </div>
          </div>`
        : html`${countsView(list, page)}
          ${list.usedBefore.map((sentence) => html`<p class="quiet used-before">${sentence}</p>`)}
          ${fieldMessage('list', { ...state, showAll: true })} ${limitActions(state, page)}
          ${state.draft === undefined ? nothing : leaveOutSection(list.leaveOut, state.draft, state, page)}
          ${decisionsView(list, state, page)} ${choicesView(list, list.reading, state, page)}
          ${variablesView(list, state, page)}`;
  return sectionView({
    id: 'contacts',
    icon: 'organization',
    title: 'Contacts',
    aside: list && `${formatCount(list.ready)} of ${plural(list.rows, 'row')}`,
    content,
  });
}

/** The two remedies where a setting forbids a list of this size. */
function limitActions({ view }: LaunchState, page: LaunchPage): TemplateResult | typeof nothing {
  const stopped = view?.problems.find(({ field, setting }) => field === 'list' && setting !== undefined);
  if (stopped === undefined) return nothing;
  return html`<div class="list-actions">
    <button class="button secondary" @click=${() => page.splitList()}>Split…</button>
    <button class="button secondary" @click=${() => page.openSettings(stopped.setting)}>
      Change Setting
    </button>
  </div>`;
}

function countsView(list: ListView, page: LaunchPage): TemplateResult {
  const { rows, ready, leftOut, blank, noticed } = list;
  return html`<div class="counts" id="field-list" tabindex="-1">
    <svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="share-all" width="100" height="4"></rect>
      <rect class="share-ready" width=${rows === 0 ? 0 : (ready / rows) * 100} height="4"></rect>
    </svg>
    <ul class="reasons">
      <li class="ready-count"><strong>${formatCount(ready)}</strong> can be called</li>
      ${leftOut.map(
        ({ reason, text }) =>
          html`<li>
            <button class="link" title="Show in the list" @click=${() => page.showProblems(reason)}>
              ${text}
            </button>
          </li>`,
      )}
      ${blank === 0 ? nothing : html`<li class="quiet">${plural(blank, 'empty row')} skipped</li>`}
      ${
        noticed === 0
          ? nothing
          : html`<li>
              <button class="link" @click=${() => page.showProblems(undefined)}>
                ${plural(noticed, 'note')} to review
              </button>
            </li>`
      }
    </ul>
  </div>`;
}

const duplicates: readonly { readonly value: DuplicateChoice; readonly label: string }[] = [
  { value: 'first', label: 'Keep the first' },
  { value: 'last', label: 'Keep the last' },
  { value: 'all', label: 'Call each row' },
];

function choicesView(
  list: ListView,
  saved: ReadingDraft,
  state: LaunchState,
  page: LaunchPage,
): TemplateResult {
  const countries = state.ready?.countries ?? [];
  const setting = list.settingRegion;
  const reading = state.reading ?? saved;
  return html`<div class="field-row">
      ${comboView(
        {
          field: 'region',
          label: 'Default country',
          value: reading.region,
          choices: countries,
          placeholder:
            setting === undefined
              ? 'None (numbers without a country code are left out)'
              : `${setting}, as your settings say`,
          free: false,
          pick: (region) => void page.read({ region }),
        },
        state,
        page,
      )}
      ${selectField(
        {
          field: 'duplicates',
          label: 'Duplicate numbers',
          value: reading.duplicates,
          options: duplicates,
          choose: (value) =>
            void page.read({
              duplicates: duplicates.find((option) => option.value === value)?.value ?? 'first',
            }),
        },
        state,
      )}
    </div>
    ${accountCountryView(list, reading, state, page)}
    ${
      list.variablesKnown
        ? checkField(
            'Leave out rows with an empty variable',
            reading.leaveOutEmpty,
            (leaveOutEmpty) => void page.read({ leaveOutEmpty }),
          )
        : nothing
    }`;
}

/** One click where numbers are left out for want of a country; never chosen by itself. */
function accountCountryView(
  { needsCountry, settingRegion }: ListView,
  { region }: ReadingDraft,
  { ready }: LaunchState,
  page: LaunchPage,
): TemplateResult | typeof nothing {
  const own = ready?.accountCountry;
  if (!needsCountry || own === undefined || region !== '' || settingRegion !== undefined) return nothing;
  return html`<div class="list-actions account-country">
    <button class="button secondary" @click=${() => void page.read({ region: own.value })}>
      Use ${own.label}, Your Account’s Country
    </button>
  </div>`;
}
