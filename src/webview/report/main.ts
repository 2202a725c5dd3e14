import { render } from 'lit';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-progress-ring/index.js';
import type { ReportEvents, ReportRequests } from '../../panels/contract/protocolReport.ts';
import { connectPage } from '../shared/page.ts';
import '../shared/base.css';
import { listenToMarks } from './markKeys.ts';
import './report.css';
import { ReportPage } from './reportPage.ts';
import { pageView } from './reportPageView.ts';
import type { ReportState } from './reportState.ts';

const host = connectPage<ReportRequests, ReportEvents>();
const page = new ReportPage(host, draw);
let scrolledBack = false;

function draw(state: ReportState): void {
  render(pageView(state, page), host.root);
  measure();
  if (scrolledBack || state.view === undefined) return;
  scrolledBack = true;
  document.scrollingElement?.scrollTo({ top: page.scrollTop });
}

/** Charts are drawn in real pixels, so that their texts keep their size at every width. */
function measure(): void {
  const { widths } = page.state;
  const wide = widthOf('.funnel .chart-area') ?? widths.wide;
  const narrow = widthOf('.sections .chart-area') ?? widths.narrow;
  if (Math.abs(wide - widths.wide) > 1 || Math.abs(narrow - widths.narrow) > 1)
    page.dispatch({ type: 'sized', wide, narrow });
}

function widthOf(selector: string): number | undefined {
  const width = document.querySelector<HTMLElement>(selector)?.clientWidth ?? 0;
  return width > 0 ? width : undefined;
}

new ResizeObserver(measure).observe(document.documentElement);
document.addEventListener('scrollend', () => page.scrolled(document.scrollingElement?.scrollTop ?? 0));
listenToMarks(host.root);
void page.start();
