import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  Location,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TestClient } from './testing/client.ts';

const at = (line: number, character: number) => ({ line, character });
const names = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);

describe('the language server, asked about names in files that are not open', () => {
  let folder: string;
  let client: TestClient;
  let textDocument: { readonly uri: string };
  const stacks = '[[stack]]\nname = "web"\n';
  const position = at(1, 9);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'komodo-names-'));
    for (const name of names(100)) {
      await writeFile(
        join(folder, `${name}.toml`),
        `[[procedure]]\nname = "${name}"\n[[procedure.config.stage]]\nname = "One"\nexecutions = [{ execution.type = "DeployStack", execution.params.stack = 'web' }]\n`,
      );
    }
    const path = join(folder, 'stacks.toml');
    await writeFile(path, stacks);
    textDocument = { uri: pathToFileURL(path).href };
    client = await TestClient.start({
      folder: pathToFileURL(folder).href,
      capabilities: {
        workspace: {
          workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
        },
      },
    });
    await client.open(textDocument.uri, stacks, 7);
  });
  after(async () => {
    await client.stop();
    await rm(folder, { recursive: true });
  });

  it('finds all of them', async () => {
    const found: Location[] = await client.connection.sendRequest('textDocument/references', {
      textDocument,
      position,
      context: { includeDeclaration: false },
    });
    assert.equal(found.length, 100);
  });

  it('renames in all of them, with the version of what is open', async () => {
    const { documentChanges }: WorkspaceEdit = await client.connection.sendRequest(
      'textDocument/rename',
      { textDocument, position, newName: 'app' },
    );
    const edits = documentChanges as TextDocumentEdit[];
    assert.equal(edits.length, 101);
    const open = edits.find((edit) => edit.textDocument.uri === textDocument.uri);
    assert.equal(open?.textDocument.version, 7);
    const closed = edits.find((edit) => edit.textDocument.uri.endsWith('/p42.toml'));
    assert.equal(closed?.textDocument.version, null);
    assert.deepEqual(closed.edits, [
      { range: { start: at(4, 74), end: at(4, 77) }, newText: 'app' },
    ]);
  });

  it('says why it does not rename', async () => {
    const renaming = client.connection.sendRequest('textDocument/rename', {
      textDocument,
      position,
      newName: 'My App',
    });
    await assert.rejects(renaming, { message: /Core would call the stack `my_app`/ });
  });

  it('tells who runs what', async () => {
    const [item]: CallHierarchyItem[] = await client.connection.sendRequest(
      'textDocument/prepareCallHierarchy',
      { textDocument, position },
    );
    const calls: CallHierarchyIncomingCall[] = await client.connection.sendRequest(
      'callHierarchy/incomingCalls',
      { item },
    );
    assert.equal(calls.length, 100);
    assert.ok(calls.some(({ from }) => from.name === 'p42'));
  });
});
