import assert from 'node:assert/strict';
import { readFixture } from '../../testing/fixtures.ts';
import { readSchedule, type Schedule } from '../schedule.ts';
import { isSameCron } from './alike.ts';
import { inOtherFormat } from './otherFormat.ts';

const asCron = (schedule: string) => inOtherFormat({ schedule, format: 'English' })?.schedule;
const inEnglish = (schedule: string) => inOtherFormat({ schedule, format: 'Cron' })?.schedule;

describe('a schedule in the other format', () => {
  it('is the cron that Core makes of it, as people write it', () => {
    assert.equal(asCron('every day at 03:00'), '0 0 3 * * *');
    assert.equal(asCron('every Monday at Noon'), '0 0 0 * * 1');
    assert.equal(asCron('every 5 minutes'), '0 0/5 * * * *');
    // Which is not what it says.
    assert.equal(asCron('every weekday'), '0 0 0 * * *');
    assert.equal(asCron('hello'), undefined);
    assert.equal(asCron(''), undefined);
  });

  it('is English, where Core has words for it', () => {
    assert.equal(inEnglish('0 0 3 * * *'), 'Every day at 03:00');
    assert.equal(inEnglish('@daily'), 'Every day at 00:00');
    assert.equal(inEnglish('0 30 2 * * MON-FRI'), 'Monday through Friday at 02:30');
    assert.equal(inEnglish('0 0 3 L * *'), undefined);
    assert.equal(inEnglish('0 0 3 * *'), undefined);
  });

  it('runs at the same times, for each phrase of the oracle and back', () => {
    const read = (schedule: string, format: 'English' | 'Cron') =>
      (readSchedule({ schedule, format, timezone: 'UTC' }) as Schedule).cron;
    const phrases = readFixture('oracle/english.json.gz') as { text: string }[];
    let count = 0;
    for (const { text } of phrases) {
      const cron = asCron(text);
      if (cron === undefined) continue;
      count++;
      assert.ok(isSameCron(read(cron, 'Cron'), read(text, 'English')), text);
      const english = inEnglish(cron);
      if (english === undefined) continue;
      assert.ok(isSameCron(read(english, 'English'), read(cron, 'Cron')), `${cron}: ${english}`);
    }
    assert.ok(count > 90, `${count}`);
  });
});
