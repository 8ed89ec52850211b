import assert from 'node:assert/strict';
import { readSchedule } from './schedule.ts';
import type { ScheduleFormat } from './schedule.ts';
import { scheduleInWords } from './words.ts';

function words(schedule: string, format: ScheduleFormat = 'Cron'): string | undefined {
  const read = readSchedule({ schedule, format });
  assert.ok(read.kind === 'schedule');
  return scheduleInWords(read);
}

describe('a schedule in words', () => {
  it('says when', () => {
    assert.equal(words('0 0 3 * * MON'), 'At 03:00, only on Monday');
    assert.equal(words('@daily'), 'At 00:00');
    assert.equal(words('0 0 9 * * MON-FRI'), 'At 09:00, Monday through Friday');
    assert.equal(words('0 0 0 * * MON#2'), 'At 00:00, on the second Monday of the month');
  });

  it('says what English has become, not what it meant', () => {
    assert.equal(words('every weekday at 9am', 'English'), 'At 09:00');
    assert.equal(words('every 90 minutes', 'English'), 'Every hour');
    assert.equal(words('3 am', 'English'), 'At 03:00');
  });

  it('knows that a day has to fit both fields', () =>
    assert.equal(words('0 0 0 13 * FRI'), 'At 00:00, on day 13 of the month, only on Friday'));

  it('writes out weekdays that are counted', () =>
    assert.equal(
      words('0 0 0 * * 1-2#2'),
      'At 00:00, on the second Monday and second Tuesday of the month',
    ));

  it('has none for what never comes', () => {
    assert.equal(words('0 0 0 30 2 *'), undefined);
    assert.equal(words('0 0 0 * * L'), undefined);
    assert.equal(words('0 , 0 * * *'), undefined);
  });
});
