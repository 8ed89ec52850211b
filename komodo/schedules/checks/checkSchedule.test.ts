import assert from 'node:assert/strict';
import { readFixture } from '../../testing/fixtures.ts';
import { readCron } from '../cron/cron.ts';
import { firesAlike } from '../meaning/alike.ts';
import { cronOf } from '../meaning/englishOf.ts';
import { found, lines } from './testing/found.ts';

describe('a schedule', () => {
  it('that is empty is fine', () => {
    assert.deepEqual(lines(''), []);
    assert.deepEqual(lines('', { enabled: false }), []);
  });

  it('that is disabled cannot fail', () =>
    assert.deepEqual(lines('hello', { enabled: false }), [
      'style schedule-refused: Core never runs this: Failed to parse english to cron | InvalidInput.',
      'style schedule-disabled: `schedule_enabled = false`: this does not run by itself.',
    ]));
});

type Choices = readonly (readonly [string, string])[];
const times: Choices = [
  ['at 03:00', '0 0 3'],
  ['at 3', '0 0 3'],
  ['at 3:30 pm', '0 30 15'],
  ['at Noon', '0 0 12'],
  ['at 9:00 and 17:00', '0 0 9,17'],
  ['every 5 minutes', '0 */5 *'],
  ['every hour', '0 0 *'],
  ['every two hours', '0 0 */2'],
  ['every hour between 9:00 and 17:00', '0 0 9-17'],
  ['at half past 8', '0 30 8'],
  ['at 20 past every hour', '0 20 *'],
  ['at 7 in the evening', '0 0 19'],
  ['', '0 0 0'],
];
const days: Choices = [
  ['every day', '* * *'],
  ['every monday', '* * MON'],
  ['on weekdays', '* * MON-FRI'],
  ['Mon-Fri', '* * MON-FRI'],
  ['Monday through Friday', '* * MON-FRI'],
  ['on mondays and thursdays', '* * MON,THU'],
  ['every day except on weekends', '* * MON-FRI'],
  ['on the 1st of the month', '1 * *'],
  ['on the 1st and 15th of the month', '1,15 * *'],
  ['on the last day of the month', 'L * *'],
  ['every 2nd friday of the month', '* * FRI#2'],
  ['from the 1st to the 7th', '1-7 * *'],
];
const months: Choices = [
  ['', '*'],
  ['in march', '3'],
  ['from January to March', '1-3'],
  ['except in august', '1-7,9-12'],
];

/** Sentences of all these parts, in several orders, and what they mean. */
function* sentences(): Generator<{ text: string; meant: string }> {
  for (const [time, clock] of times)
    for (const [day, dates] of days)
      for (const [month, inMonths] of months)
        for (const order of [
          [time, day, month],
          [day, time, month],
          [month, day, time],
        ])
          yield {
            text: order.filter(Boolean).join(' '),
            meant: `${clock} ${dates.replace(' * ', ` ${inMonths} `)}`,
          };
}

describe('each of 1,872 sentences', () => {
  it('is found if Core runs it at other times than it says, and only then', () => {
    let count = 0;
    for (const { text, meant } of sentences()) {
      count++;
      const core = cronOf(text);
      const isRight = core !== undefined && firesAlike([readCron(core)], [readCron(meant)]);
      const serious = found(text).filter((finding) => finding.class !== 'style');
      assert.equal(serious.length, isRight ? 0 : 1, `${text}: ${core} for ${meant}`);
      for (const { schedule, format } of serious.flatMap((finding) => finding.fixes)) {
        const mended = format === 'Cron' ? schedule : cronOf(schedule!);
        assert.ok(firesAlike([readCron(mended!)], [readCron(meant)]), `${text}: ${schedule}`);
      }
    }
    assert.equal(count, 1872);
  }).timeout(120_000);
});

describe('each phrase of the oracle', () => {
  const phrases = readFixture('oracle/english.json.gz') as { text: string }[];

  it('has mends that are nothing to complain of', () => {
    for (const { text } of phrases)
      for (const { schedule, format } of found(text).flatMap((finding) => finding.fixes))
        assert.ok(
          found(schedule ?? text, { format: format! }).every(({ class: of }) => of === 'style'),
          `${text}: ${schedule}`,
        );
  });
});
