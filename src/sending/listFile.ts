import { checkFileWithProgress, hashWithProgress } from './check.ts';
import { readCallListFile } from './callListFile.ts';
import type * as vscode from 'vscode';
import { checkFile, hashOfFile } from '../host/checkedFile.ts';
import { largeBytes } from '../host/fileBytes.ts';
import { launchPolicy } from '../host/launchRules.ts';
import { policyBounds } from '../launch/launchPolicy.ts';
import { ReadingStopped, type ListFile } from './checkedList.ts';

/**
 * The file of a sheet as it stands now. A large one takes long enough for a progress, and can be cancelled; of a small one the sheet itself
 * says that it is being read.
 */
export async function readListFile(uri: vscode.Uri): Promise<ListFile> {
  const file = await readCallListFile(uri);
  const { source, bytes = 0 } = file;
  if (bytes <= largeBytes) {
    return {
      check: (question, signal) =>
        checkFile(source, question, { bounds: policyBounds(launchPolicy(uri)), signal }),
      hash: (signal) => hashOfFile(source, signal),
    };
  }
  const unlessStopped = async <T>(work: Promise<T | undefined>, signal: AbortSignal): Promise<T> => {
    const result = await work;
    if (result !== undefined) return result;
    signal.throwIfAborted();
    throw new ReadingStopped(file.name);
  };
  return {
    check: (question, signal) => unlessStopped(checkFileWithProgress(file, question, signal), signal),
    hash: (signal) => unlessStopped(hashWithProgress(file, signal), signal),
  };
}
