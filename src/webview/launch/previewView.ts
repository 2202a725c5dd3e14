import { html, nothing, type TemplateResult } from 'lit';
import { formatCount } from '../../core/format.ts';
import type { SpokenSegment, SpokenView } from '../../panels/contract/protocolLaunch.ts';
import { iconButton } from '../shared/iconButton.ts';
import type { LaunchPage } from './launchPage.ts';
import { lineList, sectionView } from './sectionView.ts';
import type { LaunchState } from './launchState.ts';

/** One contact after the other, as they will hear it. */
export function previewSection({ preview }: LaunchState, page: LaunchPage): TemplateResult | typeof nothing {
  if (preview === undefined) return nothing;
  const { at, count, phone, line, spoken, values, canCallMe } = preview;
  const [first, ...others] = spoken;
  const content = html`<div class="preview">
    <div class="preview-head">
      <button class="link" title="Show in the list" @click=${() => page.openList(line)}>${phone}</button>
      <span class="quiet">${formatCount(at + 1)} of ${formatCount(count)}</span>
      ${iconButton({ icon: 'chevron-left', label: 'Previous contact', enabled: at > 0, run: () => void page.preview(at - 1) })}
      ${iconButton({ icon: 'chevron-right', label: 'Next contact', enabled: at + 1 < count, run: () => void page.preview(at + 1) })}
    </div>
    ${first === undefined ? lineList(values) : spokenView(first)}
    ${
      canCallMe
        ? html`<vscode-button
            secondary
            class="call-me"
            title="Calls your own number. The retries of the assistant apply."
            @click=${() => page.callMe(at)}
            >Call Me with These Values…</vscode-button
          >`
        : nothing
    }
    ${
      others.length === 0
        ? nothing
        : html`<details>
            <summary>Everything the assistant is told</summary>
            ${others.map(spokenView)}
          </details>`
    }
  </div>`;
  return sectionView({ id: 'preview', icon: 'comment', title: 'What people hear', content });
}

function spokenView({ label, note, segments }: SpokenView): TemplateResult {
  return html`<figure class="spoken">
    <figcaption class="quiet">${label}</figcaption>
    <blockquote>${segments.map(segmentView)}</blockquote>
    ${note === undefined ? nothing : html`<p class="hint">${note}</p>`}
  </figure>`;
}

function segmentView({ kind, text }: SpokenSegment): TemplateResult | string {
  if (kind === 'text') return text;
  const title = kind === 'hole' ? 'Empty in this row' : nothing;
  return html`<span class=${kind} title=${title}>${text}</span>`;
}
