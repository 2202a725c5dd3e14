import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { parse } from 'papaparse';
import { endpoints } from '../../src/api/endpoints.ts';
import { serverMessage } from '../../src/api/errorMessage.ts';
import { checkCallList } from '../../src/callList/checkCallList.ts';
import { withoutPauses } from '../../src/callList/pace.ts';
import { spreadsheetSafe } from '../../src/callList/csv/spreadsheetSafe.ts';
import { jsonOf } from '../../src/check/jsonReport.ts';
import { textOf } from '../../src/check/textReport.ts';
import type { Campaign } from '../../src/core/campaign.ts';
import { jsonLine } from '../../src/core/jsonLine.ts';
import { logText } from '../../src/core/logText.ts';
import { oneLine, quoted, withoutMarkup } from '../../src/core/plainText.ts';
import type { Row } from '../../src/core/row.ts';
import { safeCsvFileName } from '../../src/core/safeFileName.ts';
import { exportColumns, exportLines } from '../../src/insights/callExport.ts';
import { phoneFacts } from '../../src/callList/phone/phoneFacts.ts';
import { columnLines, hoverMarkdown, phoneLines } from '../../src/editor/hoverText.ts';
import { marksOf } from '../../src/editor/shownProblems.ts';
import { SearchIndex } from '../../src/insights/searchIndex.ts';
import { compileQuery } from '../../src/insights/searchQuery.ts';
import { historyLines } from '../../src/launch/gate/historyText.ts';
import {
  cancellingText,
  countdownLabel,
  countdownText,
  countdownTooltip,
} from '../../src/launch/start/upcomingStart.ts';
import type { ReportSection, ReportView } from '../../src/panels/contract/protocolReport.ts';
import { comparisonMarkdown } from '../../src/panels/report/comparisonMarkdown.ts';
import { reportMarkdown } from '../../src/panels/report/reportMarkdown.ts';
import { reportFileName, reportTitle } from '../../src/panels/report/reportTitle.ts';
import { searchMarkdown } from '../../src/panels/report/searchMarkdown.ts';
import { toCsv, toTsv } from '../../src/panels/tableText.ts';
import { transcriptMarkdown } from '../../src/panels/transcript/transcriptMarkdown.ts';
import { presentCampaign } from '../../src/views/presentation.ts';
import { unconfirmedLabel, unconfirmedTooltip } from '../../src/views/presentationLaunch.ts';
import { searchNodes } from '../../src/views/search/searchNodes.ts';
import { campaignTooltip } from '../../src/views/tooltip.ts';
import { noonMs, rowStats } from './support/campaigns.ts';
import { hostileTexts } from './support/hostileTexts.ts';

// One table of texts, and every place that shows a text of others. A text changes what it says, and nothing
// else: no link, no element, no line and no cell comes or goes because of it.

/** Controls, line ends, and what turns the direction of writing. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const harmless = 'Spring';

function campaignOf(text: string): Campaign {
  const { campaigns } = endpoints.listCampaigns.answer.parse({
    campaigns: [
      {
        ...{ id: 'c1', name: text, status: text, from_phone_number: text, type: text, assistant_id: text },
        ...{ structured_output_extraction: text, paused_reason: text, created_by: { email: text } },
        assistant: { id: text, name: text, llm_model: { type: 'custom', model_name: text } },
        row_stats: rowStats({ total: 3, pending: 3 }),
        call_retry_config: {
          calling_windows: [{ calling_window_start_time: text, calling_window_end_time: text }],
          allowed_days: [text],
          timezone: text,
        },
      },
    ],
  });
  return campaigns[0] ?? assert.fail('The campaign could not be read.');
}

/** A row with the text wherever a text may stand, names of variables and of fields included. */
function rowOf(text: string): Row {
  const turns = [
    { role: 'user', content: text },
    { role: text, content: text },
    { role: 'tool', content: text, tool_name: text, tool_arguments: text, tool_output: text },
  ];
  const attempt = {
    ...{ id: 'a1', status: text, result: text, dial_error: text, ended_by: text, end_reason: text },
    ...{ phone_number: text, transcript: turns, structured_output: { [`${text}.`]: text, all: [text] } },
    sms_log: [{ id: 's', message_body: text, to_phone_number: text }],
    email_log: [{ id: 'e', subject: text, to_emails: [text] }],
  };
  const assistant = { id: text, name: text, first_sentence: text, custom_tools: [{ name: text }] };
  const call = {
    ...{ id: text, status: text, outcome: text, outcome_summary: text, direction: text, assistant },
    ...{ to_phone_number: text, from_phone_number: text, metadata: { [`${text}.`]: text } },
    call_attempts: [attempt],
  };
  const row = { id: 'r1', phone_number: text, input_data: { [`${text}.`]: text }, call };
  const { rows } = endpoints.getRows.answer.parse({ rows: [row] });
  return rows[0] ?? assert.fail('The row could not be read.');
}

function reportOf(text: string): ReportView {
  const section: ReportSection = {
    ...{ id: text, title: text, caption: text, chart: undefined, notes: [text] },
    table: { header: ['Measure', text], lines: [[text, text]] },
    figures: [{ label: text, text, key: undefined }],
  };
  return {
    campaigns: [{ id: 'c1', name: text, state: { text, icon: 'x', tone: 'muted' } }],
    ...{ sandbox: false, sentence: text, running: false, reading: undefined, goals: [], readMs: noonMs },
    ...{ funnel: section, sections: [section] },
    settings: { goal: text, turns: 1, seconds: 1, firstAttemptsOnly: false },
  };
}

/** A list with the text as a name of columns, as a number and as a value. */
function listOf(text: string) {
  const cell = `"${text.slice(0, 300).replaceAll('"', '""')}"`;
  return checkCallList(`phone,${cell},${cell}\n+33199001201,a,b\n${cell},${cell},\n06,x,y\n`);
}

async function hitsOf(text: string) {
  const index = new SearchIndex('c1');
  index.add([rowOf(`needle ${text.slice(0, 100)}`)], true);
  const query = { text: 'needle', regex: false, matchCase: false, wholeWord: false } as const;
  const whole = { ...query, speaker: 'anybody' } as const;
  return index.search(await compileQuery(whole), whole).hits;
}

/** As VS Code's preview draws it. */
const markdown = new MarkdownIt({ html: true, linkify: true });
markdown.linkify.set({ fuzzyLink: false });

/** What a document is made of, without its texts. */
function elements(text: string): string {
  return (markdown.render(text).match(/<!--|<\/?[a-z][a-z0-9]*/gi) ?? []).join(' ');
}

const documents: Readonly<Record<string, (text: string) => string | Promise<string>>> = {
  'the tooltip of a campaign': (text) => campaignTooltip(campaignOf(text), noonMs),
  'a transcript': (text) => transcriptMarkdown(rowOf(text), noonMs),
  'a report': (text) => reportMarkdown(reportOf(text), noonMs),
  'a comparison': (text) => {
    const side = { name: text, state: text, sentence: text, assistant: text, rules: text, created: text };
    const line = { label: text, denominator: text, verdict: text, difference: undefined };
    const share = { one: { count: 1, of: 2 }, other: { count: 1, of: 2 } };
    return comparisonMarkdown(side, side, { one: 1, other: 1, both: 0 }, [{ ...line, ...share }]);
  },
  'the hover over a number': (text) => hoverMarkdown(numberLines(text)),
  'the hover over a header': async (text) => hoverMarkdown(await headerLines(text)),
  'results of a search': async (text) => withoutPauses(searchMarkdown(text, await hitsOf(text), () => text)),
};

/** What the pointer over a number says, with the text as the name of an assistant and of a campaign. */
function numberLines(text: string): readonly string[] {
  const facts = phoneFacts('+33199001201') ?? assert.fail('The number is not known.');
  const history = { count: 1, hot: false, reached_human: true, do_not_contact: false, last_outcome: text };
  return [
    ...phoneLines(facts, undefined, `The calling hours of ${text}`),
    ...historyLines({ ...history, campaigns: [{ id: 'c1', name: text }] }, noonMs),
    `Left out: ${text}`,
  ];
}

async function headerLines(text: string): Promise<readonly string[]> {
  const { assistant } = rowOf(text).call ?? {};
  const { columns } = await listOf(text);
  return columns.flatMap((column) => [
    ...columnLines(column, undefined, undefined),
    ...columnLines(column, 'call', assistant),
  ]);
}

/** Places that are one line each. */
const lines: Readonly<Record<string, (text: string) => readonly string[] | Promise<readonly string[]>>> = {
  'the tree': (text) => {
    const { label, description, accessibleLabel } = presentCampaign(campaignOf(text), noonMs);
    return [label, description, accessibleLabel];
  },
  'results of a search': async (text) => {
    const nodes = withoutPauses(searchNodes(await hitsOf(text), () => oneLine(text)));
    const all = nodes.flatMap((node) => [node, ...node.children.flatMap((one) => [one, ...one.children])]);
    return all.flatMap(({ label, description, accessibleLabel }) => [label, description, accessibleLabel]);
  },
  'a quotation in a sentence': (text) => [quoted(text)],
  'words of the server': (text) =>
    [{ message: text }, { error: { message: [text] } }, text].map(
      (body) => serverMessage(typeof body === 'string' ? body : JSON.stringify(body)) ?? '',
    ),
  'the name of a file': (text) => [safeCsvFileName(text, text)],
  'the title of a report, and the name of its file': (text) => [
    reportTitle([text, text]),
    reportFileName(reportTitle([text])),
  ],
  'the marks in a list': async (text) =>
    marksOf((await listOf(text)).problems, new Map()).map(({ message }) => message),
  'the hover over a header': headerLines,
  'what a screen reader speaks, and the status bar shows': (text) => {
    const start = { campaignId: 'c1', name: text, baseUrl: '', startMs: noonMs + 1, contacts: 1 } as const;
    return [
      countdownLabel(start, noonMs),
      countdownText(start, noonMs),
      ...countdownTooltip(start, noonMs).split('\nClick '),
      cancellingText(start),
      unconfirmedLabel([text]),
      unconfirmedTooltip([text, text]),
    ];
  },
  'an export as JSON lines': (text) =>
    exportLines(rowOf(text), {
      ...{ per: 'call', transcripts: true, campaignName: text, campaignId: text, campaignOver: true },
    }).map(jsonLine),
  'a check as text': async (text) =>
    [...textOf(`${text}.csv`, await listOf(text))].join('').trimEnd().split('\n'),
  'a check as JSON': async (text) => {
    const cell = `"${text.slice(0, 300).replaceAll('"', '""')}"`;
    const list = await checkCallList(`phone,${cell}\n+33199001201,${cell}\n`);
    return [[...jsonOf(`${text}.csv`, list, undefined)].join('').trimEnd()];
  },
};

for (const [what, text] of Object.entries(hostileTexts)) {
  describe(`text from outside: ${what}`, () => {
    for (const [place, write] of Object.entries(documents)) {
      it(`is only text in ${place}`, async () => {
        const written = await write(text);
        assert.equal(elements(written), elements(await write(harmless)), written.slice(0, 3_000));
        assert.doesNotMatch(written, /(?![\r\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      });
    }

    for (const [place, write] of Object.entries(lines)) {
      it(`contains no line break or control character in ${place}`, async () => {
        const written = await write(text);
        for (const line of written) assert.doesNotMatch(line, unprintable);
      });
    }

    it('shows no icon of its own in the status bar', () => {
      const start = { campaignId: 'c1', name: text, baseUrl: '', startMs: noonMs + 1, contacts: 1 } as const;
      assert.deepEqual(countdownText(start, noonMs).match(/\$\(/g), ['$(']);
    });

    it('never ends within a character, and contains no foreign line separators', () => {
      const line = oneLine(text);
      assert.doesNotMatch(line, /\p{Cs}/u);
      assert.doesNotMatch(line, /\p{M}{9}/u);
      assert.doesNotThrow(() => encodeURIComponent(line));
    });

    it('adds no cell to pasted text, and starts no formula in a spreadsheet', () => {
      const cells = [text, `"${text}"`, ` ${text}`, `\u0000${text}`, `\ufeff${text}`, `\v${text}`];
      const pasted = parse<string[]>(toTsv([cells]), { delimiter: '\t' }).data;
      assert.equal(pasted.length, 1);
      assert.equal(pasted[0]?.length, cells.length);
      for (const cell of pasted.flat()) assert.doesNotMatch(cell, /^[\s\p{Cc}\p{Cf}]*[=@]/u);
      const csv = spreadsheetSafe(toCsv([['a', 'b', 'c', 'd', 'e', 'f'], cells])).csv;
      for (const cell of parse<string[]>(csv, { delimiter: ',' }).data.flat()) {
        assert.doesNotMatch(cell, /^[\s\p{Cc}\p{Cf}]*[=@]/u);
      }
    });

    it('is read the same by every reader of JSON lines', () => {
      assert.equal((JSON.parse(jsonLine({ text })) as { text: string }).text, text);
    });

    it('is not a link in a notification, and breaks lines only where a sentence of ours does', () => {
      const shown = withoutMarkup(`${quoted(text)} is not there.`, 1_000);
      assert.doesNotMatch(shown, /\]\(|\$\(|\n/);
    });

    it('starts no line of the log', () => assert.doesNotMatch(logText(`GET ${text}`), unprintable));
  });
}

it('keeps the name of an exported column as the server gave it', () => {
  const text = 'a\nb \u202e';
  const line = exportLines(rowOf(text), {
    ...{ per: 'person', transcripts: false, campaignName: text, campaignId: 'c1', campaignOver: true },
  });
  assert.ok(withoutPauses(exportColumns(line)).includes(`input.${text}.`));
});
