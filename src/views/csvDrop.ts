import * as vscode from 'vscode';
import { listEnding } from '../callList/file/listEnding.ts';
import type { Node } from './nodes.ts';
import { showWarningMessage } from '../host/messages.ts';

const uriList = 'text/uri-list';

/** A CSV dropped on the tree starts a campaign from it, as a right click on the file does. */
export const csvDrop: vscode.TreeDragAndDropController<Node> = {
  dragMimeTypes: [],
  dropMimeTypes: [uriList],
  async handleDrop(_target, transfer) {
    const list = await transfer.get(uriList)?.asString();
    const uris = (list ?? '').split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
    const lists = uris.map((uri) => vscode.Uri.parse(uri)).filter((uri) => listEnding.test(uri.path));
    const [first] = lists;
    if (first === undefined) {
      void showWarningMessage(
        'Drop a call list here (.csv, .tsv, .tab or .txt) to create a campaign from it.',
      );
      return;
    }
    await vscode.commands.executeCommand('revox.createCampaign', first);
  },
};
