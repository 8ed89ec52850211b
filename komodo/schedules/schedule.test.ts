import assert from 'node:assert/strict';
import { nextRuns, readSchedule } from './schedule.ts';
import type { ScheduleText } from './schedule.ts';

const daily: ScheduleText = { schedule: '0 0 3 * * *', format: 'Cron' };
const newYear = new Date('2026-01-01T00:00:00Z');

function firstRun(text: ScheduleText): string | undefined {
  const schedule = readSchedule(text);
  assert.ok(schedule.kind === 'schedule');
  return nextRuns(schedule, newYear, 1).runs[0]?.toISOString();
}

describe('a schedule', () => {
  it('runs by its own zone, else by that of Core, else by one that is assumed', () => {
    const tokyo = { ...daily, timezone: 'Asia/Tokyo', coreTimezone: 'Europe/Paris' };
    assert.equal(firstRun(tokyo), '2026-01-01T18:00:00.000Z');
    assert.equal(firstRun({ ...tokyo, timezone: '' }), '2026-01-01T02:00:00.000Z');
    assert.equal(firstRun(daily), '2026-01-01T03:00:00.000Z');
    const assumed = readSchedule(daily);
    assert.equal(assumed.kind === 'schedule' && assumed.timezoneFrom, 'assumed');
  });

  it('is nothing without a text', () =>
    assert.deepEqual(readSchedule({ schedule: '', format: 'English' }), { kind: 'unscheduled' }));

  it('becomes a cron expression without the year', () => {
    const read = readSchedule({ schedule: 'Every day at 03:00', format: 'English' });
    assert.equal(read.kind === 'schedule' && read.expression, '0 0 3 */1 * ?');
  });

  it('is refused with the causes Core tells, and what English came to', () => {
    assert.deepEqual(readSchedule({ schedule: '0 3 * * *', format: 'Cron' }), {
      kind: 'problem',
      about: 'schedule',
      chain: [
        'Invalid CRON schedule',
        'Invalid pattern: Pattern must have 6 or 7 fields when seconds are required and years are optional.',
      ],
    });
    assert.deepEqual(readSchedule({ schedule: 'on the 32nd day', format: 'English' }), {
      kind: 'problem',
      about: 'schedule',
      chain: [
        'English expression produced invalid CRON schedule | produced: 0 0 0 32 * ?',
        'Component error: Number out of bounds.',
      ],
      expression: '0 0 0 32 * ?',
    });
    assert.deepEqual(readSchedule({ ...daily, timezone: 'europe/berlin' }), {
      kind: 'problem',
      about: 'timezone',
      chain: ['Failed to parse timezone', 'failed to parse timezone'],
      expression: '0 0 3 * * *',
    });
  });

  it('says why runs are missing', () => {
    const read = readSchedule({ schedule: '0 0 0 1 1 * 2027', format: 'Cron' });
    assert.ok(read.kind === 'schedule');
    assert.deepEqual(nextRuns(read, newYear, 3), {
      runs: [new Date('2027-01-01T00:00:00Z')],
      chain: ['Failed to find next run time', 'CronScheduler time search limit exceeded.'],
    });
  });
});
