import assert from 'node:assert/strict';
import { parse } from '../toml/index.ts';
import { EmbeddedScript } from './embedded.ts';

/** The script in the first string of a text. */
function scriptIn(text: string): EmbeddedScript {
  const document = parse(text);
  const block = document.blocks[0]!;
  return EmbeddedScript.at(document, { block, ...block.pairs[0]!.value })!;
}

/** The file after `part` of the script has been changed to `to`. */
function changed(text: string, part: string, to: string): string | undefined {
  const script = scriptIn(text);
  const start = script.text.indexOf(part);
  const changes = script.changed([{ start, end: start + part.length, text: to }]);
  return changes && applied(text, changes);
}

function applied(
  text: string,
  changes: readonly { start: number; end: number; text: string }[],
): string {
  return changes.reduceRight(
    (all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end),
    text,
  );
}

describe('the script in a string', () => {
  it('is mapped one to one between long quotes, backslashes too', () => {
    const text = 'a = """\nconst r = /\\d+/; "\\n"\n"""\n';
    const script = scriptIn(text);
    assert.equal(script.text, 'const r = /\\d+/; "\\n"\n');
    for (let at = 0; at <= script.text.length; at++) {
      assert.deepEqual(script.sourceOf({ start: at, end: at }), { start: at + 8, end: at + 8 });
      assert.equal(script.offsetAt(at + 8), at);
    }
    assert.equal(script.offsetAt(7), undefined);
    assert.equal(script.offsetAt(8 + script.text.length + 1), undefined);
  });

  it('is mapped escape by escape between short ones', () => {
    const text = String.raw`a = "log(\"\u00e9\");\nx"`;
    const script = scriptIn(text);
    assert.equal(script.text, 'log("é");\nx');
    const { start, end } = script.sourceOf({ start: 4, end: 7 });
    assert.equal(text.slice(start, end), String.raw`\"\u00e9\"`);
    assert.equal(script.offsetAt(start + 1), 4);
  });

  it('is mapped where it is empty or not closed', () => {
    assert.deepEqual(scriptIn('a = ""').content, { start: 5, end: 5 });
    assert.equal(scriptIn('a = """"""').offsetAt(7), 0);
    assert.equal(scriptIn('a = """\nx').text, 'x');
  });

  it('is none where no string stands', () => {
    const document = parse('a = 1');
    const block = document.blocks[0]!;
    assert.equal(EmbeddedScript.at(document, { block, ...block.pairs[0]!.value }), undefined);
  });
});

describe('a change of a script', () => {
  it('is made in its place', () => {
    assert.equal(changed('a = """\nx()\n"""', 'x', 'y\\n'), 'a = """\ny\\n()\n"""');
    assert.equal(changed('a = "x()"', 'x', 'f("\\")'), String.raw`a = "f(\"\\\")()"`);
    assert.equal(changed("a = '''x'''", 'x', 'y\nz'), "a = '''y\nz'''");
    assert.equal(changed("a = 'x'", 'x', '"y"'), `a = '"y"'`);
  });

  it('keeps how the lines of the file end', () => {
    assert.equal(changed('a = """\r\nx\r\n"""', 'x', 'y\nz'), 'a = """\r\ny\r\nz\r\n"""');
  });

  it('takes other quotes where it must', () => {
    assert.equal(changed("a = 'x'", 'x', "'y'"), `a = "'y'"`);
    // A `"""` of the script would turn Core's reading of all backslashes behind it.
    assert.equal(changed('a = """\nx\n"""', 'x', '"""'), String.raw`a = "\"\"\"\n"`);
  });

  it('keeps a line break that would count for the one behind the quotes', () => {
    assert.equal(changed('a = """x"""', '', '\n'), 'a = """\n\nx"""');
  });

  it('leaves quotes at the end apart from those that close', () => {
    const text = changed('a = """\nx"""', 'x', 'x"')!;
    assert.equal(scriptIn(text).text, 'x"');
  });

  it('is refused outside of the script', () => {
    const script = scriptIn('a = "x"');
    assert.equal(script.changed([{ start: 0, end: 2, text: '' }]), undefined);
    assert.equal(script.changed([{ start: -1, end: 0, text: '' }]), undefined);
  });

  it('to another script is as small as can be', () => {
    const text = 'a = """\none();\ntwo();\n"""';
    assert.deepEqual(scriptIn(text).rewritten('one();\nthree();\n'), [
      { start: 16, end: 18, text: 'hree' },
    ]);
    assert.deepEqual(scriptIn(text).rewritten('one();\ntwo();\n'), []);
  });
});

describe('scripts of all kinds', () => {
  it('are mapped back and forth, and changed within their string', () => {
    const random = randomFrom(7);
    const pieces = [
      'x',
      '\\',
      '"',
      "'",
      '\n',
      '\t',
      '🦎',
      '漢字',
      'é',
      '[[A]]',
      '"""',
      '/* */',
      '\\n',
      '\r\n',
    ];
    const some = (most: number) =>
      Array.from({ length: random(most) }, () => pieces[random(pieces.length)]!).join('');
    let tried = 0;
    for (let round = 0; round < 3000; round++) {
      const text =
        before[random(before.length)]! + stringOf(some(12), random) + '\nb = "\\t"\n# end\n';
      const document = parse(text);
      const pair = document.blocks[0]!.pairs.find(({ key }) => key.parts[0]!.name === 'a');
      const last = document.blocks[0]!.pairs.at(-1);
      if (!pair || last === pair || document.blocks[0]!.problems.length > 0) continue;
      tried++;
      const script = EmbeddedScript.at(document, { block: document.blocks[0]!, ...pair.value })!;
      for (let at = 0; at <= script.text.length; at++) {
        const { start } = script.sourceOf({ start: at, end: at });
        const back = script.offsetAt(start)!;
        // Only the inside of what one escape stands for has no place of its own.
        if (back !== at) assert.equal(script.sourceOf({ start: back, end: back }).start, start);
        assert.ok(start >= script.content.start && start <= script.content.end);
      }
      const start = random(script.text.length + 1);
      const end = start + random(script.text.length - start + 1);
      const change = { start, end, text: some(4) };
      const changes = script.changed([change]);
      if (!changes) continue;
      for (const { start: from, end: to } of changes)
        assert.ok(from >= script.string.start && to <= script.string.end, text);
      const result = applied(text, changes);
      const after = parse(result);
      assert.deepEqual(after.blocks[0]!.problems, [], `${text} -> ${result}`);
      const changedPair = after.blocks[0]!.pairs.find(({ key }) => key.parts[0]!.name === 'a')!;
      assert.ok(changedPair.value.kind === 'string');
      const expected = script.text.slice(0, start) + change.text + script.text.slice(end);
      assert.equal(lines(changedPair.value.value), lines(expected), `${text} -> ${result}`);
      const follows = after.blocks[0]!.pairs.at(-1)!.value;
      const followed = document.blocks[0]!.pairs.at(-1)!.value;
      assert.ok(follows.kind === 'string' && followed.kind === 'string');
      assert.equal(follows.value, followed.value);
    }
    assert.ok(tried > 1000, `only ${tried} could be tried`);
  });
});

/** What stands before the string; an odd `"""` makes Core read backslashes the other way round. */
const before = ['a = ', '# """\na = ', 'z = """\\d"""\r\na = '];

function stringOf(content: string, random: (below: number) => number): string {
  const quote = ['"""', "'''", '"', "'"][random(4)]!;
  return quote + (quote.length === 3 && random(2) === 0 ? '\n' : '') + content + quote;
}

const lines = (text: string) => text.replace(/\r\n/g, '\n');

/** Numbers from 0 on below a bound, the same ones each time. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
