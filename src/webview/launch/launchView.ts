import { html, nothing, type TemplateResult } from 'lit';
import type { SheetReady } from '../../panels/contract/protocolLaunch.ts';
import type { SheetDraft } from '../../panels/contract/protocolLaunchDraft.ts';
import { emptyState, loadingState, type EmptyState } from '../shared/emptyState.ts';
import { icon } from '../shared/icon.ts';
import { assistantSection } from './assistantView.ts';
import { contactsSection } from './contactsView.ts';
import { textField } from './fieldView.ts';
import { footerView } from './footerView.ts';
import type { LaunchPage } from './launchPage.ts';
import { forecastSection } from './forecastView.ts';
import { previewSection } from './previewView.ts';
import { rulesSection } from './rulesView.ts';
import { startSection } from './startView.ts';
import { isOpen, type LaunchState } from './launchState.ts';

/** The sheet as a function of its state. */
export function launchView(state: LaunchState, page: LaunchPage): TemplateResult {
  const { ready, draft, failure, asking } = state;
  if (ready === undefined || draft === undefined) {
    const content =
      failure === undefined
        ? loadingState(asking === 'slow', 'Preparing the campaign…')
        : emptyState(failureState(failure, page));
    return html`<main>${content}</main>`;
  }
  return html`<main>
    <div class="busy">
      ${asking === 'slow' || state.sending ? html`<vscode-progress-bar></vscode-progress-bar>` : nothing}
    </div>
    <div class="scroll" tabindex="-1">
      <div class="sheet">
        ${headView(ready, draft, state, page)} ${noticesView(state, page)}
        <fieldset class="fields" ?disabled=${!isOpen(state)}>
          <legend class="visually-hidden">Campaign</legend>
          <div class="main-column">
            ${contactsSection(state, page)} ${assistantSection(draft, state, page)}
            ${rulesSection(draft, state, page)} ${startSection(draft, ready, state, page)}
          </div>
          <div class="side-column">${previewSection(state, page)} ${forecastSection(state, page)}</div>
        </fieldset>
      </div>
    </div>
    ${footerView(state, page)}
    <div class="visually-hidden" aria-live="polite">${state.announcement}</div>
  </main>`;
}

function headView(
  { fileName, account }: SheetReady,
  draft: SheetDraft,
  state: LaunchState,
  page: LaunchPage,
): TemplateResult {
  return html`<header>
    <div class="title-line">
      <h1>Prepare a campaign</h1>
      ${account === undefined ? html`<vscode-badge>Sandbox</vscode-badge>` : nothing}
      <button class="link list-link" @click=${() => page.openList(undefined)}>
        ${icon('file')}<span>${fileName}</span>
      </button>
    </div>
    <fieldset class="plain" ?disabled=${!isOpen(state)}>
      <legend class="visually-hidden">Name</legend>
      ${textField(
        {
          field: 'name',
          label: 'Name',
          classes: 'name-field',
          value: draft.name,
          type: (name) => page.edit({ name }),
          left: () => page.touch('name'),
        },
        state,
      )}
    </fieldset>
  </header>`;
}

/** What prevents the whole sheet from being sent, or its outcome. */
function noticesView({ failure, created }: LaunchState, page: LaunchPage): TemplateResult {
  return html`
    ${
      created === undefined
        ? nothing
        : html`<div class="notice good" role="status">
            ${icon('pass-filled', 'green')}<span><strong>“${created.name}”</strong> ${created.text}</span>
            <button class="button secondary" @click=${() => page.openRows()}>Open Rows</button>
            <button class="button secondary" @click=${() => void page.another()}>Prepare Another</button>
          </div>`
    }
    ${
      failure === undefined
        ? nothing
        : html`<div class="notice" role="alert">
            ${icon('warning', 'yellow')}<span>${failure.message}</span>
            <button class="button secondary" @click=${() => void page.evaluate()}>Try Again</button>
          </div>`
    }
  `;
}

function failureState(
  { message, reason }: NonNullable<LaunchState['failure']>,
  page: LaunchPage,
): EmptyState {
  const retry = { label: 'Try Again', run: () => void page.start() };
  if (reason === 'no key' || reason === 'auth') {
    const setKey = { label: 'Set API Key', run: () => page.setApiKey() };
    if (reason === 'auth') {
      return { icon: 'key', title: 'No campaign can be prepared', text: message, actions: [setKey, retry] };
    }
    const text =
      'A campaign needs an account: set its API key, or simulate the calls of this list in the sandbox.';
    const practise = { label: 'Simulate in the Sandbox', run: () => page.startSandbox() };
    return { icon: 'key', title: 'No API key is set', text, actions: [practise, setKey] };
  }
  const offline = reason === 'offline' || reason === 'timeout';
  const title = offline ? 'The server cannot be reached' : 'The campaign cannot be prepared';
  return { icon: offline ? 'debug-disconnect' : 'warning', title, text: message, actions: [retry] };
}
