import * as vscode from 'vscode';
import { fileNameOf } from '../../core/fileName.ts';
import { DisposableStore } from '../../host/disposables.ts';
import { openDocument, type CallLists } from '../callLists.ts';
import type { ListAssistants } from '../listAssistants.ts';
import { PreviewMarks } from './previewMarks.ts';
import type { PreviewText } from './previewText.ts';

/** One list's preview, which goes from row to row. */
interface Preview {
  readonly list: vscode.Uri;
  /** 1-based line of the list. */
  line: number;
  shown: PreviewText;
  /** Number of the newest attempt to show something; older ones that end later are dropped. */
  attempt: number;
}

const waiting: PreviewText = { text: 'Filling in the row…\n', marks: [] };
const notKept: PreviewText = {
  text: 'A preview is not kept when the window closes. Open the call list and choose “Preview What the Assistant Says…” again.\n',
  marks: [],
};

/**
 * What the assistant says to one row, as a read-only document beside its list. It follows the cursor in the
 * list.
 */
export class SpokenPreviews implements vscode.TextDocumentContentProvider, vscode.Disposable {
  static readonly scheme = 'revox-preview';
  readonly #lists: CallLists;
  readonly #assistants: ListAssistants;
  readonly #disposables = new DisposableStore();
  readonly #previews = new Map<string, Preview>();
  readonly #marks = this.#disposables.add(
    new PreviewMarks((uri) => this.#previews.get(uri.toString())?.shown.marks),
  );
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changed.event;

  constructor(lists: CallLists, assistants: ListAssistants) {
    this.#lists = lists;
    this.#assistants = assistants;
    const { window, workspace } = vscode;
    for (const own of [
      workspace.registerTextDocumentContentProvider(SpokenPreviews.scheme, this),
      workspace.onDidCloseTextDocument(({ uri }) => this.#previews.delete(uri.toString())),
      window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections }) => {
        const line = selections[0]?.active.line;
        if (line !== undefined) void this.#goTo(document.uri, line + 1);
      }),
      lists.onDidChange((uri) => void this.#update(uri)),
      assistants.onDidChange((uri) => void this.#update(uri)),
    ]) {
      this.#disposables.add(own);
    }
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return (this.#previews.get(uri.toString())?.shown ?? notKept).text;
  }

  /** Shows the row on a line beside its list; the focus stays where it is. */
  async show(list: vscode.Uri, line: number): Promise<void> {
    const uri = previewUri(list);
    const preview = this.#previews.get(uri.toString()) ?? { list, line, shown: waiting, attempt: 0 };
    preview.line = line;
    this.#previews.set(uri.toString(), preview);
    await this.#fill(uri, preview);
    const document = await vscode.workspace.openTextDocument(uri);
    const viewColumn = visibleEditor(uri)?.viewColumn ?? vscode.ViewColumn.Beside;
    await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: true });
  }

  /** The list that the preview in front is of. */
  get activeList(): vscode.Uri | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return uri && this.#previews.get(uri.toString())?.list;
  }

  /** The 1-based line that the preview of this list shows; undefined: there is none. */
  lineOf(list: vscode.Uri): number | undefined {
    return this.#previews.get(previewUri(list).toString())?.line;
  }

  /** To the row after (1) or before (-1) the one previewed; in the list the cursor goes along. */
  async step(list: vscode.Uri, by: 1 | -1): Promise<void> {
    const preview = this.#previews.get(previewUri(list).toString());
    const document = openDocument(list);
    if (preview === undefined || document === undefined) return;
    const { neighbourLine } = await import('./rowPreview.ts');
    const line = await neighbourLine(this.#lists, document, preview.line, by);
    if (line === undefined) return;
    const editor = visibleEditor(list);
    if (editor !== undefined) {
      const at = new vscode.Position(line - 1, 0);
      editor.selection = new vscode.Selection(at, at);
      editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    await this.#goTo(list, line);
  }

  async #goTo(list: vscode.Uri, line: number): Promise<void> {
    const preview = this.#previews.get(previewUri(list).toString());
    if (preview === undefined || preview.line === line) return;
    preview.line = line;
    await this.#update(list);
  }

  async #update(list: vscode.Uri): Promise<void> {
    const uri = previewUri(list);
    const preview = this.#previews.get(uri.toString());
    if (preview !== undefined) await this.#fill(uri, preview);
  }

  async #fill(uri: vscode.Uri, preview: Preview): Promise<void> {
    const attempt = ++preview.attempt;
    const assistant = this.#assistants.get(preview.list);
    const document = openDocument(preview.list);
    const { previewOf } = await import('./rowPreview.ts');
    const shown =
      assistant === undefined || document === undefined
        ? undefined
        : await previewOf(this.#lists, document, preview.line, assistant);
    // undefined while somebody types in the list: the preview stays until the check is done
    if (shown === undefined || attempt !== preview.attempt || shown.text === preview.shown.text) return;
    preview.shown = shown;
    this.#changed.fire(uri);
    this.#marks.draw();
  }

  dispose(): void {
    this.#previews.clear();
    this.#disposables.dispose();
  }
}

function previewUri(list: vscode.Uri): vscode.Uri {
  const name = fileNameOf(list);
  return vscode.Uri.from({
    scheme: SpokenPreviews.scheme,
    path: `/What is said to ${name}.md`,
    query: list.toString(),
  });
}

function visibleEditor(uri: vscode.Uri): vscode.TextEditor | undefined {
  const address = uri.toString();
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === address);
}
