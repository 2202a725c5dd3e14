import { scaleLinear } from 'd3-scale';
import { svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { formatCount, formatPercent } from '../../core/format.ts';
import type { BarsChart, Mark } from '../../panels/contract/protocolReport.ts';
import { characterWidth, chartView, cutText, markView, type ChartFrame } from './chartMark.ts';

const rowHeight = 42;
const barTop = 20;
const barHeight = 14;
const narrowest = 480;

/** Horizontal bars, each with its name and numbers above it and its 95 % interval as an error bar. */
export function barsChart({ marks }: BarsChart, frame: ChartFrame): TemplateResult {
  const most = Math.max(...marks.map(({ count }) => count), 1);
  // Bars of one whole are drawn as shares of it, bars of different wholes by their counts.
  const oneWhole = marks.every(({ of }) => of === marks[0]?.of);
  const largest = Math.max(...marks.map(({ interval }) => interval?.high ?? 0), 0.01);
  // Small shares are drawn larger, and then without the track that would stand for the whole.
  const isEnlarged = oneWhole && largest < 0.5;
  const highest = isEnlarged ? largest : 1;
  const tellsWhole = new Set(marks.map(({ whole }) => whole)).size > 1;
  const x = scaleLinear([0, oneWhole ? highest : most], [0, frame.width - 2]);
  const bars = marks.map((mark, row) =>
    markView(
      { mark, first: row === 0, row, column: 0 },
      frame,
      barView(mark, { row, x, oneWhole, hasTrack: !isEnlarged }, frame),
      textsOf(mark, row, frame, tellsWhole),
    ),
  );
  return chartView(frame, marks.length * rowHeight, bars);
}

interface BarPlace {
  readonly row: number;
  readonly x: (value: number) => number;
  readonly oneWhole: boolean;
  readonly hasTrack: boolean;
}

function barView(
  { count, of, interval }: Mark,
  { row, x, oneWhole, hasTrack }: BarPlace,
  { width }: ChartFrame,
): SVGTemplateResult {
  const top = row * rowHeight;
  const middle = top + barTop + barHeight / 2;
  const scale = oneWhole ? 1 / Math.max(of, 1) : 1;
  // Of different wholes: the interval of the share, in counts of its own whole.
  const whole = oneWhole ? 1 : of;
  const ends =
    interval === undefined || of === 0
      ? []
      : [x(interval.low * whole), x(Math.min(interval.high * whole, oneWhole ? 1 : of))];
  const [low, high] = ends;
  return svg`<rect class="hit" x="0" y=${top} width=${width} height=${rowHeight}></rect>
    ${hasTrack ? svg`<rect class="track" x="0" y=${top + barTop} width=${width - 2} height=${barHeight}></rect>` : svg``}
    <rect class="bar" x="0" y=${top + barTop} width=${Math.max(x(count * scale), count > 0 ? 1 : 0)} height=${barHeight}></rect>
    ${
      low === undefined || high === undefined
        ? svg``
        : svg`<path class="whisker" d=${`M${low},${middle - 4}V${middle + 4}M${low},${middle}H${high}M${high},${middle - 4}V${middle + 4}`}></path>`
    }`;
}

/** @param tellsWhole bars of different wholes say what each is a share of, where there is room */
function textsOf(
  { label, count, of, whole }: Mark,
  row: number,
  { width }: ChartFrame,
  tellsWhole: boolean,
): SVGTemplateResult {
  const top = row * rowHeight + 14;
  const share = of === 0 ? '0' : `${formatCount(count)} · ${formatPercent(count / of)}`;
  const numbers = tellsWhole && width >= narrowest ? `${share} of ${whole}` : share;
  const room = width - Math.max(110, numbers.length * characterWidth + 16);
  return svg`<text class="name" x="0" y=${top}>${cutText(label, room)}</text>
    <text class="numbers" x=${width - 2} y=${top} text-anchor="end">${numbers}</text>`;
}
