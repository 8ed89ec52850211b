/** What Core's own crates said, table by table; `items` and `chain` too. */
import assert from 'node:assert/strict';
import { readFixture, readFixtureLines } from '../testing/fixtures.ts';
import { matchPattern, problemText, readPattern } from './pattern.ts';
import type { PatternMode } from './pattern.ts';
import { engine } from './testing/engine.ts';
import { utf8 } from './utf8.ts';
import { matchesWildcard, readWildcard } from './wildcard.ts';

interface Case {
  id: string;
  pattern: string;
  names: string[];
  mode?: PatternMode;
  items: { item: string; kind: string }[];
  ok: boolean;
  matches?: string[];
  error?: string;
  chain?: string[];
  panic?: string;
}
/** `pattern` is matched against names that the table does not list: those that any of its rows picks, and more. */
interface Row {
  pattern: string;
  matches?: string[];
  error?: string;
}

const cases = readFixtureLines('oracle/pattern_cases.ndjson.gz') as Case[];
const wildcards = readFixture('oracle/wildcard.json.gz') as Row[];
const regexes = readFixture('oracle/regex.json.gz') as Row[];
const namesOf = (rows: Row[]) => [...new Set(rows.flatMap((row) => row.matches ?? []))];

describe('patterns against what the crates of Core say', () => {
  it(`agree in ${cases.length} cases`, () => {
    for (const { id, pattern, names, mode = 'batch', ...said } of cases) {
      const read = readPattern(pattern, mode);
      assert.deepEqual(
        read.items.map(({ text, kind }) => ({ item: text, kind })),
        said.items,
        id,
      );
      const { problem, names: matches } = matchPattern(read, names, engine);
      assert.equal(problem === undefined, said.ok, id);
      if (!problem) assert.deepEqual(matches, said.matches, id);
      else if (problem.kind === 'panic') assert.equal(problem.message, said.panic, id);
      else {
        assert.deepEqual(problem.chain, said.chain, id);
        assert.equal(problemText(problem), said.error, id);
      }
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
