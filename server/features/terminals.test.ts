import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, Hover, MarkupContent } from 'vscode-languageserver';
import type { Terminal } from '../../komodo/inventory/terminal.ts';
import { inventoryChanged } from '../../protocol/lsp.ts';
import { coreTerminals, scriptCompletion, scriptHover } from '../../protocol/scripts.ts';
import { TestClient } from '../testing/client.ts';
import { coreWith } from '../testing/context.ts';

const terminals: readonly Terminal[] = [
  { name: 'deploy', command: 'bash', target: 'Server', params: { server: 'main' } },
  { name: 'backup', command: 'sh', target: 'Server', params: { server: 'other' } },
  { name: 'sql', command: 'psql', target: 'Stack', params: { stack: 'web', service: 'db' } },
];

describe('the names of terminals in a script', () => {
  let client: TestClient;
  let answer: () => readonly Terminal[] | Promise<readonly Terminal[]>;
  let asked: (string | undefined)[];
  let files = 0;
  beforeEach(async () => {
    asked = [];
    answer = () => terminals;
    client = await TestClient.start({ initializationOptions: { hasTerminals: true } });
    client.connection.onRequest(coreTerminals, ({ server }) => {
      asked.push(server);
      return answer();
    });
    const server = [{ name: 'main', id: '64b7c0ffee64b7c0ffee64b7' }, { name: 'other' }];
    const core = coreWith({}, { label: 'quay', resources: { server }, version: '2.3.2' });
    await client.connection.sendNotification(inventoryChanged, core);
  });
  afterEach(() => client.stop());

  /** Opens a script with a cursor (`|`) in it, in the string of an Action, and asks about the place. */
  async function ask<Answer>(method: string, script: string): Promise<Answer> {
    const uri = `file:///actions${files++}.toml`;
    const lines = `[[action]]\nname = "a"\nconfig.file_contents = """\n${script}\n"""\n`.split(
      '\n',
    );
    const line = lines.findIndex((each) => each.includes('|'));
    const position = { line, character: lines[line]!.indexOf('|') };
    await client.open(uri, lines.join('\n').replace('|', ''));
    return client.connection.sendRequest(method, { textDocument: { uri }, position });
  }
  async function completed(script: string): Promise<string[]> {
    const { items } = await ask<CompletionList>('textDocument/completion', script);
    return items.map(({ label, detail }) => `${label}: ${detail}`);
  }
  const onServer = (server: string, name: string) =>
    `await komodo.execute_server_terminal({ server: "${server}", terminal: "${name}", command: "ls" });`;

  it('complete with those that run where the call says', async () => {
    assert.deepEqual(await completed(onServer('main', '|')), ['deploy: terminal on Server main']);
    assert.deepEqual(
      await completed(
        'komodo.execute_terminal({ target: { type: "Stack", params: { stack: "web" } }, terminal: "|" });',
      ),
      ['sql: terminal on db of Stack web'],
    );
    assert.deepEqual(await completed('komodo.execute_terminal({ target, terminal: "|" });'), [
      'deploy: terminal on Server main',
      'backup: terminal on Server other',
      'sql: terminal on db of Stack web',
    ]);
  });

  it('know a server by its id, as Core does', async () => {
    assert.deepEqual(await completed(onServer('64b7c0ffee64b7c0ffee64b7', '|')), [
      'deploy: terminal on Server main',
    ]);
    assert.deepEqual(asked, ['main']);
  });

  it('replace what stands there, and nothing behind it', async () => {
    const { items } = await ask<CompletionList>(
      'textDocument/completion',
      onServer('main', 'de|p'),
    );
    const [item] = items as [CompletionItem];
    const character = onServer('main', '').indexOf('"",') + 1;
    assert.deepEqual(item.textEdit, {
      range: { start: { line: 3, character }, end: { line: 3, character: character + 3 } },
      newText: 'deploy',
    });
  });

  it('complete with those that the script has elsewhere, which it may have made', async () => {
    const create = 'await komodo.write("CreateTerminal", { server: "main", name: "fresh" });';
    assert.deepEqual(await completed(`${create}\n${onServer('main', '|')}`), [
      'deploy: terminal on Server main',
      'fresh: terminal of this script',
    ]);
  });

  it('are asked for once while somebody types', async () => {
    await completed(onServer('main', '|'));
    await completed(onServer('main', 'd|'));
    await ask('textDocument/completion', 'await komodo.read("GetServer", { server: "|" });');
    assert.deepEqual(asked, ['main']);
  });

  it('are not waited for where Core does not answer', async () => {
    answer = () => new Promise(() => undefined);
    const script = onServer('main', '|');
    const late = await ask<CompletionList>('textDocument/completion', script);
    assert.deepEqual([late.isIncomplete, late.items], [true, []]);
    answer = () => Promise.reject(new Error('Core does not answer.'));
    assert.deepEqual(await completed(onServer('other', '|')), []);
  });

  it('are told of', async () => {
    const told = async (script: string) => {
      const hover = await ask<Hover | null>('textDocument/hover', script);
      return (hover?.contents as MarkupContent | undefined)?.value;
    };
    assert.equal(
      await told(onServer('main', 'dep|loy')),
      '**deploy** — terminal on Server main; it began with `bash`.',
    );
    assert.equal(
      await told(onServer('main', 'back|up')),
      'quay has no terminal `backup` there now.',
    );
  });

  it('complete and are told of in a file of its own', async () => {
    const uri = 'file:///files/a.ts';
    const line = onServer('main', 'deploy');
    const text = `// komodo: action\n${line}\n`;
    const position = { line: 1, character: line.indexOf('deploy') };
    const items = await client.connection.sendRequest(scriptCompletion, { uri, text, position });
    assert.deepEqual(
      items.map(({ label }) => label),
      ['deploy'],
    );
    const hover = await client.connection.sendRequest(scriptHover, { uri, text, position });
    assert.match(JSON.stringify(hover?.contents), /terminal on Server main/);
  });

  it('are nothing that anybody is asked for without a Core', async () => {
    await client.connection.sendNotification(inventoryChanged, null);
    assert.deepEqual(await completed(onServer('main', '|')), []);
    assert.deepEqual(asked, []);
  });
});
