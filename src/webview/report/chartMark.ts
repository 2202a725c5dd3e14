import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Mark } from '../../panels/contract/protocolReport.ts';

/** The context a chart is drawn with. */
export interface ChartFrame {
  readonly sectionId: string;
  readonly label: string;
  /** In px; a pixel of the drawing is one of the page, so that texts keep their size. */
  readonly width: number;
  /** Opens the people behind a number. */
  readonly open: (key: string) => void;
  readonly focus: (key: string) => void;
}

/** Widest text of a number of characters that is likely to fit, in the page's font. */
export const characterWidth = 7;

export interface PlacedMark {
  readonly mark: Mark;
  /** The first of a chart is in the tab order, the others are reached by arrow keys. */
  readonly first: boolean;
  /** Its position, for the arrow keys. */
  readonly row: number;
  readonly column: number;
}

/**
 * A part of a chart that can be focused, named and opened. Its texts are beside it: its name says the same.
 */
export function markView(
  { mark, first, row, column }: PlacedMark,
  frame: ChartFrame,
  content: SVGTemplateResult,
  texts: SVGTemplateResult = svg``,
): SVGTemplateResult {
  return svg`<g
    class="mark"
    role="button"
    tabindex=${first ? 0 : -1}
    aria-label=${`${mark.label}: ${mark.text}`}
    data-row=${row}
    data-column=${column}
    @click=${() => frame.open(mark.key)}
    @focus=${() => frame.focus(mark.key)}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      frame.open(mark.key);
    }}
  ><title>${mark.label}: ${mark.text}</title>${content}</g>
  <g class="texts" aria-hidden="true">${texts}</g>`;
}

export function chartView(
  frame: ChartFrame,
  height: number,
  content: SVGTemplateResult | readonly SVGTemplateResult[],
): TemplateResult {
  const { width, label, sectionId } = frame;
  return html`<svg
    class="chart-drawing"
    width=${width}
    height=${height}
    viewBox="0 0 ${width} ${height}"
    role="group"
    aria-label=${label}
    data-section=${sectionId}
  >
    <defs>
      <pattern
        id=${hatchId(sectionId)}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="hatch-ground" width="6" height="6"></rect>
        <rect class="hatch-line" width="2" height="6"></rect>
      </pattern>
    </defs>
    ${content}
  </svg>`;
}

/** A hatched fill for uncertain or open values. */
export function hatch(sectionId: string): string {
  return `url(#${hatchId(sectionId)})`;
}

function hatchId(sectionId: string): string {
  return `hatch-${encodeURIComponent(sectionId).replaceAll(/[^a-zA-Z0-9]/g, '_')}`;
}

export function cutText(text: string, width: number): string {
  const most = Math.max(4, Math.floor(width / characterWidth));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
