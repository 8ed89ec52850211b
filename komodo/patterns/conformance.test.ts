/** What Core's own crates said, table by table; `items` and `chain` too. */
import assert from 'node:assert/strict';
import { answerPattern } from '../../cli/verdict/pattern.ts';
import { assertAgrees } from '../../cli/verdict/testing/cases.ts';
import { readFixture } from '../testing/fixtures.ts';
import { engine } from './testing/engine.ts';
import { utf8 } from './utf8.ts';
import { matchesWildcard, readWildcard } from './wildcard.ts';

/** `pattern` is matched against names that the table does not list: those that any of its rows picks, and more. */
interface Row {
  pattern: string;
  matches?: string[];
  error?: string;
}

const wildcards = readFixture('oracle/wildcard.json.gz') as Row[];
const regexes = readFixture('oracle/regex.json.gz') as Row[];
const namesOf = (rows: Row[]) => [...new Set(rows.flatMap((row) => row.matches ?? []))];

describe('patterns against what the crates of Core say', () => {
  it('agree in 436 cases', () => {
    const asked = ['pattern', 'names', 'mode'];
    const cases = assertAgrees('oracle/pattern_cases.ndjson.gz', asked, (question) =>
      answerPattern(question, engine),
    );
    assert.equal(cases, 436);
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
