import * as vscode from 'vscode';

const scheme = 'revox-restart';

/**
 * Has VS Code end the page of a panel and start it anew, by covering it with a text for a moment. New HTML
 * alone would go to the page that does not start.
 */
export async function restartPage(panel: vscode.WebviewPanel): Promise<void> {
  const { active: hadFocus, viewColumn = vscode.ViewColumn.Active } = panel;
  const content = { provideTextDocumentContent: () => 'The page is loading again…\n' };
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, content);
  try {
    const cover = await vscode.workspace.openTextDocument(
      vscode.Uri.from({ scheme, path: '/Loading Again' }),
    );
    const shown = { viewColumn, preserveFocus: true, preview: false };
    await vscode.window.showTextDocument(cover, shown);
    panel.reveal(viewColumn, !hadFocus);
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(
      tabs.filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === scheme),
      true,
    );
  } finally {
    provider.dispose();
  }
}
