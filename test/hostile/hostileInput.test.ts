import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endpoints } from '../../src/api/endpoints.ts';
import { checkCallList } from '../../src/callList/checkCallList.ts';
import { readPattern } from '../../src/callList/suppression/pathPattern.ts';
import { HumanError } from '../../src/core/errors.ts';
import { withoutMarkup } from '../../src/core/plainText.ts';
import { readCampaignFile } from '../../src/launch/draft/campaignFile.ts';
import { readLaunchArguments } from '../../src/launch/draft/launchArguments.ts';
import { checkCreated, checkDraft, checkReading } from '../../src/panels/launch/launchDraft.ts';
import { transcriptView } from '../../src/panels/transcript/transcriptView.ts';
import { campaignFingerprint, presentCampaign } from '../../src/views/presentation.ts';
import { campaignTooltip } from '../../src/views/tooltip.ts';
import { noonMs } from '../unit/support/campaigns.ts';
import { runs } from '../unit/support/runs.ts';

// Whatever comes from outside is read without a crash, ends, and becomes no markup. `npm run fuzz` tries it
// far more often, with new values each time.

const numRuns = Number(process.env.REVOX_FUZZ_RUNS ?? runs(400));
const parameters = { numRuns };

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '[x](command:y)',
    '$(trash)',
    '<img src=x onerror=alert(1)>',
    '\u202eeman\u2066',
    '\n\r\t\u0000\u001b[31m',
    '\ud800',
    '..',
    '__proto__',
    'x'.repeat(20_000),
    '['.repeat(5_000),
    '*a'.repeat(60),
    '1e309',
    '99999-12-31T00:00:00Z',
  ),
  fc.double().map(String),
);

/** JSON of any shape, among it what looks like an answer of the API. */
const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    hostile,
    fc.constantFrom(null, true, false, 0, -1, 1e308, 2 ** 53),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(fieldName(), hostile), tie('value'), { maxKeys: 8 }),
  ),
}));

function fieldName() {
  return fc.constantFrom(
    ...['id', 'name', 'status', 'is_cancelled', 'scheduled_at', 'created_at', 'assistant', 'row_stats'],
    ...['total', 'pending', 'call', 'call_attempts', 'transcript', 'content', 'role', 'input_data'],
    ...['campaigns', 'campaign', 'rows', 'contacts', 'calling_windows', 'call_retry_config', 'limits'],
    ...['structured_output', 'recording_url', 'phone_number', 'list', 'suppression_lists', 'rules'],
  );
}

const object = fc.dictionary(fc.oneof(fieldName(), hostile), anything, { maxKeys: 10 });

/** Either it is read, or it is refused with a sentence. */
function readsOrRefuses(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    assert.ok(error instanceof HumanError || error instanceof Error, String(error));
    assert.ok(!(error instanceof RangeError || error instanceof ReferenceError), String(error));
    if (error instanceof HumanError) assert.match(error.message, /\S/);
  }
}

/** VS Code's own pattern of a link in a notification. */
const link = /\[(.+?)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;

describe('hostile input', function () {
  this.timeout(600_000);

  it('is rejected as an answer of the API, or can be shown safely', () => {
    fc.assert(
      fc.property(anything, object, (body, row) => {
        for (const { answer } of Object.values(endpoints)) answer.safeParse(body);
        const list = endpoints.listCampaigns.answer.safeParse({ campaigns: [{ ...row, id: 'c1' }] });
        const [campaign] = list.success ? list.data.campaigns : [];
        assert.ok(campaign !== undefined);
        const shown = presentCampaign(campaign, noonMs);
        assert.doesNotMatch(`${shown.label} ${shown.accessibleLabel}`, /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        campaignFingerprint(campaign, noonMs);
        const tooltip = campaignTooltip(campaign, noonMs).replace(/\[Why\?\]\(command:[^)]*\)/, '');
        assert.doesNotMatch(tooltip, /(?<!\\)\]\(|(?<!\\)<(?!br>)/);
        const rows = endpoints.getRows.answer.safeParse({ rows: [{ ...row, id: 'r1' }] });
        const [first] = rows.success ? rows.data.rows : [];
        if (first !== undefined) transcriptView(first, 'https://example.com');
      }),
      parameters,
    );
  });

  it('is rejected as a message of a page, or does no harm', () => {
    fc.assert(
      fc.property(anything, (message) => {
        for (const check of [checkDraft, checkReading, checkCreated]) readsOrRefuses(() => check(message));
      }),
      parameters,
    );
  });

  it('is rejected as a campaign file or argument, or does no harm', () => {
    fc.assert(
      fc.property(object, hostile, (given, text) => {
        readsOrRefuses(() => readCampaignFile(JSON.stringify(given), noonMs));
        readsOrRefuses(() => readCampaignFile(text, noonMs));
        readsOrRefuses(() => readLaunchArguments(given, noonMs));
      }),
      parameters,
    );
  });

  it('is a pattern that ends, or is rejected', () => {
    const pattern = fc
      .array(fc.constantFrom('*', '**', '?', '/', '[', ']', '{', '}', ',', '!', 'a', 'z', '.', '-', '\\'), {
        maxLength: 250,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(pattern, (text) => {
        readsOrRefuses(() => {
          for (const { steps } of readPattern(text)) {
            for (const step of steps) if (typeof step === 'function') step('a'.repeat(255));
          }
        });
      }),
      parameters,
    );
  });

  it('is a list that is read to its end, or is rejected', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), hostile, async (bytes, text) => {
        for (const source of [bytes, new TextEncoder().encode(`phone,name\n+33612345678,${text}\n`)]) {
          await checkCallList(source).catch((error: unknown) => assert.ok(error instanceof HumanError));
        }
      }),
      parameters,
    );
  });

  it('is no link and no icon in a notification', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 6 }), (parts) => {
        const text = withoutMarkup(parts.join(''), 1_000);
        assert.doesNotMatch(text, link);
        assert.ok(!text.includes('$('));
      }),
      parameters,
    );
  });
});
