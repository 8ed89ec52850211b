import assert from 'node:assert/strict';
import { englishToCron } from './english-to-cron.ts';

const examples: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'units and numbers': [
    ['every second', '* * * * * ? *'],
    ['every 5 minutes', '0 0/5 * * * ? *'],
    ['every 2 hours', '0 0 0/2 * * ? *'],
    ['every 3 days', '0 0 0 */3 * ? *'],
  ],
  'times of the day': [
    ['Every day at 03:00', '0 0 3 */1 * ? *'],
    ['at 9:30 am', '0 30 9 * * ? *'],
    ['every day at 12 am', '0 0 0 */1 * ? *'],
    ['every day at 9am and 5pm', '0 0 9,17 */1 * ? *'],
    ['every 10 minutes between 9:00 and 17:00', '0 0/10 9-17 * * ? *'],
  ],
  'weekdays, in the order of the week': [
    ['friday and monday at noon', '0 0 12 ? * MON,FRI *'],
    ['Monday through Friday', '0 * * ? * MON-FRI *'],
    ['sunday and weekend', '0 * * ? * SUN,SAT *'],
  ],
  'months and days of them': [
    ['every 5 minutes in march', '0 0/5 * * MAR ? *'],
    ['on the 15th of january and july at 6 pm', '0 0 18 15 JAN,JUL ? *'],
  ],
  'what does not mean what it says': [
    ['every weekday', '0 0 0 */1 * ? *'],
    ['Noon', '0 0 0 * * ? *'],
    ['backup at 3', '0 * * * * ? *'],
    ['EVERY 5 HOURS', '0 * * * * ? *'],
  ],
};

describe('a schedule in English', () => {
  for (const [what, phrases] of Object.entries(examples))
    it(`has ${what}`, () => {
      for (const [phrase, cron] of phrases) assert.equal(englishToCron(phrase), cron, phrase);
    });

  it('is refused where nothing in it has a meaning', () =>
    assert.throws(() => englishToCron('daily'), { message: 'InvalidInput' }));

  it('is refused with a number or time that cannot be', () => {
    assert.throws(() => englishToCron('every day at 3:60'), {
      message:
        'IncorrectValue { state: "clock_time", error: "minute 60 should be lower or equal to 60" }',
    });
    assert.throws(() => englishToCron('every 99999999999 minutes'), {
      message: 'ParseToNumber { state: "frequency_only", value: "99999999999" }',
    });
  });
});
