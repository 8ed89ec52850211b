import assert from 'node:assert/strict';
import { parse, refusalOf } from './index.ts';

/** The text with `|` where Core says the error is. */
function refused(text: string): string {
  const refusal = refusalOf(parse(text));
  assert.ok(refusal);
  return `${text.slice(0, refusal.offset)}|${text.slice(refusal.offset)}`;
}

describe('refusalOf', () => {
  it('is nothing for TOML', () => {
    assert.equal(refusalOf(parse('a = 1\n[b]\n')), undefined);
  });

  it('is what is not the grammar of TOML before anything else, wherever it stands', () => {
    assert.equal(
      refused('a = "\\q"\nb = 1\nb = 2\nc = 1 2, 3\n'),
      'a = "\\q"\nb = 1\nb = 2\nc = 1 2|, 3\n',
    );
  });

  it('is then the first value that is none or key that stands twice', () => {
    assert.equal(refused('a = 1e999\nb = 1\nb = 2\nc = ?\n'), 'a = 1e999\nb = 1\n|b = 2\nc = ?\n');
  });

  it('is a [[table]] out of place only when its block is over', () => {
    assert.equal(refused('[a]\n[[a]]\nb = ?\n'), '[a]\n[[a]]\nb = |?\n');
    assert.equal(refused('[a]\n[a]\nb = ?\n'), '[a]\n[|a]\nb = ?\n');
  });

  it('is a value that is missing before the key that stands there already', () => {
    assert.equal(refused('x = {a=1,a\n}'), 'x = {a=1,a\n|}');
    assert.equal(refused('x = {a=1,a=2,b\n}'), 'x = {a=1,|a=2,b\n}');
  });

  it('is where the toml crate notices an open array, string or inline table', () => {
    assert.equal(refused('a = [1,\nb = 2\n'), 'a = [1,\nb |= 2\n');
    assert.equal(refused('a = [1, # c\n\n'), 'a = [1,| # c\n\n');
    assert.equal(refused('a = """\nx\n'), 'a = """\nx\n|');
    assert.equal(
      refused('a = { b = "\n}\n[c'),
      'a = { b = |"\n}\n[c'.replace('|', '').replace('[c', '[c|'),
    );
  });
});
