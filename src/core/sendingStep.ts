/** The progress of sending a campaign, as it is shown to the person. */
export interface SendingStep {
  readonly text: string;
  /** What cancelling now would do, as a sentence; empty: it was cancelled. */
  readonly withdrawal: string;
}
