import assert from 'node:assert/strict';
import { parse } from '../toml/index.ts';
import { EmbeddedScript } from './embedded.ts';
import { placeIn, placesInFile, placesInString } from './scriptPlaces.ts';

function placeOf(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

/** The script in the first string of a TOML, with its places. */
function scriptIn(toml: string) {
  const document = parse(toml);
  const block = document.blocks[0]!;
  const script = EmbeddedScript.at(document, { block, ...block.pairs[0]!.value })!;
  return { script, places: placesInString(script, (offset) => placeOf(toml, offset)) };
}

describe('the places of a script', () => {
  it('go line by line between long quotes', () => {
    const { places } = scriptIn('a = """\none();\n\n  two();\n"""\n');
    assert.deepEqual(places, [
      { offset: 0, line: 1, character: 0 },
      { offset: 7, line: 2, character: 0 },
      { offset: 8, line: 3, character: 0 },
      { offset: 17, line: 4, character: 0 },
    ]);
    assert.deepEqual(placeIn(places, 10), { line: 3, character: 2 });
  });

  it('go escape by escape between short ones', () => {
    const { script, places } = scriptIn(String.raw`a = "f(\"é\");\ng()"`);
    assert.equal(script.text, 'f("é");\ng()');
    assert.deepEqual(placeIn(places, script.text.indexOf('é')), { line: 0, character: 9 });
    assert.deepEqual(placeIn(places, script.text.indexOf('g')), { line: 0, character: 16 });
  });

  it('are those of the string, offset by offset', () => {
    const lines = ['const a = 1;', 'f("🦎");', '漢字();', '', '\t/\\d/.test("\\n");'];
    for (const quote of ['"""', "'''", '"', "'"]) {
      for (const eol of ['\n', '\r\n']) {
        const isLong = quote.length === 3;
        const content = lines.join(isLong ? eol : ' ').replaceAll('"', quote === '"' ? '\\"' : '"');
        const toml = `a = ${quote}${isLong ? eol : ''}${content}${quote}\n`;
        const { script, places } = scriptIn(toml);
        for (let offset = 0; offset <= script.text.length; offset++) {
          const { start } = script.sourceOf({ start: offset, end: offset });
          assert.deepEqual(placeIn(places, offset), placeOf(toml, start));
        }
      }
    }
  });

  it('in a file of its own begin behind the line that says what it is', () => {
    const places = placesInFile('// komodo: action\r\none();\r\ntwo();\r\n');
    assert.deepEqual(placeIn(places, 'one();\n'.length), { line: 2, character: 0 });
    assert.deepEqual(placeIn(placesInFile('one();'), 3), { line: 0, character: 3 });
  });
});
