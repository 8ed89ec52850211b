import assert from 'node:assert/strict';
import { isAnchored, looksLikeRegex, splitRegexes } from './brokenRegexes.ts';
import { readPattern } from './pattern.ts';

const splits = (text: string) =>
  splitRegexes(readPattern(text, 'batch')).map(({ at, regex, isMarked }) => [at, regex, isMarked]);

describe('a regex that is split', () => {
  it('begins and ends with a backslash', () => {
    assert.deepEqual(splits('a, \\b{1,2}\\, c'), [['comma', 'b{1,2}', true]]);
    assert.deepEqual(splits('\\a{1,2}\\, \\b{1,2}\\'), [
      ['comma', 'a{1,2}', true],
      ['comma', 'b{1,2}', true],
    ]);
    assert.deepEqual(splits('\\(a|\nb)\\'), [['line', '(a|\nb)', true]]);
    assert.deepEqual(splits('\\a #1\\\nb'), [['comment', 'a #1', true]]);
  });

  it('leaves a bracket open', () => {
    assert.deepEqual(splits('^a{1,2}$'), [['comma', '^a{1,2}$', false]]);
    assert.deepEqual(splits('(a, b)'), []);
    assert.deepEqual(splits('^(a,\nb)$'), []);
  });

  it('is none between regexes that are whole', () => {
    assert.deepEqual(splits('\\a\\, \\b\\'), []);
    assert.deepEqual(splits('\\a, \\b\\'), []);
    assert.deepEqual(splits('a # b\\'), []);
  });

  it('is not sought for long', () => {
    assert.deepEqual(splits('(,'.repeat(50_000)), []);
    assert.deepEqual(splits('\\a,'.repeat(50_000)), []);
  });
});

describe('a text', () => {
  const like = (text: string) => [looksLikeRegex(text), isAnchored(text)];

  it('has anchors that no name has', () => {
    for (const text of ['^a', 'a$', '(?i)a', 'a\\d']) assert.deepEqual(like(text), [true, true]);
  });

  it('has what names may have, too', () => {
    for (const text of ['a.*', '[ab]', 'a|b', '(a)?', 'a{2}'])
      assert.deepEqual(like(text), [true, false], text);
  });

  it('is a name or a wildcard', () => {
    for (const text of ['web', 'web-*', 'a.b', 'Deploy (all)', 'a{b}', 'a?'])
      assert.deepEqual(like(text), [false, false], text);
  });
});
