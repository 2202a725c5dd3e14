import assert from 'node:assert/strict';
import type { Campaign } from '../../../src/core/campaign.ts';
import { campaignTooltip } from '../../../src/views/tooltip.ts';
import { campaign, hoursFromNoon, noonMs, rowStats } from '../support/campaigns.ts';

const full = campaign({
  scheduled_at: hoursFromNoon(26),
  from_phone_number: '+33199000000',
  max_concurrent_calls: 5,
  row_stats: rowStats({ total: 1214, completed: 3 }),
  call_retry_config: {
    calling_windows: [
      { calling_window_start_time: '10:00', calling_window_end_time: '13:00', retry_delay_seconds: 7200 },
      { calling_window_start_time: '14:00', calling_window_end_time: '6pm', retry_delay_seconds: 3600 },
    ],
    max_retry_attempts: 3,
    allowed_days: ['monday', 'friday'],
    timezone: 'Europe/Paris',
  },
  assistant: {
    id: 'a1',
    name: 'Camille',
    prompt: 'the secret recipe',
    webhook_url: 'https://hooks.example/t?token=abc',
    llm_model: {
      type: 'custom',
      model_name: 'llama-3',
      api_key: 'sk-very-secret',
      api_url: 'https://x.example',
    },
  },
});

describe('the tooltip of a campaign', () => {
  const text = campaignTooltip(full, noonMs).replaceAll('\\', '');

  for (const fact of [
    'Camille',
    'llama-3',
    '+33199000000',
    'tomorrow 14:00',
    '10:00–13:00, 14:00–18:00',
    'Europe/Paris',
    'Mon, Fri',
    'up to 3',
    '1,214: 3 completed',
  ]) {
    it(`shows ${fact}`, () => assert.ok(text.includes(fact), text));
  }

  it('shows no key, link or prompt of the assistant', () => {
    assert.doesNotMatch(text, /sk-very-secret|token=|hooks\.example|recipe/);
  });

  it('says that a running campaign calls nobody, with a link to the reason', () => {
    const quiet = (about: Partial<Campaign>) =>
      campaignTooltip(campaign({ row_stats: rowStats({ total: 9, pending: 9 }), ...about }), noonMs).includes(
        'Nobody is being called at this moment. [Why?](command:revox.whyNotCalling?%5B%22c1%22%5D)',
      );
    assert.ok(quiet({}));
    assert.ok(quiet({ row_stats: rowStats({ total: 9, completed: 8, retry: 1 }) }));
    assert.ok(!quiet({ row_stats: rowStats({ total: 9, pending: 8, calling: 1 }) }), 'somebody is called');
    assert.ok(!quiet({ row_stats: rowStats({ total: 9, completed: 9 }) }), 'nobody waits');
    assert.ok(!quiet({ status: 'draft' }));
    assert.ok(!quiet({ scheduled_at: hoursFromNoon(1) }));
    const odd = campaign({ id: 'c)](command:evil', row_stats: rowStats({ total: 9, pending: 9 }) });
    assert.doesNotMatch(campaignTooltip(odd, noonMs), /command:/);
  });

  it('shows names as text: without links, HTML, icons or tables of their own', () => {
    const tricky = campaignTooltip(
      campaign({ name: '[x](command:evil) <img src=x> $(flame)\n| a | b |' }),
      noonMs,
    );
    assert.doesNotMatch(tricky, /(?<!\\)\]\(command/);
    assert.doesNotMatch(tricky, /(?<!\\)</);
    // VS Code draws icons after Markdown has taken its backslashes away.
    assert.doesNotMatch(tricky.replaceAll('\\', ''), /\$\(flame/);
    assert.match(tricky, /\\\| a \\\| b \\\|/);
  });
});
