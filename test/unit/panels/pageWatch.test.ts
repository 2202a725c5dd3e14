import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { PageWatch } from '../../../src/panels/pageWatch.ts';

describe('a page that sends nothing', () => {
  let told: string[];
  let watch: PageWatch;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    told = [];
    watch = new PageWatch({ restart: () => told.push('restart'), gaveUp: () => told.push('gave up') });
    watch.visible(true);
  });

  afterEach(() => {
    watch.dispose();
    mock.timers.reset();
  });

  /** Second by second: a timer that a timer sets is due in its turn. */
  function pass(seconds: number): void {
    for (let second = 0; second < seconds; second += 1) mock.timers.tick(1_000);
  }

  /** As VS Code tells it: it covers the page, and shows it again. */
  function coverForAMoment(): void {
    watch.visible(false);
    watch.visible(true);
  }

  it('is restarted after 10 and 20 seconds, and given up after 40 more', () => {
    pass(9);
    assert.deepEqual(told, []);
    pass(1);
    assert.deepEqual(told, ['restart']);
    coverForAMoment();
    pass(19);
    assert.deepEqual(told, ['restart']);
    pass(1);
    assert.deepEqual(told, ['restart', 'restart']);
    coverForAMoment();
    pass(40);
    assert.deepEqual(told, ['restart', 'restart', 'gave up']);
    coverForAMoment();
    pass(600);
    assert.equal(told.length, 3);
  });

  it('is restarted no less often where VS Code does not tell that it was covered', () => {
    pass(70);
    assert.deepEqual(told, ['restart', 'restart', 'gave up']);
  });

  it('is not restarted after it has sent something', () => {
    pass(9);
    watch.messageCame();
    pass(600);
    assert.deepEqual(told, []);
  });

  it('has all attempts again after it has sent something', () => {
    pass(30);
    watch.messageCame();
    coverForAMoment();
    pass(10);
    assert.deepEqual(told, ['restart', 'restart', 'restart']);
  });

  it('is not timed while it is hidden, and has the full time when it is shown again', () => {
    pass(9);
    watch.visible(false);
    pass(600);
    watch.visible(true);
    pass(9);
    assert.deepEqual(told, []);
    pass(1);
    assert.deepEqual(told, ['restart']);
  });

  it('is not timed again because the focus changed', () => {
    watch.messageCame();
    watch.visible(true);
    pass(600);
    assert.deepEqual(told, []);
  });

  it('is timed after its document was replaced', () => {
    watch.messageCame();
    watch.loaded();
    pass(10);
    assert.deepEqual(told, ['restart']);
  });

  it('is not timed while its document is replaced in the background', () => {
    watch.visible(false);
    watch.loaded();
    pass(600);
    assert.deepEqual(told, []);
  });

  it('is not restarted after its panel was closed', () => {
    watch.dispose();
    pass(600);
    assert.deepEqual(told, []);
  });

  it('is read first where the extension was so busy that a message waited', () => {
    mock.timers.tick(5_000);
    watch.messageCame();
    pass(600);
    assert.deepEqual(told, []);
  });
});
