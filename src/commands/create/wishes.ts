import * as vscode from 'vscode';
import type { LaunchArguments } from '../../launch/launchArguments.ts';
import type { Answers } from './answers.ts';

export interface Wishes {
  /** As given: an address, a path, or nothing. */
  readonly uri: unknown;
  readonly read: LaunchArguments;
}

/** Menus give the address of the list alone; keybindings, tasks and other extensions may give answers with it. */
export async function readWishes(given: unknown, nowMs: number): Promise<Wishes | undefined> {
  const isAddress = given instanceof vscode.Uri || typeof given !== 'object' || given === null;
  if (isAddress || 'scheme' in given) return undefined;
  const { readLaunchArguments } = await import('../../launch/launchArguments.ts');
  return { uri: 'uri' in given ? given.uri : undefined, read: readLaunchArguments(given, nowMs) };
}

/** What is not wished for stays as it is first offered. */
export function answersIn(wishes: LaunchArguments | undefined): Partial<Answers> {
  const { name, start, fromPhoneNumber, maxConcurrentCalls, callRetryConfig } = wishes ?? {};
  return {
    ...(name === undefined ? {} : { name }),
    ...(start === undefined ? {} : { start }),
    ...(fromPhoneNumber === undefined ? {} : { fromPhoneNumber }),
    ...(maxConcurrentCalls === undefined ? {} : { maxConcurrentCalls }),
    ...(callRetryConfig === undefined ? {} : { callRetryConfig }),
  };
}
