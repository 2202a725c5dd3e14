import { scaleBand, scaleLinear, scaleSqrt } from 'd3-scale';
import { html, svg, type TemplateResult } from 'lit';
import { formatPercent } from '../../core/format.ts';
import type { HeatChart } from '../../panels/contract/protocolReport.ts';
import { characterWidth, chartView, cutText, hatch, markView, type ChartFrame } from './chartMark.ts';

const rowHeight = 24;
const headHeight = 20;
const narrowest = 480;

/**
 * Shares in a grid: the larger and stronger a square, the larger the share; hatched where there are few
 * calls.
 */
export function heatChart({ rows, columns, cells }: HeatChart, frame: ChartFrame): TemplateResult {
  const { width, sectionId } = frame;
  const names = rows.map((row) => (width < narrowest && rows.length === 7 ? row.slice(0, 3) : row));
  const longest = Math.max(...names.map(({ length }) => length), 3);
  const left = Math.min(longest * characterWidth + 12, width / 3);
  const x = scaleBand(
    columns.map((_, at) => at),
    [left, width],
  ).paddingInner(0.06);
  const shares = cells.filter(({ few }) => !few).map(({ mark }) => shareOf(mark));
  const highest = Math.max(...shares, 0.01);
  const side = scaleSqrt([0, highest], [0, 1]).clamp(true);
  const strength = scaleLinear([0, highest], [0.35, 1]).clamp(true);
  const wide = x.bandwidth();
  // As many names of columns as there is room for.
  const maxColumnLength = Math.max(...columns.map(({ length }) => length), 1) * characterWidth + 6;
  const every = Math.max(1, Math.ceil(maxColumnLength / Math.max(x.step(), 1)));
  const heads = columns.map((column, at) =>
    at % every === 0 && (x(at) ?? 0) + maxColumnLength <= width + 6
      ? svg`<text class="name" x=${x(at) ?? 0} y="13">${column}</text>`
      : svg``,
  );
  const drawn = cells.map(({ row, column, few, mark }, at) => {
    const part = few ? 1 : side(shareOf(mark));
    const [cellLeft, cellTop] = [x(column) ?? 0, headHeight + row * rowHeight];
    const [w, h] = [wide * part, (rowHeight - 2) * part];
    return markView(
      { mark, first: at === 0, row, column },
      frame,
      svg`<rect class="cell" x=${cellLeft} y=${cellTop} width=${wide} height=${rowHeight - 2}></rect>
        <rect class=${few ? 'few' : 'bar'} fill=${few ? hatch(sectionId) : ''} fill-opacity=${few ? 1 : strength(shareOf(mark))}
          x=${cellLeft + (wide - w) / 2} y=${cellTop + (rowHeight - 2 - h) / 2} width=${w} height=${h}></rect>`,
    );
  });
  const labels = names.map(
    (name, row) =>
      svg`<text class="name" x="0" y=${headHeight + row * rowHeight + 15}>${cutText(name, left - 4)}</text>`,
  );
  // Hours without calls have a background as well, so that the grid is visible.
  const grounds = names.map(
    (_, row) =>
      svg`<rect class="ground" x=${left} y=${headHeight + row * rowHeight} width=${width - left} height=${rowHeight - 2}></rect>`,
  );
  const all = [...grounds, ...heads, ...labels, ...drawn];
  return html`${chartView(frame, headHeight + rows.length * rowHeight, all)}
    <ul class="legend" aria-hidden="true">
      <li>
        <span class="key reached"></span
        >${shares.length === 0 ? 'no cell has enough calls yet' : `largest: ${formatPercent(highest)}`}
      </li>
      <li><span class="key open"></span>few calls</li>
    </ul>`;
}

function shareOf({ count, of }: { readonly count: number; readonly of: number }): number {
  return of === 0 ? 0 : count / of;
}
