import assert from 'node:assert/strict';
import { schemaFor } from '../../komodo/schema/index.ts';
import { scriptPlace as scriptPlaceRequest } from '../../protocol/scripts.ts';
import { TestClient } from '../testing/client.ts';
import { Document } from '../workspace/document.ts';
import { scriptPlace } from './scriptPlace.ts';

const toml = `[[action]]
name = "clean"
[action.config]
file_contents = """
const a = 1;
  nope(a);
"[[NAME]]"; nope();
"""
`;
const script = 'const a = 1;\n  nope(a);\n"[[NAME]]"; nope();\n';
const schema = schemaFor(undefined);

/** Where a place stands that a Core tells of. */
function placeOf(line: number, column: number, { core = '2.3.2', onCore = script } = {}) {
  const place = { name: 'clean', script: onCore, line, column, core };
  const documents = [Document.of('file:///a.toml', null, toml)];
  const { uri, range } = scriptPlace(place, documents, schema);
  return `${uri} ${range.start.line}:${range.start.character}`;
}

describe('a place in a script that Core has run', () => {
  it('stands in the TOML, behind the lines that Core puts before the script', () => {
    assert.equal(placeOf(27, 1), 'file:///a.toml 4:0');
    assert.equal(placeOf(28, 3), 'file:///a.toml 5:2');
    assert.equal(placeOf(26, 3, { core: '1.18.4' }), 'file:///a.toml 5:2');
    assert.equal(placeOf(28, 99), 'file:///a.toml 5:10');
  });

  it('is the line alone behind a Variable, which Core has filled in', () => {
    assert.equal(placeOf(29, 20), 'file:///a.toml 6:0');
  });

  it('is none where Core has another script, or no file has the Action', () => {
    assert.throws(
      () => placeOf(28, 3, { onCore: script.replace('1', '2') }),
      /^Error: Line 2 of the script of “clean” on Core\. The file has another script\.$/,
    );
    const place = { name: 'clean', script, line: 28, column: 3, core: '2.3.2' };
    assert.throws(
      () => scriptPlace(place, [], schema),
      /No TOML file .* defines the Action “clean”/,
    );
  });

  it('is none in the lines around it', () => {
    assert.throws(() => placeOf(26, 1), /Core itself puts line 26 around the script/);
    assert.throws(() => placeOf(36, 1), /Core itself puts line 36 around the script/);
  });
});

describe('the language server, asked where a log leads', () => {
  it('looks into the files that define the Action, and says in words why there is no such place', async () => {
    const client = await TestClient.start();
    try {
      await client.open('file:///a.toml', toml);
      const place = { name: 'clean', script, line: 28, column: 3, core: '2.3.2' };
      const at = { line: 5, character: 2 };
      assert.deepEqual(await client.connection.sendRequest(scriptPlaceRequest, place), {
        uri: 'file:///a.toml',
        range: { start: at, end: at },
      });
      const other = client.connection.sendRequest(scriptPlaceRequest, { ...place, script: '\n\n' });
      await assert.rejects(other, /Line 2 of the script of “clean” on Core/);
    } finally {
      await client.stop();
    }
  });
});
