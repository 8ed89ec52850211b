import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver';
import { inventoryChanged } from '../../protocol/lsp.ts';
import {
  argsOfScripts,
  scriptCompletion,
  scriptDiagnostics,
  scriptFixes,
  scriptHover,
} from '../../protocol/scripts.ts';
import { TestClient } from '../testing/client.ts';
import { coreWith } from '../testing/context.ts';

describe('the script of an Action in a file of its own', () => {
  let client: TestClient;
  const uri = 'file:///files/restart.ts';
  before(async () => {
    client = await TestClient.start({ capabilities: {} });
    const resources = { stack: [{ name: 'web' }, { name: 'blog' }] };
    const core = coreWith({}, { resources, version: '2.3.2', variables: ['PORT'] });
    await client.connection.sendNotification(inventoryChanged, core);
  });
  after(() => client.stop());

  /** `line:column code` of all that is found. */
  async function found(text: string, isFile: boolean): Promise<string[]> {
    const all = await client.connection.sendRequest(scriptDiagnostics, { uri, text, isFile });
    return all.map(
      ({ range: { start }, code }) => `${start.line}:${start.character} ${String(code)}`,
    );
  }

  const script = `// komodo: action
const stack = await komodo.read("GetStack", { stack: "web" });
komodo.write("UpdateStack", { id: "web", config: {} });
nope();
`;

  it('is checked by the rules of Komodo alone: VS Code has TypeScript', async () => {
    assert.deepEqual(await found(script, true), ['2:0 missing-await']);
    assert.deepEqual(await found('// komodo: action\nnope(;\n', true), []);
  });

  it('is checked by TypeScript too where VS Code looks at its syntax alone', async () => {
    assert.deepEqual(await found(script, false), [
      '1:6 script-hint',
      '2:0 missing-await',
      '3:0 script-type',
    ]);
    assert.deepEqual(await found('// komodo: action\nif (true) {\n', false), []);
  });

  it('has comments that ignore what is found; VS Code says what its TypeScript finds', async () => {
    const ignored = '// komodo: ignore[missing-await, ts2345, script-type, unknown-tag]\n';
    const text = script.replace('komodo.write', `${ignored}komodo.write`);
    assert.deepEqual(await found(text, true), ['2:54 unused-ignore']);
  });

  it('has the names of resources completed', async () => {
    const line = 'await komodo.read("GetStack", { stack: "" });';
    const position = { line: 1, character: line.indexOf('""') + 1 };
    const text = `// komodo: action\n${line}\n`;
    const items = await client.connection.sendRequest(scriptCompletion, { uri, text, position });
    assert.deepEqual(items.map(({ label }) => label).sort(), ['blog', 'web']);
    const edit = items[0]!.textEdit;
    assert.ok(edit && 'range' in edit);
    assert.deepEqual(edit.range, { start: position, end: position });
    const inVariable = {
      uri,
      text: '// komodo: action\nf([[PO',
      position: { line: 1, character: 6 },
    };
    const [variable] = await client.connection.sendRequest(scriptCompletion, inVariable);
    assert.equal(variable?.label, 'PORT');
    const elsewhere = { uri, text, position: { line: 1, character: 3 } };
    assert.deepEqual(await client.connection.sendRequest(scriptCompletion, elsewhere), []);
  });

  it('has the services of a stack completed and told of', async () => {
    const compose = 'services:\n  app:\n    image: nginx:1\n  db: {}\n';
    const stack = `[[stack]]\nname = "shop"\n[stack.config]\nfile_contents = """\n${compose}"""\n`;
    await client.open('file:///files/shop.toml', stack);
    const line = 'await komodo.execute("RestartStack", { stack: "shop", services: ["db", "a"] });';
    const text = `// komodo: action\n${line}\n`;
    const at = (word: string) => ({ line: 1, character: line.indexOf(word) + 1 });
    const given = { uri, text, position: at('"a"') };
    const items = await client.connection.sendRequest(scriptCompletion, given);
    assert.deepEqual(
      items.map(({ label, detail }) => `${label}: ${detail}`),
      ['app: nginx:1'],
    );
    const hover = await client.connection.sendRequest(scriptHover, {
      ...given,
      position: at('"db"'),
    });
    assert.match(JSON.stringify(hover?.contents), /\*\*db\*\* — service of the stack `shop`/);
    assert.deepEqual(await found(text, true), ['1:72 unknown-service']);
  });

  it('has its names told of, and nothing that TypeScript tells', async () => {
    const hover = (line: number, character: number) =>
      client.connection.sendRequest(scriptHover, {
        uri,
        text: script,
        position: { line, character },
      });
    const name = await hover(1, 54);
    assert.match(JSON.stringify(name?.contents), /\*\*web\*\* — stack/);
    assert.deepEqual(name?.range, {
      start: { line: 1, character: 54 },
      end: { line: 1, character: 57 },
    });
    assert.equal(await hover(1, 8), null);
  });

  const cleanUp = (args: string) => `[[action]]
name = "clean up"
[action.config]
arguments = "${args}"
arguments_format = "yaml"
# komodo: file[clean.ts]
file_contents = """
"""
`;

  it('has the defaults of its arguments told of: by its Action, or by a comment in it', async () => {
    await client.open('file:///files/actions.toml', cleanUp('older_than: 30'));
    const told = async (of: string, before: string) => {
      const text = `${before}\nconsole.log(ARGS.older_than);\n`;
      const position = { line: text.split('\n').length - 2, character: 20 };
      const hover = await client.connection.sendRequest(scriptHover, { uri: of, text, position });
      return (hover?.contents as MarkupContent | undefined)?.value;
    };
    const ofAction = 'By default `30`';
    assert.equal(await told('file:///files/clean.ts', '// komodo: action'), ofAction);
    assert.equal(await told('komodo-action://file/files/actions.toml/clean%20up.ts', ''), ofAction);
    const comment = '// komodo: action\n// komodo: args {"older_than": "x"}';
    assert.equal(await told('file:///files/clean.ts', comment), ofAction);
    assert.equal(await told('file:///files/other.ts', comment), 'By default `"x"`');
    assert.equal(await told('file:///files/other.ts', '// komodo: action'), undefined);
  });

  it('has the types of the arguments of its Action told to VS Code, whenever they are others', async () => {
    const toml = 'file:///files/actions.toml';
    const asked = { uri: 'file:///files/clean.ts', text: '// komodo: action\n', isFile: true };
    const next = () =>
      new Promise((resolve) => client.connection.onNotification(argsOfScripts, resolve));
    let told = next();
    await client.connection.sendRequest(scriptDiagnostics, asked);
    assert.deepEqual(await told, { [asked.uri]: { older_than: 0 } });
    told = next();
    await client.change(toml, 2, { text: cleanUp('older_than: 60') });
    await client.change(toml, 3, { text: cleanUp('older_than: 60 days') });
    assert.deepEqual(await told, { [asked.uri]: { older_than: '' } });
    told = next();
    await client.change(toml, 4, { text: '' });
    assert.deepEqual(await told, {});
  });

  it('is mended where Komodo has found something', async () => {
    const text = '// komodo: action\nawait komodo.read("GetStack", { stack: "wbe" });\nnope();\n';
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    const fixes = await client.connection.sendRequest(scriptFixes, {
      uri,
      text,
      isFile: true,
      range,
    });
    const place = { start: { line: 1, character: 40 }, end: { line: 1, character: 43 } };
    const line = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
    const mends = { code: 'unknown-resource', range: place };
    assert.deepEqual(fixes, [
      { title: 'Change to `web`', edits: [{ range: place, newText: 'web' }], mends },
      {
        title: 'Ignore `unknown-resource` here',
        edits: [{ range: line, newText: '// komodo: ignore[unknown-resource]\n' }],
        mends,
      },
    ]);
  });

  it('has what TypeScript finds ignored, before the line where that begins', async () => {
    const text = '// komodo: action\nif (true) {\n  nope(`\n${no}`);\n}\n';
    const range = { start: { line: 3, character: 2 }, end: { line: 3, character: 4 } };
    const others = [{ number: 2304, range }];
    const asked = { uri, text, isFile: true, range, others };
    const at = { line: 2, character: 0 };
    assert.deepEqual(await client.connection.sendRequest(scriptFixes, asked), [
      {
        title: 'Ignore `ts2304` here',
        edits: [{ range: { start: at, end: at }, newText: '  // komodo: ignore[ts2304]\n' }],
        mends: { code: 2304, range },
      },
    ]);
  });

  it('is left alone where it could not stand in a TOML as it is, and that is said', async () => {
    const quoted = `${script}const text = '"""';\n`;
    assert.deepEqual(await found(quoted, true), ['2:0 missing-await']);
    const both = `${quoted}const other = "'''";\n`;
    assert.deepEqual(await found(both, true), ['5:15 script-unchecked']);
    assert.deepEqual(await found(both.replace('// komodo: action', '//'), true), []);
  });
});
