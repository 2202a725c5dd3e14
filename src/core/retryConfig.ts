/** When and how often a campaign calls: `call_retry_config` of the API. */

export const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Day = (typeof days)[number];

/** Local times of the recipient (or of `timezone`), `HH:mm` as `17:00` or 12-hour as `6pm`. */
export interface CallingWindow {
  readonly calling_window_start_time: string;
  readonly calling_window_end_time: string;
  readonly retry_delay_seconds: number;
}

export interface CallRetryConfig {
  /**
   * Days of the recipient's week; absent means Monday to Friday. Open: a newer server may know more words.
   */
  readonly allowed_days?: readonly string[] | undefined;
  /** The second attempt follows at once when the first reached no human. */
  readonly call_twice_in_a_row?: boolean | undefined;
  readonly calling_windows: readonly CallingWindow[];
  readonly max_retry_attempts: number;
  /** IANA zone that overrides the one derived from the recipient's country code. */
  readonly timezone?: string | undefined;
}

/** What the service uses where nothing is said, as its reference documents it. */
export const retryDefaults = {
  allowed_days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  call_twice_in_a_row: false,
  calling_windows: [
    {
      calling_window_start_time: '10:00',
      calling_window_end_time: '18:00',
      retry_delay_seconds: 7200,
    },
  ],
  max_retry_attempts: 3,
} as const satisfies CallRetryConfig;
