// What other CSV extensions do beside ours: colours, hovers, a quick fix and a lens on every CSV, a language
// that changes once the delimiter is known, and a table in place of the text. In the folder `neighbours`
// only: other tests have ours alone.
import * as vscode from 'vscode';

const ids = ['csv', 'tsv', 'csv (semicolon)', 'csv (pipe)', 'csv (tilde)', 'dynamic csv'];
const legend = new vscode.SemanticTokensLegend(['keyword', 'string']);

/** @param {vscode.ExtensionContext} context */
export function activate({ subscriptions }) {
  const { languages, window } = vscode;
  const selector = ids.map((language) => ({ language, pattern: '**/neighbours/**' }));
  const colour = window.createTextEditorDecorationType({ color: 'orange' });
  subscriptions.push(
    colour,
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor !== undefined && languages.match(selector, editor.document) > 0)
        editor.setDecorations(colour, [editor.document.lineAt(0).range]);
    }),
    languages.registerDocumentSemanticTokensProvider(
      selector,
      {
        provideDocumentSemanticTokens(document) {
          const tokens = new vscode.SemanticTokensBuilder(legend);
          for (let line = 0; line < document.lineCount; line++)
            tokens.push(line, 0, document.lineAt(line).text.length, line % 2, 0);
          return tokens.build();
        },
      },
      legend,
    ),
    languages.registerHoverProvider(selector, {
      provideHover: ({ languageId }) => new vscode.Hover(`Col 1 of ${languageId}`),
    }),
    languages.registerCodeLensProvider(selector, {
      provideCodeLenses: () => [
        new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { title: 'Align', command: '' }),
      ],
    }),
    languages.registerCodeActionsProvider(selector, {
      provideCodeActions: () => [new vscode.CodeAction('Shrink columns', vscode.CodeActionKind.QuickFix)],
    }),
    window.registerCustomEditorProvider('neighbour.table', {
      resolveCustomTextEditor(_document, { webview }) {
        webview.html = '<table><tr><td>phone</td></tr></table>';
      },
    }),
  );
}
