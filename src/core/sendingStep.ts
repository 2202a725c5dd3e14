/** How far the sending of a campaign is, as it is shown while somebody waits. */
export interface SendingStep {
  readonly text: string;
  /** What cancelling now would do; empty: it was cancelled. */
  readonly withdrawal: string;
}
