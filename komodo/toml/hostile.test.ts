import assert from 'node:assert/strict';
import { dataOf, edit, parse, refusalOf } from './index.ts';
import { problemsOf, valueOf } from './testing/read.ts';

/** Reads it in every way there is; nothing must be thrown, and all of the text belongs to some block. */
function read(text: string): void {
  for (const core of [true, false]) {
    const document = parse(text, { core });
    const length = document.blocks.reduce((sum, block) => sum + block.length, 0);
    assert.equal(length, text.length);
    dataOf(document);
    refusalOf(document);
    edit(document, text.length >> 1, text.length >> 1, '"""');
  }
}

describe('hostile text', function () {
  this.timeout(120_000);

  it('control characters, NUL and halves of surrogate pairs are marked where they stand', () => {
    assert.deepEqual(problemsOf('a = "x\u0000y"\n# \u0007\nb = "\ud800"\nc = "\udc00"\n'), [
      '1: \u0000: a string may not hold the control character U+0000',
      '2: \u0007: a comment may not hold the control character U+0007',
      '3: \ud800: a string may not hold half of a surrogate pair',
      '4: \udc00: a string may not hold half of a surrogate pair',
    ]);
    assert.deepEqual(valueOf('a = \u0000\u0001\nb = 1\n'), { a: undefined, b: 1 });
  });

  it('no text is too deep', () => {
    for (const open of ['[', '{a=', '[{a=', 'a.', '[a.']) {
      read(`a = ${open.repeat(100_000)}`);
      read(open.repeat(100_000));
    }
  });

  it('no data are too deep, those that Core takes neither', () => {
    const key = (parts: number) => Array.from({ length: parts }, () => 'a').join('.');
    const nested = (tables: number) => `${`{${key(79)} = `.repeat(tables)}1${'}'.repeat(tables)}`;
    for (const text of [
      `[${key(50_000)}]\n`,
      `${key(50_000)} = 1\n`,
      `a = ${nested(79)}\nb = 1\n`,
    ]) {
      read(text);
      assert.notEqual(JSON.stringify(valueOf(text)), undefined);
    }
    assert.equal((valueOf(`a = ${nested(79)}\nb = 1\n`) as { b: number }).b, 1);
  });

  const unit = 10_000;
  const texts: Record<string, string> = {
    'brackets on every line': 'a = [\n'.repeat(unit),
    'braces on every line': 'a = {\n'.repeat(unit),
    'open strings': 'a = """\n'.repeat(unit + 1),
    'open strings of two kinds': '[a]\nb = \'\'\'\nc = """\n'.repeat(unit / 4),
    'headers in an open array': `a = [\n${'[1]\n,'.repeat(unit)}`,
    'headers alone': '[a]\n'.repeat(unit),
    'a long line of words': `a = ${'x '.repeat(unit)}`,
    'a long line of blanks': `a = [\n${`[a${' '.repeat(unit)}x\n`.repeat(4)}`,
    'one quote after the other': '"'.repeat(unit * 5),
    'one bad escape after the other': `a = "${'\\q'.repeat(unit)}"`,
    'no TOML at all': '\u0001\u0002"\'\\]}\ud800'.repeat(unit),
    'carriage returns': 'a = 1\r'.repeat(unit),
  };
  for (const [name, text] of Object.entries(texts)) {
    it(`is read to its end: ${name}`, () => read(text));
  }

  it('no word is too long', () => {
    const long = (piece: string) => piece.repeat(5_000_000 / piece.length);
    for (const word of [long('1'), `0x${long('f')}`, `0.${long('1')}`, `07:32:00.${long('1')}`]) {
      assert.equal(parse(`a = ${word}`).blocks[0]!.pairs[0]!.value.end, word.length + 4);
    }
    for (const word of [long('x'), long('a.'), long('1_'), `[${long('a.')}`, `"${long('x')}`]) {
      assert.notDeepEqual(problemsOf(`a = [\n${word}\n`), []);
    }
  });

  it('is read to its end: 10 MB of one string', () => {
    const value = 'one line of a script\n'.repeat(500_000);
    assert.deepEqual(valueOf(`a = """${value}"""`), { a: value });
    assert.equal(problemsOf(`a = """${value}`).length, 1);
  });
});
