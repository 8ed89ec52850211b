import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeLens, Location, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import {
  scriptClosed,
  scriptDefinition,
  scriptDiagnostics,
  scriptReferences,
  scriptRename,
  scriptRenameable,
} from '../protocol/scripts.ts';
import { TestClient } from './testing/client.ts';

const stacks = '[[stack]]\nname = "web"\n';
const deploy = 'await komodo.execute("DeployStack", { stack: "web" });\n';
const marked = `// komodo: action\n${deploy}`;
const inStacks = { line: 1, character: 9 };

describe('scripts of Actions in files that are not open', () => {
  let folder: string;
  let client: TestClient;
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  const write = (name: string, text: string) => writeFile(join(folder, name), text);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'komodo-scripts-'));
    await mkdir(join(folder, 'jobs'));
    await write('stacks.toml', stacks);
    await write('marked.ts', marked);
    await write('jobs/named.ts', deploy);
    await write('other.ts', deploy);
    await write('marked.d.ts', marked);
    await write('literal.ts', `// komodo: action\nconst wanted = "web";\n`);
    client = await TestClient.start({
      folder: pathToFileURL(folder).href,
      settings: { actions: { include: ['jobs/*.ts'] } },
      capabilities: {
        workspace: {
          configuration: true,
          workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
        },
      },
    });
    await client.open(uriOf('stacks.toml'), stacks);
  });
  after(async () => {
    await client.stop();
    await rm(folder, { recursive: true });
  });

  const textDocument = () => ({ uri: uriOf('stacks.toml') });
  /** `file:line` of each place that speaks of the stack. */
  async function places(): Promise<string[]> {
    const found: Location[] = await client.connection.sendRequest('textDocument/references', {
      textDocument: textDocument(),
      position: inStacks,
      context: { includeDeclaration: false },
    });
    return found.map(placed).sort();
  }
  function placed({ uri, range }: Location): string {
    return `${uri.slice(uriOf('').length + 1)}:${range.start.line + 1}`;
  }
  const changed = (name: string) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(name), type: 2 }],
    });
  async function until(wanted: readonly string[]): Promise<void> {
    let found: string[];
    do found = await places();
    while (JSON.stringify(found) !== JSON.stringify(wanted));
  }

  it('are among the places of a name, by their first line or the setting', async () => {
    assert.deepEqual(await places(), ['jobs/named.ts:1', 'marked.ts:2']);
    const lenses: CodeLens[] = await client.connection.sendRequest('textDocument/codeLens', {
      textDocument: textDocument(),
    });
    assert.ok(lenses.some(({ command }) => command?.title === 'used by 2'));
  });

  it('have it renamed, and what only may be the name is to be looked at', async () => {
    const edit: WorkspaceEdit = await client.connection.sendRequest('textDocument/rename', {
      textDocument: textDocument(),
      position: inStacks,
      newName: 'shop',
    });
    const edits = (edit.documentChanges as TextDocumentEdit[]).flatMap((file) =>
      file.edits.map((each) => {
        assert.ok('range' in each && 'newText' in each);
        const place = placed({ uri: file.textDocument.uri, range: each.range });
        const { start, end } = each.range;
        const asked = 'annotationId' in each ? '?' : '';
        return `${place}:${start.character}-${end.character} ${each.newText}${asked}`;
      }),
    );
    assert.deepEqual(edits.sort(), [
      'jobs/named.ts:1:46-49 shop',
      'literal.ts:2:16-19 shop?',
      'marked.ts:2:46-49 shop',
      'stacks.toml:2:8-11 shop',
    ]);
  });

  it('are read again when they change', async () => {
    await write('other.ts', marked);
    await changed('other.ts');
    await until(['jobs/named.ts:1', 'marked.ts:2', 'other.ts:2']);
    await write('other.ts', deploy);
    await changed('other.ts');
    await until(['jobs/named.ts:1', 'marked.ts:2']);
  });

  it('have their names lead elsewhere, as VS Code has them', async () => {
    const uri = uriOf('marked.ts');
    const text = marked.replace('await', '\nawait');
    const asked = { uri, text, position: { line: 2, character: 47 } };
    const definitions = await client.connection.sendRequest(scriptDefinition, asked);
    assert.deepEqual(definitions.map(placed), ['stacks.toml:2']);
    const wanted = { ...asked, withDefinitions: false };
    const references = await client.connection.sendRequest(scriptReferences, wanted);
    assert.deepEqual(references.map(placed).sort(), ['jobs/named.ts:1', 'marked.ts:3']);
    const name = await client.connection.sendRequest(scriptRenameable, asked);
    assert.equal(name?.placeholder, 'web');
    const edit = await client.connection.sendRequest(scriptRename, { ...asked, newName: 'shop' });
    const files = (edit.documentChanges as TextDocumentEdit[]).map((file) => file.textDocument.uri);
    assert.equal(files.length, 4);
    const refused = client.connection.sendRequest(scriptRename, { ...asked, newName: 'My Shop' });
    await assert.rejects(refused, /my_shop/);
    const nowhere = { ...asked, position: { line: 2, character: 1 } };
    assert.equal(await client.connection.sendRequest(scriptRenameable, nowhere), null);
  });

  it('are known as they are in the editor, until they are closed', async () => {
    const uri = uriOf('marked.ts');
    await client.connection.sendRequest(scriptDiagnostics, {
      uri,
      text: '// komodo: action\n',
      isFile: true,
    });
    assert.deepEqual(await places(), ['jobs/named.ts:1']);
    await client.connection.sendNotification(scriptClosed, { uri });
    await until(['jobs/named.ts:1', 'marked.ts:2']);
  });
});
