import { scaleBand, scaleLinear } from 'd3-scale';
import { svg, type TemplateResult } from 'lit';
import { formatCount } from '../../core/format.ts';
import type { HistogramChart } from '../../panels/contract/protocolReport.ts';
import { chartView, markView, type ChartFrame } from './chartMark.ts';

const height = 190;
const top = 18;
/** Names stand upright below their columns, turned where there is no room. */
const nameHeight = 62;

/** Columns of counts side by side. */
export function histogramChart({ marks }: HistogramChart, frame: ChartFrame): TemplateResult {
  const { width } = frame;
  const base = height - nameHeight;
  const x = scaleBand(
    marks.map((_, at) => at),
    [0, width],
  ).paddingInner(0.12);
  const y = scaleLinear([0, Math.max(...marks.map(({ count }) => count), 1)], [base, top]);
  const columns = marks.map((mark, column) => {
    const left = x(column) ?? 0;
    const middle = left + x.bandwidth() / 2;
    return markView(
      { mark, first: column === 0, row: 0, column },
      frame,
      svg`<rect class="hit" x=${left} y="0" width=${x.bandwidth()} height=${height}></rect>
        <rect class="bar" x=${left} y=${y(mark.count)} width=${x.bandwidth()} height=${base - y(mark.count)}></rect>`,
      svg`${mark.count === 0 ? svg`` : svg`<text class="numbers" x=${middle} y=${y(mark.count) - 4} text-anchor="middle">${formatCount(mark.count)}</text>`}
        <text class="name" transform=${`translate(${middle + 4},${base + 8}) rotate(90)`}>${mark.label}</text>`,
    );
  });
  return chartView(frame, height, [
    svg`<line class="axis" x1="0" x2=${width} y1=${base + 0.5} y2=${base + 0.5}></line>`,
    ...columns,
  ]);
}
