import { html, nothing, type TemplateResult } from 'lit';
import type { Line } from '../../panels/contract/protocolLaunch.ts';
import { icon } from '../shared/icon.ts';

export interface Section {
  readonly id: string;
  readonly icon: string;
  readonly title: string;
  /** A short fact beside the title. */
  readonly aside?: string | undefined;
  readonly content: TemplateResult;
}

export function sectionView({ id, icon: name, title, aside, content }: Section): TemplateResult {
  return html`<section class="section ${id}" aria-labelledby="title-${id}">
    <h2 id="title-${id}">
      ${icon(name)}<span>${title}</span>${aside === undefined ? nothing : html`<span class="aside">${aside}</span>`}
    </h2>
    ${content}
  </section>`;
}

export function lineList(lines: readonly Line[], classes = ''): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<dl class="lines ${classes}">
    ${lines.map(
      ({ label, text }) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>`;
}
