import assert from 'node:assert/strict';
import { engine } from '../../komodo/patterns/testing/engine.ts';
import { answerPattern } from './pattern.ts';
import { reply } from './reply.ts';
import { answerSchedule } from './schedule.ts';

// That all answers agree with Core's is shown in komodo/patterns and komodo/schedules.
const schedule = (question: object) => reply(JSON.stringify(question), answerSchedule);
const daily = { schedule: 'every day at 3:00', after: '2026-01-01T00:00:00Z' };

describe('an answer about a schedule', () => {
  it('has the cron and three runs unless another number is asked for', () => {
    assert.equal(
      schedule({ id: 'a', ...daily }),
      '{"id":"a","ok":true,"cron":"0 0 3 */1 * ?","next":["2026-01-01T03:00:00Z","2026-01-02T03:00:00Z","2026-01-03T03:00:00Z"]}',
    );
    assert.equal(
      schedule({ ...daily, after: '2026-01-01T05:30:00.25+05:30', count: 1 }),
      '{"id":null,"ok":true,"cron":"0 0 3 */1 * ?","next":["2026-01-01T03:00:00Z"]}',
    );
  });

  it('says what is no question', () => {
    const bad = (question: object, words: string) =>
      assert.equal(schedule(question), `{"id":null,"bad_question":${JSON.stringify(words)}}`);
    bad({}, 'missing field `schedule`');
    bad({ ...daily, after: 'soon' }, 'input contains invalid characters');
    bad({ ...daily, after: '2026-02-30T00:00:00Z' }, 'input is out of range');
    bad({ ...daily, format: 'cron' }, 'unknown variant `cron`, expected `English` or `Cron`');
  });
});

describe('an answer about a pattern', () => {
  const pattern = (question: object) =>
    reply(JSON.stringify(question), (asked) => answerPattern(asked, engine));

  it('has the matches and the items', () =>
    assert.equal(
      pattern({ id: 1, pattern: 'a*', names: ['ab', 'b'] }),
      '{"id":1,"ok":true,"matches":["ab"],"items":[{"item":"a*","kind":"wildcard"}]}',
    ));

  it('says what is no question', () =>
    assert.equal(
      pattern({ pattern: 'a', names: [], mode: 'list' }),
      '{"id":null,"bad_question":"unknown variant `list`, expected `batch` or `group`"}',
    ));
});
