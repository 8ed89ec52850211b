import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver';
import { TestClient } from './testing/client.ts';

const uri = 'file:///files/a.toml';
const range = { start: { line: 2, character: 9 }, end: { line: 2, character: 9 } };
const stack = '[[stack]]\nname = "a"\ntags = ["b", "a"]\n';

describe('code actions', () => {
  let client: TestClient;
  const start = async (properties: readonly string[]) => {
    client = await TestClient.start({
      capabilities: {
        textDocument: { codeAction: { resolveSupport: { properties: [...properties] } } },
      },
    });
    await client.open(uri, stack);
  };
  const asked = (only?: readonly string[]): Promise<CodeAction[]> =>
    client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    });
  afterEach(() => client.stop());

  it('get their edits when one is chosen, if the editor can ask for them', async () => {
    await start(['edit']);
    const [sort] = await asked(['refactor.rewrite']);
    assert.equal(sort?.title, 'Sort the tags');
    assert.equal(sort.edit, undefined);
    const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', sort);
    assert.equal(edit?.changes?.[uri]?.[0]?.newText, '["a", "b"]');
  });

  it('come with their edits, if it cannot', async () => {
    await start([]);
    const [sort] = await asked();
    assert.equal(sort?.edit?.changes?.[uri]?.[0]?.newText, '["a", "b"]');
  });

  it('are of the kinds that are asked for', async () => {
    await start(['edit']);
    assert.deepEqual(await asked(['quickfix']), []);
    assert.deepEqual(await asked(['source']), []);
    assert.equal((await asked(['refactor'])).length > 0, true);
  });

  it('change a name that Core rewrites in the other files too', async () => {
    const users = 'file:///files/b.toml';
    for (const properties of [['edit'], []]) {
      await start(properties);
      await client.open(users, '[[stack]]\nname = "b"\nafter = ["My A"]\n');
      await client.change(uri, 2, { text: '[[stack]]\nname = "My A"\n\n' });
      const [fix] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: { line: 1, character: 9 }, end: { line: 1, character: 9 } },
        context: { diagnostics: [] },
      });
      assert.equal(fix?.title, 'Change to `my_a` here and wherever it is used');
      const { edit } =
        properties.length > 0
          ? await client.connection.sendRequest<CodeAction>('codeAction/resolve', fix)
          : fix;
      assert.deepEqual(Object.keys(edit!.changes!), [uri, users]);
      if (properties.length > 0) await client.stop();
    }
  });

  it('that are not possible any more say so, and change nothing', async () => {
    await start(['edit']);
    const [sort] = await asked();
    const said = new Promise<string>((resolve) => {
      client.connection.onNotification('window/showMessage', ({ message }: { message: string }) =>
        resolve(message),
      );
    });
    await client.change(uri, 2, { text: '[[stack]]\nname = "a"\ntags = []\n' });
    const same = await client.connection.sendRequest<CodeAction>('codeAction/resolve', sort);
    assert.equal(same.edit, undefined);
    assert.equal(await said, '“Sort the tags” is not possible here.');
  });
});
