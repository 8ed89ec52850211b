import assert from 'node:assert/strict';
import { parse } from './parse.ts';
import { quotedFor } from './quoted.ts';
import type { StringNode } from './tree.ts';

/** What a value is written as where the `|` stands, or in place of what stands between two of them. */
function quoted(marked: string, value: string, quote?: StringNode['quote']): string | undefined {
  const [before, second, third] = marked.split('|') as [string, string, string?];
  const [old, after] = third === undefined ? ['', second] : [second, third];
  const document = parse(before + old + after);
  return quotedFor(
    document,
    { start: before.length, end: before.length + old.length },
    value,
    quote,
  );
}

describe('a string for a place in a file', () => {
  it('keeps the quotes that stand there, where they can hold it', () => {
    assert.equal(quoted('a = |"x"|', 'web-*', '"'), '"web-*"');
    assert.equal(quoted("a = |'x'|", 'web-*', "'"), "'web-*'");
    assert.equal(quoted('a = |"""x"""|', 'web-*', '"""'), '"""web-*"""');
    assert.equal(quoted("a = |'x'|", "it's", "'"), '"it\'s"');
    assert.equal(quoted('a = |"x"|', '\\^a$\\', '"'), '"\\\\^a$\\\\"');
  });

  it('is plain where nothing stands yet', () => {
    assert.equal(quoted('a = |', 'web-*'), '"web-*"');
    assert.equal(quoted('a = |', ''), '""');
    assert.equal(quoted('a = |', '\\^a$\\'), "'\\^a$\\'");
    assert.equal(quoted('a = |', 'say "\\"'), '\'say "\\"\'');
    assert.equal(quoted('a = |', "\u0001\\'"), '"\\u0001\\\\\'"');
  });

  it('puts several lines on several lines', () => {
    assert.equal(quoted('a = |"x"|', 'a\nb', '"'), '"""\na\nb"""');
    assert.equal(quoted("a = |'''x'''|", 'a\nb', "'''"), "'''\na\nb'''");
    assert.equal(quoted('a = |', 'a\n"""'), '"a\\n\\"\\"\\""');
  });

  it('writes backslashes as Core reads them there', () => {
    assert.equal(quoted('a = |"""x"""|', '\\^a$\\', '"""'), '"""\\^a$\\"""');
    // A """ in a comment turns the rule around for the rest of the file.
    assert.equal(quoted('# """\na = |"x"|', '\\^a$\\', '"'), '"\\^a$\\"');
    assert.equal(quoted('# """\na = |', '\\^a$\\'), '"\\^a$\\"');
    assert.equal(quoted('# """\na = |"""x"""|', '\\', '"""'), '"""\\\\"""');
    assert.equal(quoted('# """\na = |', 'a"b'), "'a\"b'");
  });

  it('leaves the rest of the file as it is', () => {
    const text = quoted('a = |', '"""');
    assert.equal(text, '"\\"\\"\\""');
    assert.equal(quoted('a = { b = | }', 'x'), '"x"');
  });

  it('can hold whatever TOML can', () => {
    assert.equal(quoted('# """\na = |', '"\'\u0001'), '"""\\"\'\\u0001"""');
    const signs = ['"', "'", '\\', '\n', '\t', '\u0001', 'a', '"""', "'''", 'é'];
    for (let seed = 0; seed < 1000; seed++) {
      const value = [1, 7, 13, 19].map((step) => signs[(seed * step + (seed >> 3)) % 10]).join('');
      for (const marked of ['a = |', '# """\na = |', "a = |'''x'''|", 'a = [|"x"|, 1]']) {
        assert.ok(quoted(marked, value) !== undefined, JSON.stringify([marked, value]));
      }
    }
  });

  it('is none where no value can stand', () => {
    assert.equal(quoted('# |', 'a'), undefined);
    assert.equal(quoted('a = "b|"', 'a'), undefined);
  });
});
