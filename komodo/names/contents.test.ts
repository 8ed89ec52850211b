import assert from 'node:assert/strict';
import { dataOf, parse } from '../toml/index.ts';
import { contentsOf } from './contents.ts';

const contents = (text: string) => contentsOf(dataOf(parse(text)).root);

describe('what a table says', () => {
  it('is the same in whatever order and form', () => {
    const same = contents('a = 1\nb.c = ["x", \'y\']\n');
    assert.equal(contents('# twice\nb = { c = ["x", "y"] } # too\na = 1\n'), same);
    assert.equal(contents('a = 1\n[b]\nc = [\n  "x",\n  "y",\n]\n'), same);
  });

  it('is another where a name, a value, its kind or the order of a list is', () => {
    const texts = [
      'a = 1',
      'b = 1',
      'a = 2',
      'a = "1"',
      'a = ["x", "y"]',
      'a = ["y", "x"]',
      'a = ["xy"]',
      'a = {}',
    ];
    assert.equal(new Set(texts.map(contents)).size, texts.length);
  });
});
