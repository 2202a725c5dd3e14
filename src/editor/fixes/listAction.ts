import * as vscode from 'vscode';
import { editorRange } from '../editorRange.ts';
import type { TextChange } from './cellFix.ts';

/** An action whose edit is computed when it is chosen, because a large list has thousands of actions. */
export class ListAction extends vscode.CodeAction {
  readonly #changes: () => Promise<readonly TextChange[]> | readonly TextChange[];
  readonly #document: vscode.TextDocument;
  readonly #version: number;
  readonly #previewLabel: string | undefined;

  /**
   * @param previewLabel the changes are shown in the refactor preview first, under this label, to be agreed
   * to
   */
  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    document: vscode.TextDocument,
    changes: () => Promise<readonly TextChange[]> | readonly TextChange[],
    previewLabel?: string,
  ) {
    super(title, kind);
    this.#document = document;
    this.#version = document.version;
    this.#changes = changes;
    this.#previewLabel = previewLabel;
  }

  async resolve(): Promise<void> {
    const changes = await this.#changes();
    // positions in a text that has changed meanwhile are no longer valid
    if (this.#document.version !== this.#version) return;
    const edit = new vscode.WorkspaceEdit();
    const label = this.#previewLabel;
    for (const { range, text, summary } of changes) {
      const preview =
        label === undefined ? undefined : { label, description: summary ?? text, needsConfirmation: true };
      edit.replace(this.#document.uri, editorRange(range), text, preview);
    }
    this.edit = edit;
  }
}
