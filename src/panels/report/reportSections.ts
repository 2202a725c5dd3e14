import type { Report } from '../../insights/campaignReport.ts';
import type { ReportSection } from '../contract/protocolReport.ts';
import {
  callersSection,
  endsSection,
  errorsSection,
  hoursSection,
  resultsSection,
  talkSection,
  toolsSection,
} from './callSections.ts';
import {
  attentionSection,
  costSection,
  fieldSection,
  outcomesSection,
  reachSection,
  type CostOptions,
} from './peopleSections.ts';

export interface SectionOptions extends CostOptions {
  readonly running: boolean;
  readonly firstAttemptsOnly: boolean;
}

/** Everything below the funnel, in the order of the page. What has nothing to show is left out. */
export function reportSections(found: Report, options: SectionOptions): readonly ReportSection[] {
  return [
    reachSection(found),
    hoursSection(found, options),
    resultsSection(found),
    errorsSection(found),
    talkSection(found),
    endsSection(found),
    outcomesSection(found),
    ...found.fields.filter(({ missing }) => missing.of > 0).map(fieldSection),
    toolsSection(found),
    callersSection(found),
    attentionSection(found),
    costSection(found, options),
  ].filter((section) => section !== undefined);
}
