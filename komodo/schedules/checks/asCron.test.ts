import assert from 'node:assert/strict';
import { fixes, found, lines } from './testing/found.ts';

const cron = { format: 'Cron' } as const;

describe('cron under English', () => {
  it('becomes something else', () => {
    assert.deepEqual(lines('0 0 3 * * *'), [
      'surprising schedule-cron-as-english: This is cron, but the format is English, and Core runs it every minute. Set `schedule_format` to Cron.',
    ]);
    assert.deepEqual(found('0 0 3 * * *')[0]!.fixes, [
      { title: 'Set the format to Cron (every day at 03:00)', format: 'Cron' },
    ]);
  });

  it('can have five fields besides', () => {
    assert.match(
      lines('0 3 * * *')[0]!,
      /Set `schedule_format` to Cron and write `0 0 3 \* \* \*`\.$/,
    );
    assert.deepEqual(found('0 3 * * *')[0]!.fixes, [
      {
        title: 'Write `0 0 3 * * *` (every day at 03:00)',
        schedule: '0 0 3 * * *',
        format: 'Cron',
      },
    ]);
  });

  it('can be a nickname, which Core refuses there', () =>
    assert.match(lines('@daily')[0]!, /^fails schedule-cron-as-english: /));
});

describe('cron that hardly does what it was written for', () => {
  it('runs every second', () => {
    assert.deepEqual(lines('* */5 * * * *', cron), [
      'surprising schedule-every-second: The first field is the second, so Core runs this every second in minutes 0, 5, 10 … 55 of every hour. Write `0 */5 * * * *`. @ *',
    ]);
    assert.deepEqual(fixes('* * * * */3 SUN', cron), [
      'Write `0 * * * */3 SUN` (every minute on Sundays in January, April, July and October)',
      'Write `0 0 * * */3 SUN` (every hour on Sundays in January, April, July and October)',
    ]);
    assert.deepEqual(lines('* * * * * *', cron), []);
  });

  it('names two kinds of day', () => {
    assert.deepEqual(lines('0 0 3 1 * MON', cron), [
      'style schedule-both-days: Core wants both kinds of day to fit and runs this on Mondays that fall on the 1st of the month at 03:00; other crons run it on either.',
    ]);
    // The first Monday.
    assert.deepEqual(lines('0 0 3 1-7 * MON', cron), []);
  });

  it('is nothing usual', () => {
    for (const expression of [
      '0 0 * * * *',
      '0 40 4 * * *',
      '1 */5 * * * *',
      '0 */15 * * * ?',
      '0 0 0/2 ? * * *',
      '0 0 9 * * MON-FRI',
      '@daily',
    ])
      assert.deepEqual(lines(expression, cron), [], expression);
  });
});
