import assert from 'node:assert/strict';
import { zoneOf } from '../zone.ts';
import { readCron } from './cron.ts';
import { nextRun } from './next.ts';

/** The next runs after a moment, as written in UTC without the seconds where there are none. */
function runs(expression: string, after: string, zone = 'UTC', count = 2): string[] {
  const found: string[] = [];
  let moment = Date.parse(after) / 1000;
  for (let run = 0; run < count; run++) {
    moment = nextRun(readCron(expression), moment, zoneOf(zone));
    found.push(new Date(moment * 1000).toISOString().replace(/(:00)?\.000Z$/, ''));
  }
  return found;
}

describe('the next run', () => {
  it('comes after the moment, never at it', () =>
    assert.deepEqual(runs('0 0 3 * * *', '2026-01-01T03:00:00Z'), [
      '2026-01-02T03:00',
      '2026-01-03T03:00',
    ]));

  it('needs the day of the month and the weekday to fit', () =>
    assert.deepEqual(runs('0 0 0 13 * FRI', '2026-01-01T00:00:00Z'), [
      '2026-02-13T00:00',
      '2026-03-13T00:00',
    ]));

  it('knows the last day, the nearest weekday, the n-th and the last weekday of a month', () => {
    const first = (expression: string) => runs(expression, '2026-01-31T12:00:00Z', 'UTC', 1)[0];
    assert.equal(first('0 0 0 L * *'), '2026-02-28T00:00');
    assert.equal(first('0 0 0 15W * *'), '2026-02-16T00:00');
    assert.equal(first('0 0 0 1W * *'), '2026-02-02T00:00');
    assert.equal(first('0 0 0 * * MON#2'), '2026-02-09T00:00');
    assert.equal(first('0 0 0 * * 5L'), '2026-02-27T00:00');
  });

  it('can be years away', () =>
    assert.deepEqual(runs('0 0 0 29 2 MON', '2026-01-01T00:00:00Z'), [
      '2044-02-29T00:00',
      '2072-02-29T00:00',
    ]));

  it('is given up where it never comes', () => {
    const message = 'CronScheduler time search limit exceeded.';
    for (const expression of ['0 0 0 30 2 *', '0 0 0 * * L', '0 , 0 * * *', '0 0 0 * * * 2020'])
      assert.throws(() => runs(expression, '2026-01-01T00:00:00Z'), { message }, expression);
  });
});

describe('the next run where clocks change', () => {
  it('is right after the gap for one time of the day', () =>
    assert.deepEqual(runs('0 30 2 * * *', '2026-03-28T12:00:00Z', 'Europe/Berlin'), [
      '2026-03-29T01:00',
      '2026-03-30T00:30',
    ]));

  it('leaves the gap out for anything that comes more often', () =>
    assert.deepEqual(runs('0 */30 * * * *', '2026-03-29T00:15:00Z', 'Europe/Berlin'), [
      '2026-03-29T00:30',
      '2026-03-29T01:00',
    ]));

  it('is the first of two equal times', () =>
    assert.deepEqual(runs('0 30 2 * * *', '2026-10-24T12:00:00Z', 'Europe/Berlin'), [
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ]));

  it('goes back in the hour that comes twice, as Core does', () =>
    assert.deepEqual(runs('0 0 * * * *', '2026-10-25T01:10:00Z', 'Europe/Berlin', 1), [
      '2026-10-25T02:00',
    ]));

  it('takes an extra run at the end of the gap when it stopped in it', () =>
    // After 01:30 the search stops at 02:00, which there is not.
    assert.deepEqual(runs('0 30 1 * * *', '2026-03-29T00:30:00Z', 'Europe/Berlin', 1), [
      '2026-03-29T01:00',
    ]));
});
