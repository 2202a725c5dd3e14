import { checkFileWithProgress, hashWithProgress } from './check.ts';
import { readCallListFile } from './callListFile.ts';
import type * as vscode from 'vscode';
import { checkFile, hashOfFile } from '../host/checkedFile.ts';
import { largeBytes } from '../host/fileBytes.ts';
import { launchPolicy } from '../host/launchRules.ts';
import { policyBounds } from '../launch/gate/launchPolicy.ts';
import { ReadingStopped, type ListFile } from './checkedList.ts';

/**
 * Reads the file of a list as it is now. A large one shows a progress that can be cancelled; for a small one
 * the page itself shows that it waits.
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
