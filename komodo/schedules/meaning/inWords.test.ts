import assert from 'node:assert/strict';
import { readCron } from '../cron/cron.ts';
import { runsInWords } from './inWords.ts';

const examples: Readonly<Record<string, string>> = {
  '0 0 3 * * *': 'every day at 03:00',
  '30 15 3 * * *': 'every day at 03:15:30',
  '0 * * * * *': 'every minute',
  '*/10 * * * * *': 'every 10 seconds',
  '0 */5 * * * *': 'every 5 minutes',
  '0 */45 * * * *': 'at minutes 0 and 45 of every hour',
  '0 */7 * * * *': 'at minutes 0, 7, 14 … 56 of every hour',
  '0 30 * * * *': 'at minute 30 of every hour',
  '0 5 */2 * * *': 'at minute 5 of every 2nd hour',
  '0 0 9-17 * * *': 'every hour from 09:00 to 17:00 every day',
  '0 0 22-23,0-6 * * *': 'every hour from 22:00 to 06:00 every day',
  '0 */10 9-17 * * MON-FRI': 'every 10 minutes from 09:00 to 17:50 Monday to Friday',
  '0 */10 0 * * *': 'every 10 minutes from 00:00 to 00:50 every day',
  '0 * * * * SUN': 'every minute on Sundays',
  '0 0 9,17 * 6 SAT,SUN': 'on Saturdays and Sundays in June at 09:00 and 17:00',
  '0 0 0 1,15 * *': 'on the 1st and 15th of the month at 00:00',
  '0 0 3 1-7 * *': 'from the 1st to the 7th of the month at 03:00',
  '0 0 0 */2 * *': 'on every 2nd day from the 1st of the month at 00:00',
  '0 0 0 L 2 *': 'on the last day of February at 00:00',
  '0 0 6 1W * *': 'on the first weekday of the month at 06:00',
  '0 0 6 15W * *': 'on the weekday nearest to the 15th of the month at 06:00',
  '0 0 0 13 * FRI': 'on Fridays that fall on the 13th of the month at 00:00',
  '0 0 9 * 1 MON#1,FRIL': 'on the first Monday and last Friday of January at 09:00',
  '0 0 0 * JAN-MAR *': 'every day in January to March at 00:00',
  '0 0 0 1 JAN-MAR *': 'on the 1st of the month in January to March at 00:00',
  '0 0 0 25 12 * 2026': 'on the 25th of December in 2026 at 00:00',
  '* 0 3 * * *': 'every second in the minute of 03:00 every day',
  '* */5 * * * *': 'every second in minutes 0, 5, 10 … 55 of every hour',
};

describe('what cron does', () => {
  it('is said in words', () => {
    for (const [expression, words] of Object.entries(examples))
      assert.equal(runsInWords([readCron(expression)]), words, expression);
  });

  it('is said of several together', () => {
    const both = (one: string, other: string) => runsInWords([readCron(one), readCron(other)]);
    assert.equal(both('0 30 9 * * *', '0 45 17 * * *'), 'every day at 09:30 and 17:45');
    assert.equal(
      both('0 0 9 * * MON', '0 0 17 * * FRI'),
      'on Mondays at 09:00, and on Fridays at 17:00',
    );
    assert.equal(
      both('0 */10 9-16 * * *', '0 0 17 * * *'),
      'every 10 minutes from 09:00 to 16:50 and at 17:00 every day',
    );
  });
});
