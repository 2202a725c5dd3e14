import { retryDefaults, type CallingWindow } from '../core/retryConfig.ts';
import { readCallingRules } from '../dialing/callingRules.ts';

/**
 * Calling windows as a person types them: `10:00-13:00, 2pm-8pm`, with the documented delay between attempts, or a
 * sentence that says what to change.
 */
export function readWindowText(
  text: string,
): { readonly windows: readonly CallingWindow[] } | { readonly problem: string } {
  const windows: CallingWindow[] = [];
  for (const part of text.split(/[,;]|\band\b/)) {
    const [start, end, ...more] = part.split(/[-–]|\bto\b/).map((side) => side.trim());
    if (!start || !end || more.length > 0) {
      return { problem: 'Write hours such as 10:00-13:00, 14:00-20:00 or 10am-6pm.' };
    }
    const { retry_delay_seconds } = retryDefaults.calling_windows[0];
    windows.push({ calling_window_start_time: start, calling_window_end_time: end, retry_delay_seconds });
  }
  const { problems } = readCallingRules({ calling_windows: windows, max_retry_attempts: 1 });
  const [problem] = problems;
  if (problem === undefined) return { windows };
  return { problem: `${problem.message.charAt(0).toUpperCase()}${problem.message.slice(1)}.` };
}

/** The same, to be read again: `10:00-13:00, 14:00-20:00` */
export function windowText(windows: readonly CallingWindow[]): string {
  return windows
    .map((window) => `${window.calling_window_start_time}-${window.calling_window_end_time}`)
    .join(', ');
}
