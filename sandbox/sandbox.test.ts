import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { engine } from '../komodo/patterns/testing/engine.ts';
import type { JsonObject } from './json/tree.ts';
import type { Sandbox } from './sandbox.ts';
import { startSandbox } from './sandbox.ts';
import { serveFolder } from './serve.ts';
import { ask } from './testing/http.ts';
import { PlayedSocket } from './testing/socket.ts';

async function call({ url, key, secret }: Sandbox, path: string, params: JsonObject) {
  const headers = { 'content-type': 'application/json', 'x-api-key': key, 'x-api-secret': secret };
  const payload = Buffer.from(JSON.stringify(params));
  const { body } = await ask(url, { method: 'POST', path, headers, payload });
  return body;
}

describe('the sandbox', () => {
  it('listens on the loopback interface, with a key made for this start', async () => {
    const options = { files: [], regexEngine: engine };
    const [one, other] = await Promise.all([startSandbox(options), startSandbox(options)]);
    assert.match(one.url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.notEqual(one.url, other.url);
    assert.notEqual(one.secret, other.secret);
    assert.deepEqual(await call(one, '/read/GetVersion', {}), { version: '2.3.2' });
    const stranger = { ...other, url: one.url };
    assert.match(JSON.stringify(await call(stranger, '/read/GetVersion', {})), /Invalid user/);
    await Promise.all([one.close(), other.close()]);
  });

  it('closes while somebody listens and a Procedure runs', async () => {
    const text = `
      [[procedure]]
      name = "long"
      [[procedure.config.stage]]
      name = "s"
      executions = [{ execution.type = "Sleep", execution.params.duration_ms = 60000 }]`;
    const sandbox = await startSandbox({
      files: () => Promise.resolve([{ path: 'a.toml', text }]),
      regexEngine: engine,
    });
    const socket = new PlayedSocket(sandbox.url, '/ws/update');
    await socket.opened();
    await call(sandbox, '/execute/RunProcedure', { procedure: 'long' });
    await sandbox.close();
  });

  it('has no services in its stacks, and says which stacks there are none of', async () => {
    const files = [{ path: 'a.toml', text: '[[stack]]\nname = "shop"' }];
    const sandbox = await startSandbox({ files, regexEngine: engine });
    assert.deepEqual(await call(sandbox, '/read/ListStackServices', { stack: 'shop' }), []);
    assert.match(
      JSON.stringify(await call(sandbox, '/read/ListStackServices', { stack: 'gone' })),
      /Did not find any Stack matching gone/,
    );
    await sandbox.close();
  });

  it('says which requests of Core it does not have', async () => {
    const sandbox = await startSandbox({ files: [], regexEngine: engine });
    assert.deepEqual(await call(sandbox, '/read/GetSystemStats', { server: 'x' }), {
      error: 'GetSystemStats is not available in the sandbox',
      trace: [],
    });
    await sandbox.close();
  });

  it('says where in a request something is wrong, and what is refused first', async () => {
    const sandbox = await startSandbox({ files: [], regexEngine: engine });
    const { key, secret } = sandbox;
    const headers = {
      'content-type': 'application/json',
      'x-api-key': key,
      'x-api-secret': secret,
    };
    const update = async (...executions: JsonObject[]): Promise<string> => {
      const named = executions.map((execution) => ({ execution, enabled: true }));
      const stages = [{ name: 's', enabled: true, executions: named }];
      const params = { id: 'p', config: { stages } };
      const payload = Buffer.from(JSON.stringify({ type: 'UpdateProcedure', params }));
      const { body } = await ask(sandbox.url, { method: 'POST', path: '/write', headers, payload });
      return (body as { error?: string }).error ?? 'saved';
    };
    await call(sandbox, '/write/CreateProcedure', { name: 'p' });
    assert.match(
      await update({ type: 'RunAction', params: {} }),
      /: params\.config\.stages\[0\]\.executions\[0\]\.execution\.params: missing field/,
    );
    const itself = { type: 'RunProcedure', params: { procedure: 'p' } };
    const gone = { type: 'RunAction', params: { action: 'gone' } };
    assert.equal(await update(itself, gone), 'Cannot have self-referential procedure');
    assert.equal(await update(gone, itself), 'Did not find any Action matching gone');
    assert.equal(await update({ type: 'CancelProcedure', params: { procedure: 'p' } }), 'saved');
    await sandbox.close();
  });

  it('cuts lists at 50 unless everything is asked for', async () => {
    const text = Array.from({ length: 53 }, (_, i) => `[[alerter]]\nname = "pg-${i + 10}"\n`).join(
      '',
    );
    const files = [{ path: 'a.toml', text }];
    const sandbox = await startSandbox({ files, regexEngine: engine });
    const list = async (params: JsonObject) => {
      const items = (await call(sandbox, '/read/ListAlerters', params)) as { name: string }[];
      return [items.length, items[0]?.name, items.at(-1)?.name];
    };
    assert.deepEqual(await list({}), [50, 'pg-10', 'pg-59']);
    assert.deepEqual(await list({ page: 1 }), [3, 'pg-60', 'pg-62']);
    assert.deepEqual(await list({ limit: 0, page: 1 }), [53, 'pg-10', 'pg-62']);
    assert.deepEqual(await list({ limit: 20, page: 2 }), [13, 'pg-50', 'pg-62']);
    await sandbox.close();
  });
});

describe('the sandbox over a folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sandbox-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('follows what is written into it, also into new folders', async () => {
    const said: string[] = [];
    await writeFile(path.join(folder, 'a.toml'), '[[procedure]]\nname = "a"');
    const say = (text: string) => said.push(text);
    const sandbox = await serveFolder({ folder, regexEngine: engine, say });
    const has = async (...wanted: string[]) => {
      for (;;) {
        const list = (await call(sandbox, '/read/ListProcedures', {})) as { name: string }[];
        if (JSON.stringify(list.map(({ name }) => name)) === JSON.stringify(wanted)) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    await has('a');
    await mkdir(path.join(folder, 'more'));
    await writeFile(path.join(folder, 'more', 'b.toml'), '[[procedure]]\nname = "b"');
    await has('a', 'b');
    await writeFile(path.join(folder, 'a.toml'), '[[procedure]]\nname = "renamed"');
    await has('b', 'renamed');
    await writeFile(path.join(folder, 'more', 'b.toml'), '[[procedure]]\nname = ');
    await writeFile(path.join(folder, 'c.toml'), '[[procedure]]\nname = "c"');
    await has('b', 'c', 'renamed');
    assert.match(said.join('\n'), /^more.b\.toml:2: /);
    await sandbox.close();
  });

  it('cannot start over a folder that is not there', async () => {
    const options = {
      folder: path.join(folder, 'none'),
      regexEngine: engine,
      say: () => undefined,
    };
    await assert.rejects(serveFolder(options), /ENOENT/);
  });
});
