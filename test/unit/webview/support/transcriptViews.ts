import type { TranscriptView } from '../../../../src/panels/contract/protocolTranscript.ts';

/** A call without attempts, as the host shows it to the transcript page. */
export function transcriptViewOf(rowId: string, about: Partial<TranscriptView> = {}): TranscriptView {
  return {
    rowId,
    campaign: { id: 'c', name: 'C' },
    question: { page: 0, page_size: 1, query: '', statuses: [], result: undefined },
    phone: '+1',
    name: undefined,
    outcome: undefined,
    summary: undefined,
    status: { text: 'Completed', icon: 'check', tone: 'green' },
    variables: [],
    brief: [],
    order: [],
    metadata: [],
    assistant: undefined,
    attempts: [],
    hasPrevious: false,
    hasNext: true,
    readMs: 1,
    ...about,
  };
}
