import assert from 'node:assert/strict';
import { jsonText } from '../../komodo/resources/index.ts';
import { schemaFor } from '../../komodo/schema/index.ts';
import { parse } from '../../komodo/toml/index.ts';
import { documentOf } from '../testing/text.ts';
import { Document } from './document.ts';
import { largestText } from './textFile.ts';

const at = (line: number, character: number) => ({ line, character });

/** All that reading tells, with places as offsets. */
function verdictOn(document: Document) {
  const { problems, value, resources } = document.resources(schemaFor());
  return {
    problems: problems.map(({ place, corePlace, related, ...problem }) => {
      return [problem, ...[place, corePlace, related].map((each) => each && document.spanOf(each))];
    }),
    value: value && jsonText(value),
    resources: resources.map(({ kind, name, tags }) => [kind, name?.text, tags.length]),
  };
}

describe('a document', () => {
  it('is another one after each edit', () => {
    const before = documentOf('[[stack]]\nname = "a"\n');
    const after = before.edited(
      [
        { range: { start: at(1, 8), end: at(1, 9) }, text: 'web' },
        { range: { start: at(2, 0), end: at(2, 0) }, text: '[stack.config]\n' },
      ],
      2,
    );
    assert.equal(after.text, '[[stack]]\nname = "web"\n[stack.config]\n');
    assert.equal(after.version, 2);
    assert.deepEqual(after.toml, parse(after.text));
    assert.equal(before.text, '[[stack]]\nname = "a"\n');
  });

  it('can be sent anew as a whole', () => {
    const after = documentOf('a = 1').edited([{ text: 'b = 2' }], 2);
    assert.equal(after.text, 'b = 2');
    assert.deepEqual(after.toml, parse('b = 2'));
  });

  it('stays what it would be if it were read anew, whatever is typed where', () => {
    const pieces = [
      '"""',
      '\n',
      '[[stack]]\n',
      'a = "x"\n',
      '{',
      ']',
      '#',
      '\r\n',
      '"',
      "'''",
      '😀',
      '',
    ];
    let seed = 7;
    const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % below;
    let document = documentOf(
      '[[stack]]\nname = "a"\n[stack.config]\nenvironment = """\nA = 1\n"""\n',
    );
    for (let version = 2; version < 300; version++) {
      const start = random(document.text.length + 1);
      const range = document.lines.range(start, Math.min(document.text.length, start + random(6)));
      document = document.edited([{ range, text: pieces[random(pieces.length)]! }], version);
      assert.deepEqual(document.toml, parse(document.text), `version ${version}`);
    }
  });

  it('says of the text what it would if it were read anew, whatever is edited', () => {
    const pieces = [
      '[[stack]]\n',
      '[[procedure]]\n',
      '[stack.config]\n',
      '[[procedure.config.stage]]\n',
      '[stack]\n',
      'name = "b"\n',
      'tags = ["x", 5]\n',
      'auto_update = true\n',
      'config.branch = 1e999\n',
      'executions = [{ execution.type = "Sleep" }]\n',
      '"""',
      '[[',
      '"',
      '',
    ];
    let seed = 11;
    const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % below;
    let document = documentOf('[[stack]]\nname = "a"\n[[procedure]]\nname = "p"\n');
    for (let version = 2; version < 400; version++) {
      const { lines, text } = document;
      const start = lines.offsetAt(at(random(lines.lineCount), 0));
      const end = text.length > 600 ? start + 80 : start + random(9);
      const range = lines.range(start, end);
      document = document.edited([{ range, text: pieces[random(pieces.length)]! }], version);
      const anew = Document.of(document.uri, version, document.text);
      assert.deepEqual(verdictOn(document), verdictOn(anew), document.text);
    }
  });

  it('looks only at the beginning of a text that is too large', () => {
    const text = `[[procedure]]\n${'# x\n'.repeat(largestText / 4)}`;
    const large = Document.of('file:///a.toml', 1, text);
    assert.ok(large.isTooLarge);
    assert.equal(large.detection, 'komodo');
    assert.ok(large.toml.text.length < 100_000);
    const end = { line: large.lines.lineCount, character: 0 };
    const small = large.edited([{ range: { start: at(1, 0), end }, text: 'name = "a"' }], 2);
    assert.ok(!small.isTooLarge);
    assert.deepEqual(small.toml, parse('[[procedure]]\nname = "a"'));
  });
});
