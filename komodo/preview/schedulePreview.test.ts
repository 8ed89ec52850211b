import assert from 'node:assert/strict';
import type { ScheduleFinding, ScheduleText } from '../schedules/index.ts';
import { previewSchedule } from './schedulePreview.ts';
import { refusalInWords, runsInWords, zoneInWords } from './words.ts';

const noon = new Date('2026-11-23T12:00:00Z');
const preview = (text: Partial<ScheduleText>, count = 2) =>
  previewSchedule({ schedule: '', format: 'English', ...text }, noon, count, 'Europe/Berlin');

function runs(text: Partial<ScheduleText>, count?: number) {
  const found = preview(text, count);
  assert.ok(found.state === 'runs');
  return found;
}

describe('the preview of a schedule', () => {
  it('has its meaning, its cron, and the next runs by two clocks', () => {
    const found = runs({ schedule: 'every day at 03:00', timezone: 'America/New_York' }, 1);
    assert.deepEqual(found, {
      state: 'runs',
      words: 'At 03:00',
      cron: '0 0 3 */1 * ?',
      timezone: 'America/New_York',
      timezoneFrom: 'schedule',
      runs: [
        {
          at: Date.parse('2026-11-24T08:00:00Z'),
          there: { day: 'Tue 24 Nov 2026', hour: '03:00 GMT-5' },
          here: { day: 'Tue 24 Nov 2026', hour: '09:00 CET' },
        },
      ],
    });
  });

  it('says in words when it runs, here too where the clocks differ', () => {
    assert.deepEqual(runsInWords(runs({ schedule: 'every day at 23:30', timezone: 'UTC' })), [
      'Mon 23 Nov 2026, 23:30 UTC · Tue 24 Nov 2026, 00:30 CET here',
      'Tue 24 Nov 2026, 23:30 UTC · Wed 25 Nov 2026, 00:30 CET here',
    ]);
    const here = runs({ schedule: '5 0 9 * * *', format: 'Cron', timezone: 'Europe/Berlin' }, 1);
    assert.deepEqual(runsInWords(here), ['Tue 24 Nov 2026, 09:00:05 CET']);
  });

  it('says whose zone holds', () => {
    const schedule = 'every day at 03:00';
    const words = (text: Partial<ScheduleText>, core?: string) =>
      zoneInWords(runs({ schedule, ...text }), 'the file', core);
    assert.equal(words({ timezone: 'Asia/Tokyo' }), 'In Asia/Tokyo, as the file says.');
    assert.equal(
      words({ coreTimezone: 'Asia/Tokyo' }, 'komodo.lan'),
      'In Asia/Tokyo, the time zone of komodo.lan.',
    );
    assert.match(words({}), /^No time zone is given/);
    assert.match(words({}, 'komodo.lan'), /^komodo\.lan has no time zone set/);
  });

  it('has Core’s words where Core can not read it, and what is to blame', () => {
    assert.deepEqual(preview({ schedule: 'daily' }), {
      state: 'problem',
      about: 'schedule',
      problem: 'Failed to parse english to cron | InvalidInput',
    });
    const zone = preview({ schedule: 'every day', timezone: 'Berlin' });
    assert.ok(zone.state === 'problem');
    assert.equal(zone.about, 'timezone');
    assert.equal(preview({ schedule: '0 3 * * *', format: 'Cron' }).state, 'problem');
  });

  it('says why Core never runs it, and what to write where that is known', () => {
    const fails = (message: string): ScheduleFinding => {
      return { code: 'schedule-refused', class: 'fails', message, part: 'schedule', fixes: [] };
    };
    assert.deepEqual(refusalInWords('bad', []), ['Core never runs it: bad']);
    assert.deepEqual(refusalInWords('bad', [fails('It is bad.')]), ['It is bad.']);
    assert.deepEqual(refusalInWords('bad', [fails('Write x.')]), ['Write x.', 'bad']);
  });

  it('ends where nothing comes any more', () => {
    const found = runs({ schedule: '0 0 0 30 2 *', format: 'Cron' });
    assert.match(runsInWords(found).join('\n'), /^then no more: Failed to find next run time: /);
    assert.equal(found.words, undefined);
  });

  it('is none without a text', () => assert.deepEqual(preview({}), { state: 'unscheduled' }));
});
