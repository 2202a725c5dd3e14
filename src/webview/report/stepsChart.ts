import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { html, svg, type TemplateResult } from 'lit';
import { formatPercent } from '../../core/format.ts';
import type { StepsChart } from '../../panels/contract/protocolReport.ts';
import { chartView, hatch, markView, type ChartFrame } from './chartMark.ts';

const height = 200;
const top = 20;
const bottom = 24;

/** Who was reached by each call, and hatched above it who is still open. */
export function stepsChart({ steps, people }: StepsChart, frame: ChartFrame): TemplateResult {
  const { width, sectionId } = frame;
  const base = height - bottom;
  const x = scaleBand(
    steps.map((_, at) => at),
    [0, width],
  )
    .paddingInner(0.25)
    .paddingOuter(0.1);
  const y = scaleLinear([0, Math.max(people, 1)], [base, top]);
  const middle = (at: number) => (x(at) ?? 0) + x.bandwidth() / 2;
  const curve = line<StepsChart['steps'][number]>()
    .x((_, at) => middle(at))
    .y(({ by }) => y(by.count))(steps);
  const columns = steps.flatMap(({ label, by, open }, column) => {
    const left = x(column) ?? 0;
    const share = by.of === 0 ? '' : formatPercent(by.count / by.of);
    const wide = x.bandwidth();
    return [
      markView(
        { mark: open, first: false, row: 0, column },
        frame,
        svg`<rect class="open" fill=${hatch(sectionId)} x=${left} y=${y(by.count + open.count)} width=${wide} height=${y(by.count) - y(by.count + open.count)}></rect>`,
      ),
      markView(
        { mark: by, first: column === 0, row: 1, column },
        frame,
        svg`<rect class="bar" x=${left} y=${y(by.count)} width=${wide} height=${base - y(by.count)}></rect>`,
        svg`<text class="numbers" x=${middle(column)} y=${y(by.count + open.count) - 5} text-anchor="middle">${share}</text>
          <text class="name" x=${middle(column)} y=${height - 6} text-anchor="middle">${label}</text>`,
      ),
    ];
  });
  return html`${chartView(frame, height, [
      svg`<line class="axis" x1="0" x2=${width} y1=${base + 0.5} y2=${base + 0.5}></line>`,
      ...columns,
      svg`<path class="curve" d=${curve ?? ''}></path>`,
    ])}
    <ul class="legend" aria-hidden="true">
      <li><span class="key reached"></span>reached by then</li>
      <li><span class="key open"></span>may still be called</li>
    </ul>`;
}
