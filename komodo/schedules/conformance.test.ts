/** What Core's own crates said, table by table. */
import assert from 'node:assert/strict';
import { answerSchedule } from '../../cli/verdict/schedule.ts';
import { assertAgrees } from '../../cli/verdict/testing/cases.ts';
import { readFixture } from '../testing/fixtures.ts';
import { readCron } from './cron/cron.ts';
import { CronError } from './cron/error.ts';
import { englishToCron } from './english/english-to-cron.ts';
import { EnglishError } from './english/error.ts';
import { nextRuns, readSchedule } from './schedule.ts';

interface Expression {
  expr: string;
  runs?: string[];
  error?: string;
  runError?: string;
}
const expressions = readFixture('oracle/cron.json.gz') as Expression[];
const phrases = readFixture('oracle/english.json.gz') as {
  text: string;
  cron?: string;
  error?: string;
}[];

describe('schedules against what the crates of Core say', () => {
  it('agree in 536 cases', () => {
    const asked = ['schedule', 'format', 'timezone', 'core_timezone', 'after', 'count'];
    const cases = assertAgrees('oracle/schedule_cases.ndjson.gz', asked, answerSchedule);
    assert.equal(cases, 536);
  });

  it(`agree on ${expressions.length} expressions alone`, () => {
    for (const { expr, runs, error, runError } of expressions) {
      if (error !== undefined) {
        assert.throws(() => readCron(expr), new CronError(error), expr);
        continue;
      }
      const read = readSchedule({ schedule: expr, format: 'Cron' });
      assert.ok(read.kind === 'schedule', expr);
      const found = nextRuns(read, new Date('2026-01-01T00:00:00Z'), 3);
      const times = found.runs.map((run) => run.toISOString());
      assert.deepEqual([times, found.chain?.[1]], [runs, runError], expr);
    }
  });

  it(`agree on ${phrases.length} phrases alone`, () => {
    for (const { text, cron, error } of phrases) {
      if (error === undefined) assert.equal(englishToCron(text), cron, text);
      else assert.throws(() => englishToCron(text), new EnglishError(error), text);
    }
  });
});
