import { RpcClient } from '../../panels/contract/rpcClient.ts';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

export interface Page<Requests, Events> {
  readonly client: RpcClient<Requests, Events>;
  readonly root: HTMLElement;
  savedState(): unknown;
  saveState(state: unknown): void;
}

/** Connects a page with its host. VS Code allows acquiring its API only once. */
export function connectPage<Requests, Events>(): Page<Requests, Events> {
  const vscode = acquireVsCodeApi();
  const client = new RpcClient<Requests, Events>(
    (message) => vscode.postMessage(message),
    sayWhetherAnswered,
  );
  window.addEventListener('message', ({ data }) => client.receive(data));
  window.addEventListener('pagehide', () => client.close());
  const root = document.getElementById('page');
  if (root === null) throw new Error('The page has no place to draw in.');
  return {
    client,
    root,
    savedState: () => vscode.getState(),
    saveState: (state) => vscode.setState(state),
  };
}

/** A banner above the page: the host does not answer, so nothing on the page can work. */
function sayWhetherAnswered(isAnswered: boolean): void {
  document.querySelector('.no-answer')?.remove();
  if (isAnswered) return;
  const alert = document.createElement('p');
  alert.className = 'no-answer';
  alert.setAttribute('role', 'alert');
  alert.textContent =
    'The extension does not answer. It may have been restarted, updated or disabled. ' +
    'Close this page and open it again.';
  document.body.prepend(alert);
}
