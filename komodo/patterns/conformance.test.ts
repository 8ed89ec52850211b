/** What Core's own crates said, table by table; `items` and `chain` too. */
import assert from 'node:assert/strict';
import { answerPattern } from '../../cli/verdict/pattern.ts';
import type { Question } from '../../cli/verdict/question.ts';
import { readFixture, readFixtureLines } from '../testing/fixtures.ts';
import { engine } from './testing/engine.ts';
import { utf8 } from './utf8.ts';
import { matchesWildcard, readWildcard } from './wildcard.ts';

/** `pattern` is matched against names that the table does not list: those that any of its rows picks, and more. */
interface Row {
  pattern: string;
  matches?: string[];
  error?: string;
}

/** Each line is the question and its answer in one. */
const cases = readFixtureLines('oracle/pattern_cases.ndjson.gz') as Question[];
const asked = ['pattern', 'names', 'mode'];
const wildcards = readFixture('oracle/wildcard.json.gz') as Row[];
const regexes = readFixture('oracle/regex.json.gz') as Row[];
const namesOf = (rows: Row[]) => [...new Set(rows.flatMap((row) => row.matches ?? []))];

describe('patterns against what the crates of Core say', () => {
  it(`agree in ${cases.length} cases`, () => {
    for (const question of cases) {
      const expected = Object.entries(question).filter(([key]) => !asked.includes(key));
      // As text: the order of the keys counts too.
      assert.equal(
        JSON.stringify(answerPattern(question, engine)),
        JSON.stringify(Object.fromEntries(expected)),
      );
    }
  });

  it(`agree on ${wildcards.length} wildcards alone`, () => {
    const names = namesOf(wildcards);
    for (const { pattern, matches = [], error } of wildcards) {
      const wildcard = readWildcard(pattern);
      if ('error' in wildcard) assert.equal(wildcard.error, error);
      else {
        const picked = names.filter((name) => matchesWildcard(wildcard.steps, utf8(name)));
        assert.deepEqual(new Set(picked), new Set(matches), pattern);
      }
    }
  });

  it(`agree on ${regexes.length} regexes alone`, () => {
    const names = namesOf(regexes);
    for (const { pattern, matches = [], error } of regexes) {
      const verdict = engine(pattern, names);
      if ('error' in verdict) assert.equal(verdict.error, error, pattern);
      else {
        const picked = names.filter((_, index) => verdict.found[index]);
        assert.deepEqual(new Set(picked), new Set(matches), pattern);
      }
    }
  });
});
