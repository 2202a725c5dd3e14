import * as vscode from 'vscode';
import { fileNameOf } from '../../core/fileName.ts';
import {
  SuppressedBy,
  nothingReadable,
  rowsWithoutNumber,
  suppressionFailure,
  unreadableRows,
  type NamedSuppressionList,
  type SuppressedNumbers,
  type SuppressionRemark,
} from '../../callList/suppression/suppressedNumbers.ts';
import { HumanError } from '../../core/errors.ts';
import { folderOf, workspaceFiles } from '../../host/workspaceFiles.ts';
import { homeFolder } from '../../host/homeFolder.ts';
import {
  findSuppressions,
  type ListSurroundings,
  type NamedSuppression,
  type Search,
} from './suppressionFiles.ts';
import type { SuppressionReader } from './suppressionReader.ts';

/** Who must not be called from a list, and whether that is completely known. */
export interface Suppressions {
  readonly lists: readonly (NamedSuppressionList & { readonly uri: vscode.Uri })[];
  /** Undefined: nobody. */
  readonly numbers: SuppressedNumbers | undefined;
  /** Sentences about lists that cannot be read. As long as there are any nothing may be launched. */
  readonly failures: readonly string[];
  /** The failures, and rows that could not be read, as they are said on the call list. */
  readonly remarks: readonly SuppressionRemark[];
}

/** Never rejects: what cannot be read is a failure, and failures stop a launch. */
export async function suppressionsOf(
  list: vscode.Uri,
  named: readonly NamedSuppression<vscode.Uri>[],
  defaultRegion: string | undefined,
  search: Search<vscode.Uri>,
  reader: SuppressionReader,
): Promise<Suppressions> {
  const found = await findSuppressions(workspaceFiles, surroundingsOf(list), named, search);
  const failures = [...found.failures];
  const lists: (NamedSuppressionList & { readonly uri: vscode.Uri })[] = [];
  for (const uri of found.files) {
    const name = vscode.workspace.asRelativePath(uri);
    try {
      const read = await reader.read(uri, defaultRegion);
      if (read.rows > 0 && read.numbers.size === 0)
        failures.push(nothingReadable({ name, list: read }, remedy));
      lists.push({ name, uri, list: read });
    } catch (error) {
      failures.push(cannotBeRead(name, error));
    }
  }
  failures.push(...unreadableRows(lists.filter(({ list }) => list.numbers.size > 0)));
  const inUse = lists.filter(({ list: { numbers } }) => numbers.size > 0);
  return {
    lists,
    numbers: inUse.length === 0 ? undefined : new SuppressedBy(inUse),
    failures,
    remarks: [...failures.map(suppressionFailure), ...rowsWithoutNumber(inUse)],
  };
}

function surroundingsOf(list: vscode.Uri): ListSurroundings<vscode.Uri> {
  const folder = folderOf(list);
  const { isTrusted, workspaceFolders } = vscode.workspace;
  const workspaceFolder = vscode.workspace.getWorkspaceFolder(folder ?? list)?.uri;
  return {
    list,
    listName: fileNameOf(list),
    folder,
    base: workspaceFolder ?? folder ?? workspaceFolders?.[0]?.uri ?? homeFolder(),
    home: homeFolder(),
    isTrusted,
  };
}

const remedy = 'Write the numbers with + and country code, or set the default country.';

function cannotBeRead(name: string, error: unknown): string {
  const why =
    error instanceof HumanError
      ? error.message
      : 'The file cannot be opened: check that it is there and that you may read it.';
  return `The suppression list “${name}” cannot be read. ${why}`;
}
