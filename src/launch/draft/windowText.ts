import { rulesDraftOf, type WindowDraft } from '../../core/campaignDraft.ts';

/**
 * Calling windows as a person types them on one line, `10:00-13:00, 2pm-8pm`, with the documented delay
 * between attempts. Whether their times are right is for `validateDraft` to say.
 * @returns undefined when it is no list of windows
 */
export function readWindowText(text: string): readonly WindowDraft[] | undefined {
  const { delay = '', unit = 'minutes' } = rulesDraftOf().windows[0] ?? {};
  const windows = text.split(/[,;]|\band\b/).map((part) => {
    const [start = '', end = '', ...more] = part.split(/[-–]|\bto\b/).map((side) => side.trim());
    return { start, end: more.length > 0 ? '' : end, delay, unit };
  });
  return windows.every(({ start, end }) => start !== '' && end !== '') ? windows : undefined;
}

/** The same, to be read again: `10:00-13:00, 14:00-20:00` */
export function windowText(windows: readonly Pick<WindowDraft, 'start' | 'end'>[]): string {
  return windows.map(({ start, end }) => `${start}-${end}`).join(', ');
}
