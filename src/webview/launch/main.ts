import { render } from 'lit';
import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import '@vscode-elements/elements/dist/vscode-progress-ring/index.js';
import type { LaunchEvents, LaunchRequests } from '../../panels/contract/protocolLaunch.ts';
import '../shared/base.css';
import { connectPage } from '../shared/page.ts';
import { inputId } from './fieldView.ts';
import './launch.css';
import { LaunchPage } from './launchPage.ts';
import { launchView } from './launchView.ts';
import type { LaunchState } from './launchState.ts';

const host = connectPage<LaunchRequests, LaunchEvents>();
const page = new LaunchPage(host, draw);
let area: HTMLElement | null = null;

function draw(state: LaunchState): void {
  render(launchView(state, page), host.root);
  takeArea();
  document.querySelector('.choices [aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  const field = page.takeFocus();
  if (field === undefined) return;
  const input = document.getElementById(inputId(field));
  input?.focus();
  input?.scrollIntoView({ block: 'center' });
}

/** Where the sheet was scrolled to comes back with it. */
function takeArea(): void {
  const now = document.querySelector<HTMLElement>('.scroll');
  if (now === area) return;
  area = now;
  now?.addEventListener('scrollend', () => page.scrolled(now.scrollTop));
  now?.scrollTo({ top: page.scrollTop });
}

void page.start();
