import { html, nothing, type TemplateResult } from 'lit';
import type { Chart, Mark, ReportFigure, ReportSection } from '../../panels/contract/protocolReport.ts';
import { iconButton } from '../shared/iconButton.ts';
import { barsChart } from './barsChart.ts';
import type { ChartFrame } from './chartMark.ts';
import { heatChart } from './heatChart.ts';
import { histogramChart } from './histogramChart.ts';
import { pngOf } from './pngPicture.ts';
import { svgText } from './svgText.ts';
import type { ReportPage } from './reportPage.ts';
import { stepsChart } from './stepsChart.ts';
import type { ReportState } from './reportState.ts';

/** A chart with its caption, its table, and what is behind the number that was focused last. */
export function reportSectionView(
  section: ReportSection,
  width: number,
  state: ReportState,
  page: ReportPage,
): TemplateResult {
  const { id, title, caption, chart, figures, notes } = section;
  const asTable = state.tables.has(id) || chart === undefined;
  const frame: ChartFrame = {
    sectionId: id,
    label: `${title}. ${caption}`,
    width,
    open: (key) => page.openPeople(key),
    focus: (key) => page.dispatch({ type: 'focus', sectionId: id, key }),
  };
  return html`<section class="section" aria-labelledby=${`title-${id}`}>
    <div class="section-head">
      <h2 id=${`title-${id}`}>${title}</h2>
      <div class="section-tools">
        ${
          chart === undefined
            ? nothing
            : iconButton({
                icon: asTable ? 'graph' : 'table',
                label: `${asTable ? 'Show as a chart' : 'Show as a table'}: ${title}`,
                run: () => page.dispatch({ type: 'table', sectionId: id }),
              })
        }
        ${iconButton({ icon: 'copy', label: `Copy the table: ${title}`, run: () => void page.copyTable(id) })}
        ${
          asTable
            ? nothing
            : [
                iconButton({
                  icon: 'file-media',
                  label: `Copy the chart as a picture: ${title}`,
                  run: () => withDrawing(id, (drawing) => void page.copyPicture(pngOf(drawing))),
                }),
                iconButton({
                  icon: 'file-code',
                  label: `Copy the chart as SVG: ${title}`,
                  run: () => withDrawing(id, (drawing) => void page.copyText(svgText(drawing))),
                }),
              ]
        }
      </div>
    </div>
    <figure>
      <figcaption class="quiet">${caption}</figcaption>
      <div class="chart-area">${asTable ? tableOrNothing(section) : chartOf(chart, frame)}</div>
    </figure>
    ${focusedView(section, state, page)} ${figuresView(figures, page)}
    ${notes.map((note) => html`<p class="note quiet">${note}</p>`)}
  </section>`;
}

function chartOf(chart: Chart, frame: ChartFrame): TemplateResult {
  switch (chart.kind) {
    case 'bars':
      return barsChart(chart, frame);
    case 'histogram':
      return histogramChart(chart, frame);
    case 'steps':
      return stepsChart(chart, frame);
    case 'heat':
      return heatChart(chart, frame);
  }
}

function tableOrNothing(section: ReportSection): TemplateResult {
  return section.table.lines.length === 0 ? html`<p class="quiet">Nothing yet.</p>` : tableView(section);
}

function tableView({ title, table: { header, lines } }: ReportSection): TemplateResult {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${`Table: ${title}`}>
    <table>
      <thead>
        <tr>
          ${header.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          ([first, ...rest]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${rest.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** What can be done with the people behind the number that was focused last. */
function focusedView(
  section: ReportSection,
  { focused }: ReportState,
  page: ReportPage,
): TemplateResult | typeof nothing {
  const mark =
    focused?.sectionId === section.id
      ? marksOf(section.chart).find(({ key }) => key === focused.key)
      : undefined;
  if (mark === undefined) return nothing;
  return html`<div class="focused">
    <span>${mark.label}: ${mark.text}</span>
    <vscode-button secondary @click=${() => page.openPeople(mark.key)}>Open Rows</vscode-button>
    <vscode-button secondary @click=${() => page.newList(mark.key)}>New List of These…</vscode-button>
  </div>`;
}

export function marksOf(chart: Chart | undefined): readonly Mark[] {
  if (chart === undefined) return [];
  if (chart.kind === 'steps') return chart.steps.flatMap(({ by, open }) => [by, open]);
  return chart.kind === 'heat' ? chart.cells.map(({ mark }) => mark) : chart.marks;
}

function figuresView(figures: readonly ReportFigure[], page: ReportPage): TemplateResult | typeof nothing {
  if (figures.length === 0) return nothing;
  return html`<dl class="figures">
    ${figures.map(
      ({ label, text, key }) =>
        html`<div>
          <dt>${label}</dt>
          <dd>
            ${
              key === undefined
                ? text
                : html`<button class="link" @click=${() => page.openPeople(key)}>${text}</button>`
            }
          </dd>
        </div>`,
    )}
  </dl>`;
}

function withDrawing(sectionId: string, use: (drawing: SVGSVGElement) => void): void {
  const drawing = [...document.querySelectorAll<SVGSVGElement>('svg.chart-drawing')].find(
    (one) => one.dataset.section === sectionId,
  );
  if (drawing !== undefined) use(drawing);
}
