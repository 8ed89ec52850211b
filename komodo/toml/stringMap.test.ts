import assert from 'node:assert/strict';
import { dataOf, parse, stringMap } from './index.ts';
import type { Entry, StringMap } from './index.ts';

/** The source of `part` of the value of the last key in a text. */
function sourceOf(text: string, part: string): string {
  const { map, value } = mapOf(text);
  const start = value.indexOf(part);
  const span = map.sourceOf({ start, end: start + part.length });
  return text.slice(span.start, span.end);
}

function mapOf(text: string): { map: StringMap; value: string } {
  const document = parse(text);
  let entry: Entry = [...dataOf(document).root.entries.values()].at(-1)!;
  while (entry.value.kind === 'table') entry = [...entry.value.entries.values()].at(-1)!;
  assert.ok(entry.value.kind === 'scalar' && entry.value.node.kind === 'string');
  return { map: stringMap(document, entry.value.place), value: entry.value.node.value };
}

describe('stringMap', () => {
  it('finds a part of the value in the source', () => {
    assert.equal(sourceOf('x = 1\n[a]\nb = "one, two"', 'two'), 'two');
    assert.equal(sourceOf('a = "x\\u0041\\ty"', 'A'), '\\u0041');
    assert.equal(sourceOf('a = "x\\u0041\\ty"', 'xA\t'), 'x\\u0041\\t');
    assert.equal(sourceOf('a = "\\U0001F98Ez"', 'z'), 'z');
  });

  it('knows the backslashes that Core doubles', () => {
    assert.equal(sourceOf('a = """\\d, \\w"""', '\\w'), '\\w');
    assert.equal(sourceOf('# """\na = \'x\\y\'', '\\\\y'), '\\y');
  });

  it('leaves out the first line break, and keeps a last quote', () => {
    assert.equal(sourceOf('a = """\r\nx"""', 'x'), 'x');
    assert.equal(sourceOf('a = """\nx""""', 'x"'), 'x"');
  });

  it('goes over what stands for nothing', () => {
    const text = '# """\na = """x\\\n   y"""';
    assert.equal(mapOf(text).value, 'xy');
    assert.equal(sourceOf(text, 'y'), 'y');
    assert.equal(sourceOf(text, 'x'), 'x');
    assert.equal(sourceOf(text, 'xy'), 'x\\\n   y');
  });

  it('finds where an empty value would be', () => {
    assert.deepEqual(mapOf('a = ""').map.sourceOf({ start: 0, end: 0 }), { start: 5, end: 5 });
    assert.deepEqual(mapOf('a = """\n"""').map.sourceOf({ start: 0, end: 0 }), {
      start: 8,
      end: 8,
    });
  });

  it('goes from the source to the value', () => {
    const { map } = mapOf('a = "x\\u0041y"');
    assert.deepEqual(
      [4, 5, 6, 8, 12, 13, 99].map((offset) => map.valueAt(offset)),
      [0, 0, 1, 1, 2, 3, 3],
    );
  });

  it('reads a string in a broken block as the block was read', () => {
    assert.equal(sourceOf('x = """\n\n[a]\nb = """\ny\\d"""\nc = tru\nd = "\\t!"', '!'), '!');
  });
});
