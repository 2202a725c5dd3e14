import * as vscode from 'vscode';
import { escapedMarkdown, oneLine } from '../../core/plainText.ts';
import type { PreviewMark } from './previewText.ts';

/**
 * Makes values and holes stand out in previews: values as literals are in code, holes as errors are; both
 * bold, and a hole keeps its braces.
 */
export class PreviewMarks implements vscode.Disposable {
  readonly #marksOf: (uri: vscode.Uri) => readonly PreviewMark[] | undefined;
  readonly #value = vscode.window.createTextEditorDecorationType({
    color: new vscode.ThemeColor('debugTokenExpression.number'),
    fontWeight: 'bold',
  });
  readonly #hole = vscode.window.createTextEditorDecorationType({
    color: new vscode.ThemeColor('editorError.foreground'),
    fontWeight: 'bold',
    border: '1px dashed',
    borderColor: new vscode.ThemeColor('editorError.foreground'),
    overviewRulerColor: new vscode.ThemeColor('editorError.foreground'),
    overviewRulerLane: vscode.OverviewRulerLane.Right,
  });
  readonly #disposable: vscode.Disposable;

  /** @param marksOf the marks of a document; undefined for one that is no preview */
  constructor(marksOf: (uri: vscode.Uri) => readonly PreviewMark[] | undefined) {
    this.#marksOf = marksOf;
    const { window, workspace } = vscode;
    this.#disposable = vscode.Disposable.from(
      this.#value,
      this.#hole,
      window.onDidChangeVisibleTextEditors(() => this.draw()),
      // a provider's new text arrives a moment after it was announced
      workspace.onDidChangeTextDocument(({ document }) => {
        if (marksOf(document.uri) !== undefined) this.draw();
      }),
    );
  }

  draw(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const marks = this.#marksOf(editor.document.uri);
      if (marks === undefined) continue;
      editor.setDecorations(this.#value, decorations(editor.document, marks, 'value'));
      editor.setDecorations(this.#hole, decorations(editor.document, marks, 'hole'));
    }
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}

/** The name of a variable may be as long as its author likes. */
const maxHoverCharacters = 1_000;

function decorations(
  document: vscode.TextDocument,
  marks: readonly PreviewMark[],
  kind: PreviewMark['kind'],
): vscode.DecorationOptions[] {
  return marks
    .filter((mark) => mark.kind === kind)
    .map(({ start, end, name }) => {
      const text =
        kind === 'value'
          ? `From this row, for {{${name}}}`
          : `This row has nothing for {{${name}}}: a gap in the sentence`;
      return {
        range: new vscode.Range(document.positionAt(start), document.positionAt(end)),
        hoverMessage: new vscode.MarkdownString(escapedMarkdown(oneLine(text, maxHoverCharacters))),
      };
    });
}
