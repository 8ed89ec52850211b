import assert from 'node:assert/strict';
import { itemRemovalAt, pairAt, parse, removalOf } from './index.ts';

/** The text without the pair that the cursor, a `|`, stands in. */
function without(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const toml = parse(text);
  const { start, end } = removalOf(toml, pairAt(toml, offset)!);
  return text.slice(0, start) + text.slice(end);
}

describe('taking a pair away', () => {
  it('takes its line', () => {
    assert.equal(without('a = 1\nb| = 2\nc = 3\n'), 'a = 1\nc = 3\n');
    assert.equal(without('a = 1\r\nb| = """\nx\n"""\r\nc = 3'), 'a = 1\r\nc = 3');
    assert.equal(without('a = 1\n  b| = 2'), 'a = 1\n');
  });

  it('leaves a comment behind it, on a line of its own', () =>
    assert.equal(without('b| = 2  # why\nc = 3\n'), '# why\nc = 3\n'));

  it('takes one comma out of braces', () => {
    assert.equal(without('a = { b| = 1, c = 2, d = 3 }'), 'a = { c = 2, d = 3 }');
    assert.equal(without('a = { b = 1, c| = 2, d = 3 }'), 'a = { b = 1, d = 3 }');
    assert.equal(without('a = { b = 1, c = 2, d|.e = 3 }'), 'a = { b = 1, c = 2 }');
    assert.equal(without('a = { b| = 1 }'), 'a = {  }');
  });
});

/** The text without the item of an array that the cursor stands in; undefined where there is none. */
function withoutItem(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const span = itemRemovalAt(parse(text), offset);
  return span && text.slice(0, span.start) + text.slice(span.end);
}

describe('taking an item away', () => {
  it('takes its comma', () => {
    assert.equal(withoutItem('a = [|1, 2, 3]'), 'a = [2, 3]');
    assert.equal(withoutItem('a = [1, |2, 3]'), 'a = [1, 3]');
    assert.equal(withoutItem('a = [1, 2, |3]'), 'a = [1, 2]');
  });

  it('leaves nothing where it was the only one', () => {
    assert.equal(withoutItem('a = [ { b| = 1 }, ]'), 'a = []');
    assert.equal(withoutItem('a = [\n  { b| = 1 },\n]\n'), 'a = []\n');
    assert.equal(withoutItem('a = [\r\n  { b| = 1 }\r\n]'), 'a = []');
    assert.equal(withoutItem('a = [\n  # one\n  |1,\n]'), 'a = [\n  # one\n]');
    assert.equal(withoutItem('a = [\n  |1, # one\n]'), 'a = [\n  # one\n]');
  });

  it('takes its line', () => {
    const lines = 'a = [\n  { b = 1 },\n  { b| = 2 }, # two\n  { b = 3 },\n]\n';
    assert.equal(withoutItem(lines), 'a = [\n  { b = 1 },\n  # two\n  { b = 3 },\n]\n');
    assert.equal(withoutItem('a = [\n  1,\n  |2,\n  3\n]'), 'a = [\n  1,\n  3\n]');
    assert.equal(withoutItem('a = [\n  1,\n  |2\n]'), 'a = [\n  1\n]');
    assert.equal(
      withoutItem('a = [\n  1, # one\n  |2,\n  # three\n]'),
      'a = [\n  1, # one\n  # three\n]',
    );
  });

  it('leaves what is in no array', () => assert.equal(withoutItem('a = {b| = 1}'), undefined));
});
