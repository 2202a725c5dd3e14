import type { Workbench } from './workbench.js';

/** Answers the questions of Create Campaign for `call-list.csv`, up to the page that reviews everything. */
export async function answerUntilReview(workbench: Workbench, name: string, start: RegExp): Promise<void> {
  const { quickPick } = workbench;
  await workbench.openFile('call-list.csv');
  await workbench.command('Revox: Create Campaign from CSV…');
  await quickPick.shows('Which assistant makes the calls?');
  await quickPick.rows.first().click();
  await quickPick.type(name, 'Name of the campaign');
  await quickPick.shows('When should the calls start?');
  await quickPick.select(start);
}
