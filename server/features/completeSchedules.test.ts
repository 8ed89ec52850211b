import assert from 'node:assert/strict';
import { checkSchedule } from '../../komodo/schedules/index.ts';
import { cronSchedules, englishSchedules } from './completeSchedules.ts';

describe('schedules to choose from', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const findings = (schedule: string, format: 'English' | 'Cron') =>
    checkSchedule({ schedule, format, timezone: 'UTC', enabled: true }, now);

  it('do what they say', () => {
    for (const schedule of englishSchedules) assert.deepEqual(findings(schedule, 'English'), []);
    for (const schedule of cronSchedules) assert.deepEqual(findings(schedule, 'Cron'), []);
  });
});
