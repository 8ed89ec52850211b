import assert from 'node:assert/strict';
import { contentOf, dataOf, parse, placesWithin, spanOf } from './index.ts';

/** The source of each part of the value of `a`, and all that stands between its quotes. */
function sources(text: string, ...parts: readonly string[]) {
  const toml = parse(text);
  const datum = dataOf(toml).root.entries.get('a')!.value;
  assert.ok(datum.kind === 'scalar' && datum.node.kind === 'string');
  const { value } = datum.node;
  const spans = parts.map((part) => {
    return { start: value.indexOf(part), end: value.indexOf(part) + part.length };
  });
  const places = placesWithin(toml, datum.place, spans);
  return [...places, contentOf(datum)].map((place) => {
    const { start, end } = spanOf(toml, place);
    return text.slice(start, end);
  });
}

describe('parts of a string', () => {
  it('are found where each character stands for itself', () => {
    assert.deepEqual(sources('a = "one, two"', 'one', 'two'), ['one', 'two', 'one, two']);
    assert.deepEqual(sources("b = 1\na = '''\r\none\r\ntwo'''", 'one', 'two').slice(0, 2), [
      'one',
      'two',
    ]);
    assert.deepEqual(sources('a = """\none"""', 'one'), ['one', '\none']);
    assert.deepEqual(sources('a = "one', 'one'), ['one', 'one']);
  });
  it('are found behind escapes', () => {
    assert.deepEqual(sources('a = "\\t\\u0041 one"', 'A', 'one').slice(0, 2), ['\\u0041', 'one']);
    assert.deepEqual(sources('# """\na = \'\\ one\'', 'one').slice(0, 1), ['one']);
  });
});
