/** Some rows of a campaign that belong together: those behind a number of the report. */
export interface RowsGroup {
  /** `Voicemail` */
  readonly label: string;
  readonly rowIds: ReadonlySet<string>;
}
