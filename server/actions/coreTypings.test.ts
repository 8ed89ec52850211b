import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { inventoryChanged } from '../../protocol/lsp.ts';
import { actionTypings, coreTypings, coreTypingsChecked } from '../../protocol/scripts.ts';
import { TestClient } from '../testing/client.ts';
import { servedTypings, typingsWithFrobStack } from './testing/servedTypings.ts';

const uri = 'file:///files/a.toml';
const script =
  'console.log(await komodo.read("FrobStack", { stack: "web" }));\nconst n: number = "";';
const text = `[[action]]\nname = "a"\n[action.config]\nfile_contents = """\n${script}\n"""\n`;
const inventory = (version: string) =>
  ({
    source: 'core',
    label: 'komodo.lan',
    version,
    resources: {},
    tags: [],
    variables: [],
  }) as const;

describe('scripts for a Core of which no typings are bundled', () => {
  let client: TestClient;
  const asked: string[] = [];
  const checked: (Readonly<Record<string, string>> | null)[] = [];
  const messages: string[] = [];
  const untilSome = async <Item>(list: readonly Item[]): Promise<Item> => {
    while (list.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    return list[0]!;
  };

  beforeEach(async () => {
    for (const list of [asked, checked, messages]) list.length = 0;
    client = await TestClient.start({ initializationOptions: { hasTypings: true } });
    client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      messages.push(message);
    });
    client.connection.onNotification(coreTypingsChecked, ({ ready }) => {
      checked.push(ready);
    });
  });
  afterEach(() => client.stop());

  /** Serves typings, and opens a script on a Core of a version. */
  async function open(
    version: string,
    serve: () => Record<string, string> | Promise<Record<string, string>>,
  ): Promise<void> {
    client.connection.onRequest(coreTypings, (params) => {
      asked.push(params.version);
      return serve();
    });
    await client.connection.sendNotification(inventoryChanged, inventory(version));
    await client.open(uri, text);
  }
  /** The codes that are shown in the script, once they are as wanted. */
  async function shown(isIt: (codes: unknown[]) => boolean): Promise<unknown[]> {
    for (;;) {
      const last = client.published(uri).at(-1)?.diagnostics ?? [];
      const codes = last.map(({ code }: Diagnostic) => code);
      if (isIt(codes)) return codes;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const looked = (codes: unknown[]) => codes.includes('script-type');

  it('are checked with those that it serves', async () => {
    await open('2.9.0', typingsWithFrobStack);
    await shown((codes) => looked(codes) && !codes.includes('unknown-request'));
    assert.deepEqual(asked, ['2.9.0']);
    const ready = await untilSome(checked);
    assert.match(ready!['client/params.d.ts']!, /FrobStack/);
    assert.ok(ready!['globals.d.ts']);
    assert.deepEqual(messages, []);
  });

  it('are checked with bundled ones where it serves rubbish', async () => {
    await open('2.9.0', () => ({ ...servedTypings(), 'types.d.ts': '<html>{{{ no' }));
    assert.match(await untilSome(messages), /^The typings of Core 2\.9\.0 are of no use: line 1/);
    assert.match(messages[0]!, /Scripts are checked with those of 2\.3\.2\.$/);
    assert.equal(await untilSome(checked), null);
    await shown((codes) => looked(codes) && codes.includes('unknown-request'));
  });

  it('are checked with bundled ones where it stalls, and when it fails', async () => {
    let fail: (error: Error) => void = () => undefined;
    await open('2.9.0', () => new Promise((_, reject) => (fail = reject)));
    await untilSome(asked);
    await shown((codes) => looked(codes) && codes.includes('unknown-request'));
    fail(new Error('komodo.lan did not answer in time.'));
    assert.match(await untilSome(messages), /can’t be had: .*komodo\.lan did not answer in time\./);
  });

  it('are set up with those that it serves, though none is open', async () => {
    client.connection.onRequest(coreTypings, typingsWithFrobStack);
    await client.connection.sendNotification(inventoryChanged, inventory('2.9.0'));
    const { version, files } = await client.connection.sendRequest(actionTypings);
    assert.equal(version, '2.9.0');
    assert.match(files['.komodo/client/params.d.ts']!, /FrobStack/);
  });

  it('are those that are bundled, if they are', async () => {
    await open('2.3.2', servedTypings);
    await shown(looked);
    assert.deepEqual(asked, []);
    const { version } = await client.connection.sendRequest(actionTypings);
    assert.equal(version, '2.3.2');
  });
});
