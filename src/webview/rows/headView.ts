import { html, nothing, type TemplateResult } from 'lit';
import { formatAgo, formatCount, formatPercent } from '../../core/format.ts';
import type { CampaignHead } from '../../panels/contract/protocolRows.ts';
import { badge, icon } from '../shared/icon.ts';
import { iconButton } from '../shared/iconButton.ts';
import type { RowsState } from './rowsState.ts';
import type { RowsPage } from './rowsPage.ts';

/** Name, state, progress, and what can be done with the campaign. */
export function headView(head: CampaignHead, state: RowsState, page: RowsPage): TemplateResult {
  return html`<header>
    <div class="title-line">
      <h1 dir="auto" title=${head.name}>${head.name}</h1>
      ${badge(head.state)} ${head.sandbox ? html`<vscode-badge>Sandbox</vscode-badge>` : nothing}
      <div class="actions" role="group" aria-label="Campaign">
        ${iconButton({ icon: 'refresh', label: 'Refresh', run: () => page.refresh() })}
        ${wordButton('graph', 'Report', () => page.campaignAction('report'))}
        ${wordButton('desktop-download', 'Export…', () => page.exportRows())}
        ${iconButton({ icon: 'copy', label: 'Copy campaign id', run: () => page.campaignAction('copyId') })}
        ${
          head.cancelable
            ? iconButton({
                icon: 'circle-slash',
                label: 'Cancel campaign',
                run: () => page.campaignAction('cancel'),
              })
            : nothing
        }
        ${head.gone ? nothing : iconButton({ icon: 'trash', label: 'Delete campaign', run: () => page.campaignAction('delete') })}
      </div>
    </div>
    ${progressLine(head, state)} ${groupLine(head, page)}
  </header>`;
}

/** An icon with its word; a narrow page leaves the word to the pointer and to screen readers. */
function wordButton(name: string, label: string, run: () => void): TemplateResult {
  return html`<button type="button" class="icon-button" title=${label} @click=${run}>
    ${icon(name)}<span class="word">${label}</span>
  </button>`;
}

/** Says that these are not all rows. */
function groupLine({ group }: CampaignHead, page: RowsPage): TemplateResult | typeof nothing {
  if (group === undefined) return nothing;
  return html`<div class="group-line">
    ${icon('filter-filled')}<span>Only ${formatCount(group.rows)} rows: ${group.label}</span>
    <vscode-button secondary @click=${() => page.campaignAction('allRows')}>Show All Rows</vscode-button>
  </div>`;
}

/** Says which clock the times of the page use. The sandbox's clock runs ahead of the reader's. */
function clockText({ sandbox }: CampaignHead): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return sandbox ? `Times: the sandbox’s own clock, ${city}` : `Times: yours, ${city}`;
}

function progressLine(head: CampaignHead, { answer, nowMs }: RowsState): TemplateResult {
  const { progress } = head;
  const age = answer === undefined ? '' : `Updated ${formatAgo(answer.readMs, nowMs)}`;
  const clock = clockText(head);
  const updated = html`${age}<span class="clock">${age === '' ? '' : ' · '}${clock}</span>`;
  if (progress === undefined) {
    return html`<div class="progress-line"><span class="quiet" title=${clock}>${updated}</span></div>`;
  }
  const { finished, failed, total } = progress;
  const done = `${formatCount(finished)} of ${formatCount(total)} done`;
  return html`<div class="progress-line">
    <div
      class=${finished === total ? 'meter done' : 'meter'}
      role="progressbar"
      aria-label="Rows done"
      aria-valuemin="0"
      aria-valuemax=${total}
      aria-valuenow=${finished}
    >
      ${meterPart('', finished - failed, total)}${meterPart('failed', failed, total)}
    </div>
    <span>${done} · ${formatPercent(finished / total)}</span>
    <span class="quiet" title=${clock}>${updated}</span>
  </div>`;
}

/** Styles by script: the content security policy rightly allows no style attributes. */
function meterPart(kind: string, rows: number, total: number): TemplateResult {
  return html`<span class=${kind} .style=${`width: ${(rows / total) * 100}%`}></span>`;
}
