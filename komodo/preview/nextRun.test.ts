import assert from 'node:assert/strict';
import { nextRunInWords } from './nextRun.ts';
import { previewSchedule } from './schedulePreview.ts';

const noon = new Date('2026-11-23T12:00:00Z');

function next(schedule: string, timezone: string): string {
  const text = { schedule, format: 'Cron', timezone } as const;
  const preview = previewSchedule(text, noon, 1, 'Europe/Berlin');
  assert.ok(preview.state === 'runs');
  return nextRunInWords(preview.runs[0]!, noon);
}

describe('the next run in few words', () => {
  it('says how far it is away, and when that is', () => {
    assert.equal(next('0 0 3 * * *', 'Europe/Berlin'), 'in 14 h, Tue 03:00');
    assert.equal(next('0 5 13 * * *', 'Europe/Berlin'), 'in 5 min, Mon 13:05');
    assert.equal(next('0 0 3 * * FRI', 'Europe/Berlin'), 'in 3 d, Fri 03:00');
    assert.equal(next('30 * * * * *', 'Europe/Berlin'), 'in a moment, Mon 13:00:30');
  });
  it('has the date where the weekday would mislead', () => {
    assert.equal(next('0 0 3 24 12 *', 'Europe/Berlin'), 'in 30 d, 24 Dec 03:00');
    assert.equal(next('0 0 3 1 3 *', 'Europe/Berlin'), 'in 97 d, 1 Mar 2027 03:00');
  });
  it('names the zone where the clocks here show another time', () => {
    assert.equal(next('0 0 3 * * *', 'America/New_York'), 'in 20 h, Tue 03:00 GMT-5');
  });
});
