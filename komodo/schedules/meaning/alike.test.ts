import assert from 'node:assert/strict';
import { readCron } from '../cron/cron.ts';
import { firesAlike, isSameCron } from './alike.ts';

const crons = (expressions: string) => expressions.split(' + ').map(readCron);
const alike = (some: string, others: string) => firesAlike(crons(some), crons(others));

describe('expressions that fire alike', () => {
  it('can be written differently', () => {
    assert.ok(alike('0 0 3 * * *', '0 0 3 */1 * ?'));
    assert.ok(alike('0 0/15 * * * *', '0 0,15,30,45 * * * *'));
    assert.ok(alike('0 0 0 * * MON#1', '0 0 0 1-7 * MON'));
    assert.ok(alike('0 0 0 L 4 *', '0 0 0 30 4 *'));
    assert.ok(alike('0 0 0 * * 0', '0 0 0 * * 7'));
  });

  it('can be several that together do as one', () => {
    assert.ok(alike('0 0 9 * * * + 0 30 9 * * *', '0 0,30 9 * * *'));
    assert.ok(alike('0 0 9 * * MON-FRI + 0 0 9 * * SAT,SUN', '0 0 9 * * *'));
    assert.ok(alike('0 0 9 1-20 * * + 0 0 9 15-31 * *', '0 0 9 * * *'));
    assert.ok(!alike('0 0 9 * * MON-FRI + 0 0 10 * * SAT,SUN', '0 0 9 * * *'));
    assert.ok(!alike('0 0 9 * * * + 0 30 17 * * *', '0 0,30 9,17 * * *'));
  });

  it('differ in a leap year alone', () => {
    assert.ok(!alike('0 0 0 29 2 *', '0 0 0 L 2 *'));
    assert.ok(!alike('0 0 0 29 2 MON', '0 0 0 29 2 TUE'));
  });

  it('differ by their years', () => assert.ok(!alike('0 0 0 1 1 *', '0 0 0 1 1 * 2027')));

  it('are the same to Core only if clocks that change make no difference', () => {
    const same = (one: string, other: string) => isSameCron(readCron(one), readCron(other));
    assert.ok(same('0 0 3 * * *', '0 0 3 */1 * ?'));
    // A step is no fixed time, which Core would make up for.
    assert.ok(!same('0 0 0 * * *', '0 0 0/24 * * *'));
  });
});
