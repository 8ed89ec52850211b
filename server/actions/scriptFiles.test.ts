import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  Hover,
  InlayHint,
  Location,
  Position,
  SemanticTokens,
  SignatureHelp,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { inventoryChanged } from '../../protocol/lsp.ts';
import { TestClient } from '../testing/client.ts';
import { coreWith } from '../testing/context.ts';

const uri = 'file:///files/restart.ts';
const textDocument = { uri };
const script = `// komodo: action
const wanted = "web";
for (const stack of await komodo.read("ListStacks", {})) {
  if (stack.name !== wanted) continue;
  komodo.execute("RestartStack", { stack: "web" });
}
const { version } = await komodo.read("GetVersion", {});
function told(text: string, times: number) {
  console.log(text, times);
}
told(verson, 2);
return;
`;
const inventory = coreWith(
  {},
  {
    resources: {
      stack: [{ name: 'web' }, { name: 'web-2' }],
    },
    version: '2.3.2',
    variables: ['PORT'],
  },
);

/** The position of a part of the script, or of one behind it. */
function at(part: string, behind = 0): Position {
  const before = script.slice(0, script.indexOf(part) + behind).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

/** What stands in a range of the script. */
function textIn({ start, end }: Location['range']): string {
  const line = script.split('\n')[start.line]!;
  return line.slice(start.character, start.line === end.line ? end.character : undefined);
}

/** What is found in the script, once all of it is. */
async function found(client: TestClient, count: number): Promise<string[]> {
  let codes: string[] = [];
  do {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const shown = client.published(uri).at(-1)?.diagnostics ?? [];
    codes = shown.map(({ code, range }) => `${String(code)}: ${textIn(range)}`);
  } while (codes.length < count);
  return codes;
}

describe('in an editor without TypeScript, a `.ts` file with the script of an Action', () => {
  let client: TestClient;
  const ask = <Answer>(method: string, params: object = {}) =>
    client.connection.sendRequest<Answer>(`textDocument/${method}`, { textDocument, ...params });
  before(async () => {
    client = await TestClient.start({ initializationOptions: { inlayHints: { scripts: true } } });
    await client.connection.sendNotification(inventoryChanged, inventory);
    await client.open(uri, script);
    await found(client, 3);
  });
  after(() => client.stop());

  it('is checked by TypeScript and by the rules of Komodo', async () => {
    assert.deepEqual(await found(client, 3), [
      'missing-await: komodo.execute',
      'script-hint: { version }',
      'script-type: verson',
    ]);
  });

  it('has its mistakes mended', async () => {
    const { diagnostics } = client.published(uri).at(-1)!;
    const diagnostic = diagnostics.find(({ code }) => code === 'script-type')!;
    const params = { range: diagnostic.range, context: { diagnostics: [diagnostic] } };
    const actions = await ask<CodeAction[]>('codeAction', params);
    const edits = actions.map(({ title, edit }) => [title, edit?.changes?.[uri]]);
    const start = { ...diagnostic.range.start, character: 0 };
    const line = { start, end: start };
    assert.deepEqual(edits, [
      ["Change spelling to 'version'", [{ range: diagnostic.range, newText: 'version' }]],
      ['Ignore `ts2552` here', [{ range: line, newText: '// komodo: ignore[ts2552]\n' }]],
    ]);
  });

  it('completes what TypeScript knows, with its documentation', async () => {
    const items = await ask<CompletionItem[]>('completion', { position: at('stack.name', 6) });
    const name = items.find(({ label }) => label === 'name')!;
    assert.equal(textIn((name.textEdit as TextEdit).range), 'name');
    const resolved = await client.connection.sendRequest<CompletionItem>(
      'completionItem/resolve',
      name,
    );
    assert.match(resolved.detail!, /name: string/);
    assert.match(JSON.stringify(resolved.documentation), /The resource name/);
  });

  it('has ARGS of the types that a comment says', async () => {
    const other = 'file:///files/args.ts';
    await client.open(other, '// komodo: action\n// komodo: args {"limit": 80}\nARGS.limit;\n');
    const params = { textDocument: { uri: other }, position: { line: 2, character: 7 } };
    let hover: Hover | null;
    do hover = await ask<Hover | null>('hover', params);
    while (!hover);
    assert.match(JSON.stringify(hover.contents), /limit.*: number/);
  });

  it('has ARGS of the types that the Action has which is linked to it', async () => {
    const [toml, other] = ['file:///files/actions.toml', 'file:///files/linked.ts'];
    const action = (args: string) =>
      `[[action]]\nname = "linked"\nconfig.arguments = '${args}'\nconfig.arguments_format = "json"\n# komodo: file[linked.ts]\nconfig.file_contents = "return;"\n`;
    const shown = async (count: number) => {
      let messages: string[];
      do {
        await new Promise((resolve) => setTimeout(resolve, 20));
        const { diagnostics = [] } = client.published(other).at(-1) ?? {};
        messages = diagnostics.map(({ message }) => JSON.stringify(message));
      } while (messages.length !== count);
      return messages;
    };
    await client.open(toml, action('{ "limit": 80 }'));
    await client.open(other, '// komodo: action\nARGS.limit.trim();\n');
    const [message] = await shown(1);
    assert.match(message!, /'trim' does not exist on type 'number'/);
    await client.change(toml, 2, { text: action('{ "limit": "many" }') });
    await client.change(other, 2, { text: '// komodo: action\nARGS.limit.trim(); \n' });
    await shown(0);
  });

  it('completes names of Core', async () => {
    const position = at('"web" });', 1);
    const items = await ask<CompletionItem[]>('completion', { position });
    assert.deepEqual(
      items.map(({ label }) => label),
      ['web', 'web-2'],
    );
  });

  it('completes Variables, and nothing that is only there for TypeScript', async () => {
    const other = 'file:///files/variables.ts';
    const text = '// komodo: action\nconst port = [[PO]];\n';
    await client.open(other, text);
    const position = { line: 1, character: 'const port = [[PO'.length };
    let items: CompletionItem[];
    do {
      const params = { textDocument: { uri: other }, position };
      const answer = await ask<CompletionItem[] | { items: CompletionItem[] }>(
        'completion',
        params,
      );
      items = Array.isArray(answer) ? answer : answer.items;
    } while (items.length < 10);
    const [first] = items.map(({ label }) => label);
    assert.equal(first, 'PORT');
    assert.equal((items[0]!.textEdit as TextEdit).newText, '[[PORT]]');
    assert.deepEqual(
      items.filter(({ label }) => /^(?:__|main$)/.test(label)),
      [],
    );
  });

  it('tells of what stands at a place', async () => {
    const word = await ask<Hover>('hover', { position: at('version }') });
    assert.match(JSON.stringify(word.contents), /const version: string/);
    assert.equal(textIn(word.range!), 'version');
    const name = await ask<Hover>('hover', { position: at('"web" });', 1) });
    assert.match(JSON.stringify(name.contents), /\*\*web\*\* — stack/);
    const help = await ask<SignatureHelp>('signatureHelp', { position: at('told(verson', 5) });
    assert.equal(help.signatures[0]!.label, 'told(text: string, times: number): void');
  });

  it('leads to definitions and references', async () => {
    const own = await ask<Location[]>('definition', { position: at('told(verson') });
    assert.deepEqual(
      own.map(({ range }) => range.start),
      [at('told(text')],
    );
    const typing = await ask<Location[]>('definition', { position: at('read("List') });
    assert.match(typing[0]!.uri, /client\/lib\.d\.ts$/);
    const params = { position: at('wanted'), context: { includeDeclaration: true } };
    const references = await ask<Location[]>('references', params);
    assert.deepEqual(
      references.map(({ range }) => range.start.line),
      [1, 3],
    );
    const highlights = await ask<unknown[]>('documentHighlight', { position: at('wanted') });
    assert.equal(highlights.length, 2);
  });

  it('has its names renamed', async () => {
    const position = at('wanted');
    const params = { position, newName: 'sought' };
    assert.equal(textIn(await ask('prepareRename', { position })), 'wanted');
    const { changes } = await ask<WorkspaceEdit>('rename', params);
    assert.deepEqual(
      changes![uri]!.map(({ range, newText }) => [textIn(range), newText]),
      [
        ['wanted', 'sought'],
        ['wanted', 'sought'],
      ],
    );
  });

  it('has an outline, folds, hints and colours', async () => {
    const symbols = await ask<DocumentSymbol[]>('documentSymbol');
    assert.deepEqual(
      symbols.map(({ name, selectionRange }) => [name, textIn(selectionRange)]),
      [
        ['stack', 'stack'],
        ['stack', 'stack'],
        ['told', 'told'],
        ['version', 'version'],
        ['wanted', 'wanted'],
      ],
    );
    assert.deepEqual(await ask('foldingRange'), [
      { startLine: 2, endLine: 4 },
      { startLine: 7, endLine: 8 },
    ]);
    const range = { start: at('}\ntold'), end: at('return') };
    const hints = await ask<InlayHint[]>('inlayHint', { range });
    assert.deepEqual(
      hints.map(({ label, position }) => [label, position]),
      [['times:', at('2);')]],
    );
    const { data } = await ask<SemanticTokens>('semanticTokens/full');
    const { line, character } = at('wanted');
    assert.deepEqual(data.slice(0, 3), [line, character, 'wanted'.length]);
    assert.equal(await ask('codeLens'), null);
  });

  it('is followed while somebody types', async () => {
    const other = 'file:///files/other.ts';
    await client.open(other, 'nope();\r\n');
    await client.change(other, 2, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: '// komodo: action\r\n',
    });
    const [diagnostic] = await client.diagnostics(other, 2);
    assert.deepEqual(diagnostic?.range, {
      start: { line: 1, character: 0 },
      end: { line: 1, character: 4 },
    });
    await client.change(other, 3, { text: "// komodo: action\nconst three = \"'''\";\nnope();\n" });
    let lines: number[];
    do {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const shown = client.published(other).at(-1);
      lines = (shown?.diagnostics ?? []).map(({ range }) => range.start.line);
    } while (!lines.includes(2));
  });

  it('is none without its first line', async () => {
    const plain = 'file:///files/plain.ts';
    await client.open(plain, '\n');
    const params = { textDocument: { uri: plain }, position: { line: 0, character: 0 } };
    assert.equal(await ask('completion', params), null);
    assert.equal(await ask('hover', params), null);
  });
});

describe('a `.ts` file that a setting names', () => {
  it('is the script of an Action, though the editor has no settings for us but what it gave', async () => {
    const client = await TestClient.start({
      capabilities: { workspace: { configuration: true } },
      initializationOptions: { actions: { include: ['*.action.ts'] } },
    });
    const named = 'file:///files/daily.action.ts';
    await client.open(named, 'komodo.read("GetVersion", {});\n');
    const [diagnostic] = await client.diagnostics(named, 1);
    assert.equal(diagnostic?.code, 'missing-await');
    await client.stop();
  });
});

describe('in an editor that has TypeScript of its own, such a file', () => {
  let client: TestClient;
  const ask = <Answer>(method: string, params: object = {}) =>
    client.connection.sendRequest<Answer>(`textDocument/${method}`, { textDocument, ...params });
  before(async () => {
    client = await TestClient.start({
      initializationOptions: { hasTypeScript: true, inlayHints: { scripts: true } },
    });
    await client.connection.sendNotification(inventoryChanged, inventory);
    await client.open(uri, script);
  });
  after(() => client.stop());

  it('is told of what only Komodo knows', async () => {
    assert.deepEqual(await found(client, 1), ['missing-await: komodo.execute']);
    const position = at('"web" });', 1);
    const items = await ask<CompletionItem[]>('completion', { position });
    assert.deepEqual(
      items.map(({ label }) => label),
      ['web', 'web-2'],
    );
    assert.notEqual(await ask('hover', { position }), null);
  });

  it('is not answered twice', async () => {
    const position = at('wanted');
    const range = { start: at('// komodo'), end: at('return') };
    const answers = {
      completion: await ask('completion', { position: at('stack.name', 6) }),
      hover: await ask('hover', { position }),
      signatureHelp: await ask('signatureHelp', { position: at('told(verson', 5) }),
      definition: await ask('definition', { position }),
      references: await ask('references', { position, context: { includeDeclaration: true } }),
      highlights: await ask('documentHighlight', { position }),
      prepareRename: await ask('prepareRename', { position }),
      rename: await ask('rename', { position, newName: 'sought' }),
      symbols: await ask('documentSymbol'),
      folds: await ask('foldingRange'),
      hints: await ask('inlayHint', { range }),
    };
    for (const [what, answer] of Object.entries(answers))
      assert.deepEqual(answer ?? [], [], `${what}: ${JSON.stringify(answer)}`);
  });
});
