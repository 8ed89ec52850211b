import assert from 'node:assert/strict';
import { inventoryChanged } from '../../protocol/lsp.ts';
import { coreTypings, coreTypingsChecked } from '../../protocol/scripts.ts';
import { actionsProgram, TestClient } from '../testing/client.ts';
import { coreWith } from '../testing/context.ts';
import { typingsThatRunAway } from './testing/servedTypings.ts';
import { ScriptWorker } from './worker.ts';

describe('typings of a Core in which TypeScript finds no end', () => {
  it('are of no use where that shows in a plain script', async () => {
    const times = { limit: 2000, start: 30_000, adopt: 500, rest: 60_000 };
    const worker = new ScriptWorker(await actionsProgram(), times);
    const files = typingsThatRunAway('GetVersion', 'version');
    const script = { name: 'a', text: 'const a = 1;' };
    const hover = () =>
      worker.ask({ method: 'hover', ask: { offset: 6 }, script, surroundings: {}, open: ['a'] });
    await hover();
    await assert.rejects(worker.adopt({ version: '2.9.0', files }), /took longer than 0\.5 s/);
    let said;
    do said = await hover();
    while (!said);
    assert.match(said.markdown, /const a: 1/);
    worker.end();
  });

  it('cost but the script that uses them', async () => {
    const client = await TestClient.start({ initializationOptions: { hasTypings: true } });
    client.connection.onRequest(coreTypings, () => typingsThatRunAway('GetStack', 'endless'));
    const adopted = new Promise((resolve) => {
      client.connection.onNotification(coreTypingsChecked, ({ ready }) => resolve(ready !== null));
    });
    await client.connection.sendNotification(inventoryChanged, coreWith({}, { version: '2.9.0' }));
    const open = (name: string, script: string) =>
      client.open(`file:///files/${name}.ts`, `// komodo: action\n${script}\n`);
    const hover = (name: string) =>
      client.connection.sendRequest<unknown>('textDocument/hover', {
        textDocument: { uri: `file:///files/${name}.ts` },
        position: { line: 1, character: 8 },
      });
    await open('good', 'const { version } = await komodo.read("GetVersion", {});');
    assert.equal(await adopted, true);
    await open(
      'bad',
      'const text: string = (await komodo.read("GetStack", { stack: "" })).endless;',
    );
    let codes: unknown[] = [];
    while (!codes.includes('script-unchecked')) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const shown = client.published('file:///files/bad.ts').at(-1)?.diagnostics ?? [];
      codes = shown.map(({ code }) => code);
    }
    await hover('bad');
    let said;
    do said = await hover('good');
    while (said === null);
    assert.match(JSON.stringify(said), /const version: string/);
    await client.stop();
  });
});
