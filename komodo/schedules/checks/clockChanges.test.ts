import assert from 'node:assert/strict';
import { lines } from './testing/found.ts';

/** What is said of the changes within a year of November 2026, without what is said of all. */
function effects(expression: string, timezone = 'Europe/Berlin'): readonly string[] {
  const [line] = lines(expression, { format: 'Cron', timezone });
  const start = `style schedule-clock-change: The clocks of ${timezone} change: `;
  assert.ok(line === undefined || line.startsWith(start), line);
  return line?.slice(start.length, -1).split('; ') ?? [];
}

const skipped = 'on Sunday 28 March 2027 they skip 02:00 to 03:00, and Core runs this';
const repeated = 'on Sunday 31 October 2027 they show 02:00 to 03:00 twice, and Core runs this';

// Each agrees with what the crate of Core said for these dates.
describe('where clocks change', () => {
  it('a time of the day that is skipped is made up for, and one that comes twice is run once', () =>
    assert.deepEqual(effects('0 30 2 * * *'), [
      `${skipped} at 03:00 instead of 02:30`,
      `${repeated} at the first 02:30 only`,
    ]));

  it('the hour before can run twice', () =>
    assert.deepEqual(effects('0 30 1 * * *'), [`${skipped} once more, at 03:00`]));

  it('any time of the day can run twice where midnight is skipped', () =>
    assert.deepEqual(effects('0 0 20 * * *', 'Africa/Cairo'), [
      'on Friday 30 April 2027 they skip 00:00 to 01:00, and Core runs this once more, at 01:00',
    ]));

  it('one of several times of the day is left out', () =>
    assert.deepEqual(effects('0 0 2,14 * * *')[0], `${skipped} not at all for 02:00`));

  it('several runs in the hour that comes twice are not repeated', () =>
    assert.deepEqual(
      effects('0 */10 1-3 * * *').at(-1),
      `${repeated} in the first of these hours only`,
    ));

  it('nothing is to be said of what runs each hour: it runs again soon', () => {
    for (const expression of ['0 30 * * * *', '0 */10 * * * *', '* * * * * *'])
      assert.deepEqual(effects(expression), [], expression);
  });

  it('half an hour can make the difference', () =>
    assert.deepEqual(effects('0 10 * * * *', 'Australia/Lord_Howe'), [
      'on Sunday 3 October 2027 they skip 02:00 to 02:30, and Core runs this not at all for 02:10',
    ]));

  it('nothing is to be said of other times, other days and other zones', () => {
    for (const expression of ['0 0 3 * * *', '0 30 0 * * *', '0 0 12 1 * *', '0 30 2 * * MON'])
      assert.deepEqual(effects(expression), [], expression);
    assert.deepEqual(effects('0 30 2 * * *', 'Asia/Tokyo'), []);
    assert.deepEqual(lines('0 30 2 * * *', { format: 'Cron' }), []);
  });

  it('the zone of Core counts as well', () =>
    assert.match(
      lines('every day at 2:30 am', { coreTimezone: 'Europe/Paris' })[0]!,
      /clocks of Europe\/Paris/,
    ));
});
