import assert from 'node:assert/strict';
import { fixes, found, lines } from './testing/found.ts';

const cron = { format: 'Cron' } as const;

describe('English that Core cannot read', () => {
  it('is mended as it is meant', () => {
    assert.deepEqual(lines('daily'), [
      'fails schedule-refused: Core never runs this: Failed to parse english to cron | InvalidInput. Write `Every day at 00:00`.',
    ]);
    assert.deepEqual(lines('the 15th of each month at 6 pm'), [
      'fails schedule-refused: Core never runs this: English expression produced invalid CRON schedule | produced: 0 0 18 * 15 ?: Component error: Number out of bounds. Write `On the 15th day of the month at 18:00`.',
    ]);
    assert.deepEqual(fixes('every 30 minutes between 22:00 and 6:00'), [
      'Write it as cron: `0 */30 0-5,22,23 * * *`',
    ]);
  });

  it('can only be refused', () => {
    assert.deepEqual(fixes('hello'), []);
    assert.deepEqual(fixes('now'), []);
    assert.match(lines('now')[0]!, /A schedule always repeats\.$/);
  });

  it('says that nothing should run', () =>
    assert.deepEqual(found('never')[0]!.fixes, [
      { title: 'Leave the schedule empty', schedule: '' },
    ]));
});

describe('cron that Core cannot read', () => {
  it('has five fields', () => {
    assert.deepEqual(lines('0 3 * * *', cron), [
      'fails schedule-five-fields: Core never runs this: its cron has six fields, the seconds first. Write `0 0 3 * * *`.',
    ]);
    assert.deepEqual(fixes('*/5 * * * sun', cron), [
      'Write `0 */5 * * * sun` (every 5 minutes on Sundays)',
    ]);
  });

  it('has a usual mistake', () => {
    const mended = (schedule: string) => found(schedule, cron)[0]!.fixes[0]?.schedule;
    assert.equal(mended('0 0 3 * * MONDAY'), '0 0 3 * * MON');
    assert.equal(mended('0 0 3 * * FRI-MON'), '0 0 3 * * FRI-SAT,SUN-MON');
    assert.equal(mended('0 0 22-6 * * *'), '0 0 22-23,0-6 * * *');
    assert.equal(mended('0 0 24 * * *'), '0 0 0 * * *');
    assert.equal(mended('? 0 3 * * *'), '0 0 3 * * *');
    assert.equal(mended('@midnight'), '@daily');
    assert.equal(mended('0 0 0 0 */3 SUN'), undefined);
    assert.deepEqual(lines('0 0 3 LW * *', cron), [
      'fails schedule-refused: Core never runs this: Invalid CRON schedule: Component error: Invalid day for closest weekday.',
    ]);
  });

  it('is English', () => {
    assert.match(
      lines('Every day at 03:00', cron)[0]!,
      /^fails schedule-english-as-cron: .*Set `schedule_format` to English\.$/,
    );
    assert.deepEqual(fixes('Every day at 03:00', cron), [
      'Set the format to English',
      'Write it as cron: `0 0 3 * * *`',
    ]);
    assert.deepEqual(fixes('every weekday at 9am', cron), [
      'Write `Monday through Friday at 09:00`',
      'Write it as cron: `0 0 9 * * MON-FRI`',
    ]);
  });
});

describe('a schedule that never comes', () => {
  it('has a day that its months have not', () => {
    assert.deepEqual(lines('0 0 3 30 2 *', cron), [
      'fails schedule-never: Core never runs this: there is no day that is on the 30th of February. (Failed to find next run time: CronScheduler time search limit exceeded.)',
    ]);
    assert.deepEqual(fixes('0 0 3 30 2 *', cron), [
      'Write `0 0 3 L 2 *` (on the last day of February at 03:00)',
    ]);
    // Core would run it every minute of that day.
    assert.deepEqual(fixes('on the 31st of april'), [
      'Write `0 0 0 L 4 *` (on the last day of April at 00:00)',
    ]);
    assert.deepEqual(lines('0 0 3 29 2 *', cron), []);
  });

  it('has years that are over', () =>
    assert.match(lines('0 0 3 1 1 * 2020', cron)[0]!, /^fails schedule-never: .*2020 is over\./));

  it('has no minute', () =>
    assert.match(lines('0 , 3 * * *', cron)[0]!, /^fails schedule-never: /));
});
