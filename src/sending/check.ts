import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { CallList, CallListOptions } from '../callList/callList.ts';
import { isAbort } from '../core/errors.ts';
import { formatCount } from '../core/format.ts';
import type { CheckedFile } from '../host/checkedFile.ts';
import { launchPolicy } from '../host/launchRules.ts';
import { showInformationMessage, withProgress } from '../host/messages.ts';
import { policyBounds } from '../launch/gate/launchPolicy.ts';
import type { CallListFile } from './callListFile.ts';

/** A progress notification appears only for lists whose check takes longer than this. */
const progressAfterMs = 600;
const progressEveryMs = 200;

/**
 * Reads and checks a list, with a progress that can be cancelled if that takes long.
 * @returns undefined when the person cancelled
 */
export async function checkWithProgress(
  file: CallListFile,
  question: CallListOptions,
): Promise<CallList | undefined> {
  return (await checkFileWithProgress(file, question))?.list;
}

/**
 * Like `checkWithProgress`, with the hash of the checked file. For a file too large for an editor, only as
 * many contacts are stored as the settings allow.
 * @param signal cancels it as the person can
 */
export async function checkFileWithProgress(
  file: CallListFile,
  question: CallListOptions,
  signal?: AbortSignal,
): Promise<CheckedFile | undefined> {
  const { checkFile } = await import('../host/checkedFile.ts');
  const bounds = policyBounds(launchPolicy(file.uri));
  return runWithProgress(file, `Checking ${file.name}`, signal, (aborted, onProgress) =>
    checkFile(file.source, question, { bounds, signal: aborted, onProgress }),
  );
}

/**
 * The hash of the current file, for comparison with that of the check.
 * @returns undefined when the person cancelled
 */
export async function hashWithProgress(
  file: CallListFile,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const { hashOfFile } = await import('../host/checkedFile.ts');
  const title = `Checking whether ${file.name} has changed`;
  return runWithProgress(file, title, signal, (aborted) => hashOfFile(file.source, aborted));
}

/** @param remedy how to have the list read after all */
export function showReadingCancelled({ name }: Pick<CallListFile, 'name'>, remedy: string): void {
  void showInformationMessage(`Reading “${name}” was cancelled, so none of it is used. ${remedy}`);
}

type OnProgress = (bytesRead: number) => void;

async function runWithProgress<T>(
  { bytes }: CallListFile,
  title: string,
  signal: AbortSignal | undefined,
  run: (signal: AbortSignal, onProgress: OnProgress) => Promise<T>,
): Promise<T | undefined> {
  const abort = new AbortController();
  const aborted = signal === undefined ? abort.signal : AbortSignal.any([signal, abort.signal]);
  let show: OnProgress = () => undefined;
  const done = orCancelled(run(aborted, (bytesRead) => show(bytesRead)));
  const first = await Promise.race([done, wait(progressAfterMs, 'slow' as const)]);
  if (first !== 'slow') return first;
  return withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => {
      token.onCancellationRequested(() => abort.abort());
      if (bytes !== undefined && bytes > 0) show = progressOf(progress, bytes);
      return done;
    },
  );
}

/** Updates the progress no more often than a person can read it. */
function progressOf(
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  bytes: number,
): OnProgress {
  let shownPercent = 0;
  let shownMs = 0;
  return (bytesRead) => {
    const nowMs = performance.now();
    if (nowMs - shownMs < progressEveryMs) return;
    shownMs = nowMs;
    const percent = Math.min(100, (bytesRead / bytes) * 100);
    const [read, all] = [bytesRead, bytes].map((each) => formatCount(Math.round(each / 1_000_000)));
    progress.report({ message: `${read} of ${all} MB`, increment: percent - shownPercent });
    shownPercent = percent;
  };
}

async function orCancelled<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isAbort(error)) return undefined;
    throw error;
  }
}
