import assert from 'node:assert/strict';
import { readCron } from '../cron/cron.ts';
import { isSameCron } from './alike.ts';
import { cronOf, englishOf } from './englishOf.ts';

const english = (expression: string) => englishOf(readCron(expression));

const examples: Readonly<Record<string, string>> = {
  '0 0 3 * * *': 'Every day at 03:00',
  '0 30 9,17 * * *': 'Every day at 09:30 and 17:30',
  '0 * * * * *': 'Every minute',
  '*/10 * * * * MON-THU': 'Every 10 seconds Monday through Thursday',
  '0 */5 * * * *': 'Every 5 minutes',
  '0 0 */6 * * *': 'Every 6 hours',
  '0 0 9-17 * * MON-FRI': 'Monday through Friday every hour between 09:00 and 17:00',
  '0 * * * * MON': 'Every minute on Mondays',
  '0 0 9 * * MON': 'Every Monday at 09:00',
  '0 0 9 * * MON-FRI': 'Monday through Friday at 09:00',
  '0 0 9 * * SAT,SUN': 'Every Saturday and Sunday at 09:00',
  '0 0 3 */3 * *': 'Every 3 days at 03:00',
  '0 0 3 31 * *': 'On the 31st day of the month at 03:00',
  '0 0 6 1,15 * *': 'On the 1st and 15th of the month at 06:00',
  '0 0 5 15 1,7 *': 'On the 15th of January and July at 05:00',
  '0 0 12 * 3-5 MON': 'Every Monday at 12:00 from March to May',
};

describe('English for cron', () => {
  it('is what Core turns into the same', () => {
    for (const [expression, phrase] of Object.entries(examples)) {
      assert.equal(english(expression), phrase, expression);
      assert.ok(isSameCron(readCron(cronOf(phrase)!), readCron(expression)), phrase);
    }
  });

  it('is missing where Core has no words that say it', () => {
    for (const expression of [
      '0 30 * * * *',
      '0 0 0 L * *',
      '0 0 0 * * MON#1',
      '0 0 0 13 * FRI',
      '0 0 0 1,10,20 * *',
      '0 0 0 1 1 * 2027',
      // Core would take the whole hour of 16:00 in, and "until 16:00" says something else.
      '0 */10 9-16 * * *',
    ])
      assert.equal(english(expression), undefined, expression);
  });

  it('can be turned into cron, unless Core refuses it', () => {
    assert.equal(cronOf('Every day at 03:00'), '0 0 3 */1 * ?');
    assert.equal(cronOf('daily'), undefined);
    assert.equal(cronOf('on the 15th of each month at 6 pm'), undefined);
  });
});
