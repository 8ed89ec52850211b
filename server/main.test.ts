import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
} from 'vscode-languageserver-protocol';
import type { Inventory } from '../komodo/inventory/inventory.ts';
import { inventoryChanged } from '../protocol/lsp.ts';
import { TestClient } from './testing/client.ts';

const at = (line: number, character: number) => ({ line, character });
const stage = '[[procedure]]\nname = "a"\n[[procedure.config.stage]]\n';

describe('the language server', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start({
      capabilities: { workspace: { configuration: true } },
      settings: { files: { include: ['mine.toml'], exclude: ['not-mine.toml'] } },
    });
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
  });

  it('marks what is wrong in a Komodo file, and takes it away when it is mended', async () => {
    const uri = 'file:///files/a.toml';
    const backup = '{ execution.type = "BackupCoreDatabase", execution.params = {} }';
    await client.open(uri, `${stage}executions = [${backup}]\n`);
    const [found] = await client.diagnostics(uri, 1);
    assert.deepEqual(found?.range, { start: at(2, 0), end: at(2, 26) });
    assert.equal(found.message, 'missing field `name`');

    await client.change(uri, 2, {
      range: { start: at(3, 0), end: at(3, 0) },
      text: 'name = "b"\n',
    });
    assert.deepEqual(await client.diagnostics(uri, 2), []);
  });

  it('checks the last of many edits, and never says anything of an older one after it', async () => {
    const uri = 'file:///files/typing.toml';
    await client.open(uri, '[[stack]]\n');
    const typed = 'name = "a"';
    for (const [index, text] of typed.split('').entries()) {
      const here = at(1, index);
      await client.change(uri, index + 2, { range: { start: here, end: here }, text });
    }
    assert.deepEqual(await client.diagnostics(uri, typed.length + 1), []);
    const versions = client.published(uri).map(({ version }) => version!);
    assert.deepEqual(
      versions,
      versions.toSorted((a, b) => a - b),
    );
  });

  it('answers while a long file is being checked', async () => {
    const uri = 'file:///files/long.toml';
    const stack = (_: unknown, number: number) =>
      `[[stack]]\nname = "web-${number}"\n[stack.config]\nserver = "s${number % 7}"\nfoo = 1\n`;
    await client.open(uri, Array.from({ length: 4000 }, stack).join(''));
    let answers = 0;
    while (client.published(uri).length === 0) {
      const asked = { textDocument: { uri }, position: at(3, 2) };
      assert.ok(await client.connection.sendRequest('textDocument/hover', asked));
      answers++;
    }
    // Two may be answered before the check begins.
    assert.ok(answers > 2, `${answers} answers`);
  });

  it('tells what words are, and after an edit what is another', async () => {
    const textDocument = { uri: 'file:///files/words.toml' };
    await client.open(textDocument.uri, '[[stack]]\nname = "a"\n[[stack]]\nname = "b"\n');
    const { data, resultId } = await client.connection.sendRequest<SemanticTokens>(
      'textDocument/semanticTokens/full',
      { textDocument },
    );
    assert.equal(data.length, 10);
    await client.change(textDocument.uri, 2, {
      range: { start: at(3, 8), end: at(3, 8) },
      text: 'longer-',
    });
    const delta = await client.connection.sendRequest<SemanticTokensDelta>(
      'textDocument/semanticTokens/full/delta',
      { textDocument, previousResultId: resultId },
    );
    assert.deepEqual(delta.edits, [{ start: 7, deleteCount: 1, data: [8] }]);
    const cargo = { textDocument: { uri: 'file:///files/Words.toml' } };
    await client.open(cargo.textDocument.uri, '[package]\nname = "a"\n');
    assert.equal(
      await client.connection.sendRequest('textDocument/semanticTokens/full', cargo),
      null,
    );
  });

  it('says nothing of files of other programs', async () => {
    const cargo = 'file:///files/Cargo.toml';
    await client.open(cargo, '[package]\nname = "a"\nedition = 2021\n[[bin]]\nname = \n');
    const symbols = await client.connection.sendRequest('textDocument/documentSymbol', {
      textDocument: { uri: cargo },
    });
    assert.equal(symbols, null);
    assert.deepEqual(client.published(cargo), []);
  });

  it('follows the settings on which files are Komodo’s', async () => {
    await client.open('file:///files/mine.toml', 'a = 1');
    const [found] = await client.diagnostics('file:///files/mine.toml', 1);
    assert.equal(found?.code, 'unknown-key');
    await client.open('file:///files/not-mine.toml', '[[stack]]\n');
    const symbols = await client.connection.sendRequest('textDocument/documentSymbol', {
      textDocument: { uri: 'file:///files/not-mine.toml' },
    });
    assert.equal(symbols, null);
  });

  it('answers with symbols and folds', async () => {
    const textDocument = { uri: 'file:///files/symbols.toml' };
    await client.open(textDocument.uri, `${stage}name = "b"\n`);
    const symbols: { name: string }[] = await client.connection.sendRequest(
      'textDocument/documentSymbol',
      { textDocument },
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['a'],
    );
    const folds: unknown[] = await client.connection.sendRequest('textDocument/foldingRange', {
      textDocument,
    });
    assert.equal(folds.length, 2);
  });

  it('goes by the rules of the connected Core', async () => {
    const uri = 'file:///files/version.toml';
    const text = '[[variable]]\nname = "a"\nvalue = "\\x41"\n';
    await client.open(uri, text);
    const core = (version: string): Inventory => {
      return { source: 'core', label: 'old', version, resources: {}, tags: [], variables: [] };
    };
    await client.connection.sendNotification(inventoryChanged, core('1.19.5'));
    const [found] = await client.diagnostics(uri, 1);
    assert.equal(found?.code, 'toml-syntax');
    await client.connection.sendNotification(inventoryChanged, null);
  });

  it('says plainly what it does not check', async () => {
    const uri = 'file:///files/large.toml';
    await client.open(uri, `[[stack]]\nname = "a"\n${'# comment\n'.repeat(1_000_000)}`);
    const [found] = await client.diagnostics(uri, 1);
    assert.equal(found?.message, 'It has 10 MB; files over 4 MB are not checked.');
  });

  it('survives text that is none, or nests without end', async () => {
    const noise = '\u0000\uFFFD[[[[{{{{"""\'\'\''.repeat(2000);
    await client.open(
      'file:///files/noise.toml',
      `[[stack]]\nname = "a"\n[stack.config]\n${noise}`,
    );
    assert.ok((await client.diagnostics('file:///files/noise.toml', 1)).length > 0);
    const deep = `[[stack]]\nname = "a"\nconfig.x = ${'['.repeat(100_000)}`;
    await client.open('file:///files/deep.toml', deep);
    assert.ok((await client.diagnostics('file:///files/deep.toml', 1)).length > 0);
  });
});

describe('the language server in a workspace', () => {
  let folder: string;
  let client: TestClient;
  const open = `${stage}name = "b"\nexecutions = [{ execution.type = "BatchDeployStack", execution.params.pattern = "web-*" }]\n`;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'komodo-workspace-'));
    await mkdir(join(folder, 'stacks'));
    await writeFile(join(folder, 'stacks', 'web.toml'), '[[stack]]\nname = "web-1"\n');
    await writeFile(join(folder, 'Cargo.toml'), '[package]\nname = "web-2"\n');
    await writeFile(join(folder, 'broken.toml'), Uint8Array.of(0xff, 0xfe, 0x00));
    client = await TestClient.start({ folder: pathToFileURL(folder).href });
  });
  after(async () => {
    await client.stop();
    await rm(folder, { recursive: true });
  });

  async function hint(uri: string): Promise<string | undefined> {
    const hints: { label: string }[] = await client.connection.sendRequest(
      'textDocument/inlayHint',
      { textDocument: { uri }, range: { start: at(0, 0), end: at(99, 0) } },
    );
    return hints[0]?.label;
  }
  /** The hint of the open file, once it is another than before. */
  async function hintAfter(before: string | undefined, uri: string): Promise<string | undefined> {
    for (;;) {
      const now = await hint(uri);
      if (now !== before) return now;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('knows the names in files that are not open, and follows them', async () => {
    const uri = pathToFileURL(join(folder, 'procedures.toml')).href;
    await client.open(uri, open);
    assert.equal(await hintAfter(undefined, uri), '→ 1 stack: web-1');

    const added = join(folder, 'more.toml');
    await writeFile(added, '[[stack]]\nname = "web-9"\n');
    const changes = [{ uri: pathToFileURL(added).href, type: 1 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    assert.equal(await hintAfter('→ 1 stack: web-1', uri), '→ 2 stacks: web-1, web-9');

    await rm(added);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    assert.equal(await hintAfter('→ 2 stacks: web-1, web-9', uri), '→ 1 stack: web-1');
  });

  it('finds what the files define, open or not', async () => {
    const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', {
      query: 'stack web',
    });
    assert.deepEqual(
      found.map(({ name, location }) => [name, location.uri, location.range.start]),
      [['web-1', pathToFileURL(join(folder, 'stacks', 'web.toml')).href, at(1, 8)]],
    );
  });

  it('takes what is typed for what is there', async () => {
    const uri = pathToFileURL(join(folder, 'procedures.toml')).href;
    const web = pathToFileURL(join(folder, 'stacks', 'web.toml')).href;
    await client.open(web, '[[stack]]\nname = "web-2"\n[[stack]]\nname = "web-3"\n');
    assert.equal(await hint(uri), '→ 2 stacks: web-2, web-3');
  });

  it('says what Core cannot read', async () => {
    const path = join(folder, 'latin.toml');
    await writeFile(
      path,
      Buffer.from('[[stack]]\ndescription = "caf\xe9"\nname = "a"\n', 'latin1'),
    );
    const uri = pathToFileURL(path).href;
    await client.open(uri, '[[stack]]\ndescription = "caf\uFFFD"\nname = "a"\n');
    const [found] = await client.diagnostics(uri, 1);
    assert.equal(
      found?.message,
      "Core can't read this file. It is not UTF-8 text: line 2 holds bytes that are none.",
    );
  });

  it('hovers', async () => {
    const uri = pathToFileURL(join(folder, 'procedures.toml')).href;
    const found: { contents: { value: string } } = await client.connection.sendRequest(
      'textDocument/hover',
      { textDocument: { uri }, position: at(4, 82) },
    );
    assert.match(found.contents.value, /^Picks \*\*2\*\* of 3 stacks/);
  });
});
