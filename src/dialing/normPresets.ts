import type { CallingWindow, Day } from '../core/retryConfig.ts';
import { days, retryDefaults } from '../core/retryConfig.ts';

/** Calling hours and days to start from. Attempts and time zone stay as they are. */
export interface NormPreset {
  readonly id: 'service' | 'fr' | 'us' | 'ca' | 'au';
  readonly title: string;
  readonly detail: string;
  readonly windows: readonly CallingWindow[];
  readonly allowedDays: readonly Day[];
}

const weekdays = days.slice(0, 5);

function windows(...hours: readonly (readonly [start: string, end: string])[]): CallingWindow[] {
  return hours.map(([start, end]) => ({
    calling_window_start_time: start,
    calling_window_end_time: end,
    retry_delay_seconds: retryDefaults.calling_windows[0].retry_delay_seconds,
  }));
}

/** Presets within the hours of `norms`, or shorter; a test compares each with its country's norm. */
export const normPresets: readonly NormPreset[] = [
  {
    id: 'service',
    title: 'Service Default',
    detail: '10:00–18:00, Monday to Friday. In France this includes the hour from 13:00 to 14:00.',
    windows: retryDefaults.calling_windows,
    allowedDays: weekdays,
  },
  {
    id: 'fr',
    title: 'France',
    detail: '10:00–13:00 and 14:00–20:00, Monday to Friday.',
    windows: windows(['10:00', '13:00'], ['14:00', '20:00']),
    allowedDays: weekdays,
  },
  {
    id: 'us',
    title: 'United States',
    detail: '9:00–20:00, Monday to Friday: shorter than the federal hours; a few states are stricter still.',
    windows: windows(['09:00', '20:00']),
    allowedDays: weekdays,
  },
  {
    id: 'ca',
    title: 'Canada',
    detail: '9:00–21:00, Monday to Friday; at weekends the usual hours are shorter.',
    windows: windows(['09:00', '21:00']),
    allowedDays: weekdays,
  },
  {
    id: 'au',
    title: 'Australia',
    detail: '9:00–20:00, Monday to Friday; on Saturdays the usual hours end at 17:00.',
    windows: windows(['09:00', '20:00']),
    allowedDays: weekdays,
  },
];
