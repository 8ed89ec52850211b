import assert from 'node:assert/strict';
import { readCron } from '../cron/cron.ts';
import { cronText } from './cronText.ts';
import type { Rule } from './rules.ts';
import { steps } from './timesOfDay.ts';

const midnight: Rule = { seconds: [0], minutes: [0], hours: [0] };
const text = (rule: Partial<Rule>) => cronText({ ...midnight, ...rule });

describe('a rule as cron', () => {
  it('has a step where values go evenly on to the end', () => {
    assert.equal(text({ minutes: steps(0, 5, 60) }), '0 */5 0 * * *');
    assert.equal(text({ minutes: [0, 30] }), '0 */30 0 * * *');
    assert.equal(text({ minutes: steps(2, 5, 60) }), '0 2/5 0 * * *');
    assert.equal(text({ hours: steps(8, 2, 19) }), '0 0 8-18/2 * * *');
  });

  it('has lists and ranges of what is left', () => {
    assert.equal(text({ minutes: [15, 45], hours: [9, 17] }), '0 15,45 9,17 * * *');
    assert.equal(text({ hours: [0, 1, 2, 22, 23] }), '0 0 0-2,22,23 * * *');
    assert.equal(text({ days: [1, 15, 'L'] }), '0 0 0 1,15,L * *');
  });

  it('names weekdays, from Monday on', () => {
    assert.equal(text({ weekdays: [0, 1, 3] }), '0 0 0 * * MON,WED,SUN');
    assert.equal(text({ weekdays: [5, 6, 0] }), '0 0 0 * * FRI-SUN');
    assert.equal(text({ weekdays: ['1#1', '5L'] }), '0 0 0 * * MON#1,FRIL');
  });

  it('has a year only where there is one', () =>
    assert.equal(text({ years: [2027, 2028, 2029] }), '0 0 0 * * * 2027-2029'));

  it('can be read as cron', () => {
    for (const weekdays of [[5, 6, 0], [0], ['0L', '2#2'], [6]]) readCron(text({ weekdays }));
  });
});
