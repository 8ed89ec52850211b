import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatFile } from '../../protocol/lsp.ts';
import { TestClient } from '../testing/client.ts';
import { formatterIn } from './formatter.ts';

const options = { tabSize: 2, insertSpaces: true };
const stack = '[[stack]]\nname="a"\nconfig.server = \'s\'\n';
const order = { text: stack, core: '2.3.2', style: 'core', indent: '  ' } as const;

describe('formatting by the server', () => {
  let client: TestClient;
  let registered: Promise<readonly string[]>;
  const start = async (format: object) => {
    let onRegistration: (methods: readonly string[]) => void = () => undefined;
    registered = new Promise((resolve) => (onRegistration = resolve));
    client = await TestClient.start({
      capabilities: {
        workspace: { configuration: true },
        textDocument: { formatting: { dynamicRegistration: true } },
      },
      settings: { format },
      onRegistration,
    });
    const textDocument = { uri: 'file:///files/a.toml' };
    await client.open(textDocument.uri, stack);
    return { textDocument, options };
  };
  afterEach(() => client.stop());

  it('is done when it is asked for, and offered to no editor by itself', async () => {
    const params = await start({});
    assert.deepEqual(await client.connection.sendRequest(formatFile, params), {
      edits: [
        {
          range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } },
          newText: 'name = "a"\n',
        },
      ],
    });
    let isOffered = false;
    void registered.then(() => (isOffered = true));
    assert.equal(await client.connection.sendRequest('textDocument/formatting', params), null);
    assert.equal(isOffered, false);
  });

  it('is offered where a setting asks for it, in the style of the settings', async () => {
    const params = await start({ enable: true, style: 'core' });
    assert.deepEqual(await registered, ['textDocument/formatting', 'textDocument/rangeFormatting']);
    assert.deepEqual(await client.connection.sendRequest('textDocument/formatting', params), [
      {
        range: { start: { line: 1, character: 0 }, end: { line: 3, character: 0 } },
        newText: 'name = "a"\n[stack.config]\nserver = "s"\n',
      },
    ]);
  });

  it('lays out lines of a script alone', async () => {
    await start({ enable: true });
    await registered;
    const uri = 'file:///files/action.toml';
    const text = '[[action]]\nname="a"\nconfig.file_contents = """\nif(a){\nf( "\\n" )\n}\n"""\n';
    await client.open(uri, text);
    const layOut = () =>
      client.connection.sendRequest<{ range: { start: { line: number } }; newText: string }[]>(
        'textDocument/rangeFormatting',
        {
          textDocument: { uri },
          range: { start: { line: 3, character: 0 }, end: { line: 5, character: 1 } },
          options,
        },
      );
    // On a busy machine TypeScript may not be read in the two seconds that somebody waits.
    let edits = await layOut();
    while (edits.length === 0) edits = await layOut();
    assert.deepEqual(
      edits.map(({ range, newText }) => [range.start.line, newText]),
      [
        [3, ' '],
        [3, ' '],
        [4, '  '],
        [4, ''],
        [4, ''],
      ],
    );
  });

  it('does it by the settings, though they come after the question', async () => {
    const { textDocument } = await start({ style: 'core' });
    const answer = await client.connection.sendRequest(formatFile, { textDocument, options });
    // Core writes the tables of a resource under headers, taplo leaves them where they are.
    assert.match(JSON.stringify(answer), /\[stack\.config\]/);
  });

  it('says why it leaves a file as it is', async () => {
    const { textDocument } = await start({});
    await client.change(textDocument.uri, 2, { text: '[[stack]]\nname = = 1\n' });
    assert.deepEqual(await client.connection.sendRequest(formatFile, { textDocument, options }), {
      refusal: 'Line 2 is no TOML (a value must stand here). Mend it first.',
    });
  });
});

describe('a formatter', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'komodo-formatter-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  /** A formatter whose thread does this with each message. */
  function formatter(name: string, onMessage: string) {
    const file = join(folder, `${name}.cjs`);
    const code = `const { parentPort } = require('node:worker_threads');
let count = 0;
parentPort.on('message', (order) => { ${onMessage} });`;
    writeFileSync(file, code);
    return formatterIn(file, { limit: 2000, rest: 60_000 });
  }

  it('answers several at a time', async () => {
    const format = formatter(
      'echo',
      'parentPort.postMessage({ id: order.id, outcome: { text: order.text + ++count } });',
    );
    assert.deepEqual(await Promise.all([format(order), format({ ...order, text: 'b' })]), [
      { text: `${stack}1` },
      { text: 'b2' },
    ]);
  });

  it('that fails is started anew for the next file', async () => {
    const format = formatter(
      'fails',
      `if (order.text === 'bad') parentPort.postMessage({ id: order.id, outcome: { error: 'unreachable' } });
       else parentPort.postMessage({ id: order.id, outcome: { text: String(++count) } });`,
    );
    assert.deepEqual(await format(order), { text: '1' });
    await assert.rejects(format({ ...order, text: 'bad' }), {
      message: 'The formatter failed (unreachable). Nothing was changed.',
    });
    assert.deepEqual(await format(order), { text: '1' });
  });

  it('that hangs or ends is given up', async () => {
    await assert.rejects(formatter('hangs', 'for (;;) {}')(order), {
      message: 'The formatter failed (it took longer than 2 s). Nothing was changed.',
    });
    await assert.rejects(formatter('ends', 'process.exit()')(order), /it ended by itself/);
    await assert.rejects(formatter('throws', 'throw new Error("x")')(order), /\(x\)/);
    await assert.rejects(formatterIn(join(folder, 'none.cjs'))(order), /Cannot find module/);
  });
});
