import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { recording } from '../komodo/runs/testing/recording.ts';
import { createClient } from './client.ts';
import type { Client } from './client.ts';
import { CoreError } from './coreError.ts';
import type { CoreErrorKind } from './coreError.ts';
import { credential, failure, TestCore } from './testing/testCore.ts';

/** The CoreError of a call that must fail. */
async function errorOf(call: Promise<unknown>): Promise<CoreError> {
  try {
    await call;
  } catch (error) {
    assert.ok(error instanceof CoreError, String(error));
    const text = `${error.message} ${error.stack ?? ''} ${JSON.stringify(error)}`;
    assert.ok(!text.includes(credential.secret), text);
    return error;
  }
  assert.fail('no error came');
}

const getVersion = (client: Client): Promise<unknown> => client.read('GetVersion', {});

describe('calls to Core', () => {
  let core: TestCore;
  beforeEach(async () => (core = await new TestCore().start()));
  afterEach(() => core.stop());

  it('sends type, params and the API key, and reads what comes', async () => {
    const answer = await core.client().read('GetVersion', {});
    assert.deepEqual(answer, { version: '2.3.2' });
    const [request] = core.requests;
    assert.equal(`${request!.method} ${request!.path} ${request!.type}`, 'POST /read GetVersion');
    assert.equal(request!.headers['x-api-key'], credential.key);
    assert.equal(request!.headers['x-api-secret'], credential.secret);
  });

  it('calls each of the three routes', async () => {
    core.reply('*', { body: {} });
    const client = core.client();
    await client.read('GetProcedure', { procedure: 'p' });
    await client.write('DeleteProcedure', { id: 'p' });
    await client.execute('RunProcedure', { procedure: 'p' });
    assert.deepEqual(
      core.requests.map(({ path, type, params }) => [path, type, params]),
      [
        ['/read', 'GetProcedure', { procedure: 'p' }],
        ['/write', 'DeleteProcedure', { id: 'p' }],
        ['/execute', 'RunProcedure', { procedure: 'p' }],
      ],
    );
  });

  it('asks for whole lists, unless the caller pages', async () => {
    core.reply('*', { body: [] });
    await core.client().read('ListProcedures', {});
    await core.client().read('ListProcedures', { page: 1 });
    await core.client().read('ListProcedures', { limit: 3 });
    assert.deepEqual(
      core.requests.map(({ params }) => params),
      [{ limit: 0 }, { page: 1 }, { limit: 3 }],
    );
  });

  it('takes addresses as people write them', async () => {
    await getVersion(
      createClient({ url: ` ${core.url}/ `, credential: () => Promise.resolve(credential) }),
    );
    core.reply('*', { body: { version: '2' } });
    await getVersion(
      createClient({ url: `${core.url}/komodo/`, credential: () => Promise.resolve(credential) }),
    );
    assert.deepEqual(
      core.requests.map(({ path }) => path),
      ['/read', '/komodo/read'],
    );
    for (const url of ['komodo.lan', 'ftp://komodo.lan', 'http://admin:pass@komodo.lan', ''])
      assert.throws(() => createClient({ url, credential: () => Promise.resolve(credential) }), {
        kind: 'bad-address',
      });
  });

  it('understands every error Core was recorded with', async () => {
    const answers = ['http-errors', 'auth-credentials', 'auth-rate-limit', 'reads-updates']
      .flatMap((name) => recording(name).steps)
      .filter(({ request }) => request?.method === 'POST')
      .flatMap(({ response }) => (response && response.status >= 400 ? [response] : []));
    const kinds = new Set<string>();
    for (const { status, headers, body } of answers) {
      core.reply('*', { status, headers, body });
      kinds.add(`${status} ${(await errorOf(getVersion(core.client()))).kind}`);
    }
    assert.ok(answers.length > 60);
    assert.deepEqual([...kinds].sort(), [
      '400 core',
      '401 unauthorized',
      '405 not-komodo',
      '413 core',
      '415 core',
      '422 core',
      '422 unsupported',
      '429 rate-limited',
      '500 core',
      '500 not-found',
      '500 unauthorized',
      '500 unsupported',
    ]);
  });

  it('says when to try again after too many failures', async () => {
    core.reply('*', failure(429, 'Too many attempts | Try again in 14s'));
    const error = await errorOf(getVersion(core.client()));
    assert.deepEqual([error.kind, error.retryAfter, error.passing], ['rate-limited', 14_000, true]);
    assert.match(error.message, /Try again in 14 s/);
  });

  it('says how many tries are left', async () => {
    core.reply('*', failure(401, 'Invalid user credentials | You have 1 attempts remaining'));
    assert.match((await errorOf(getVersion(core.client()))).message, /1 more try before/);
  });

  it('tells a request that Core lacks from a value it does not know', async () => {
    const words = 'Failed to deserialize the JSON body into the target type: ';
    core.reply(
      '*',
      failure(422, `${words}type: unknown variant \`GetVersion\`, expected one of …`),
    );
    const lacking = await errorOf(getVersion(core.client()));
    assert.equal(lacking.kind, 'unsupported');
    assert.equal(lacking.message, 'This version of Core has no request GetVersion.');
    core.reply(
      '*',
      failure(422, `${words}params.sort_by: unknown variant \`x\`, expected \`Name\``),
    );
    assert.equal((await errorOf(getVersion(core.client()))).kind, 'core');
  });

  it('gives causes along', async () => {
    core.reply('*', failure(500, 'failed to query to db', ['id is not ObjectId']));
    const error = await errorOf(getVersion(core.client()));
    assert.equal(error.message, 'failed to query to db: id is not ObjectId');
  });

  const strange: [what: string, reply: Parameters<TestCore['reply']>[1], kind: CoreErrorKind][] = [
    [
      'a web page',
      { headers: { 'content-type': 'text/html' }, body: '<!DOCTYPE html><html></html>' },
      'not-komodo',
    ],
    ['a web page with an error', { status: 404, body: '<html>nothing here</html>' }, 'not-komodo'],
    ['JSON of somebody else', { status: 404, body: { message: 'no route' } }, 'not-komodo'],
    ['broken JSON', { body: '{"version": "2.' }, 'not-komodo'],
    ['nothing', { body: '' }, 'not-komodo'],
    ['405 without words', { status: 405, body: '' }, 'not-komodo'],
    [
      'a proxy whose Core is down',
      { status: 502, body: '<html>Bad Gateway</html>' },
      'unavailable',
    ],
    ['a login proxy', { status: 401, body: 'Unauthorized' }, 'unauthorized'],
    [
      'a TLS server that got plain HTTP',
      { status: 400, body: 'The plain HTTP request was sent to HTTPS port' },
      'tls',
    ],
  ];
  for (const [what, reply, kind] of strange)
    it(`knows that ${what} is no answer of Core`, async () => {
      core.reply('*', reply);
      const error = await errorOf(getVersion(core.client()));
      assert.equal(error.kind, kind, error.message);
      assert.ok(!error.message.includes('<'), error.message);
    });

  it('does not carry the API key along a redirect', async () => {
    const other = await new TestCore().start();
    core.reply('*', { status: 307, headers: { location: `${other.url}/read` }, body: '' });
    const error = await errorOf(getVersion(core.client()));
    await other.stop();
    assert.equal(error.kind, 'not-komodo');
    assert.ok(error.message.includes(other.url));
    assert.deepEqual(other.requests, []);
  });

  it('gives up on a server that hangs, before or in its answer', async () => {
    core.reply('*', () => undefined);
    assert.equal((await errorOf(getVersion(core.client({ timeoutMs: 50 })))).kind, 'timeout');
    core.reply('*', (response) => void response.writeHead(200).write('{"version":'));
    assert.equal((await errorOf(getVersion(core.client({ timeoutMs: 50 })))).kind, 'timeout');
    const patient = core.client().read('GetVersion', {}, { timeoutMs: 50 });
    assert.equal((await errorOf(patient)).kind, 'timeout');
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    core.reply('*', () => stop.abort());
    const { signal } = stop;
    assert.equal((await errorOf(core.client().read('GetVersion', {}, { signal }))).kind, 'aborted');
    assert.equal((await errorOf(core.client().read('GetVersion', {}, { signal }))).kind, 'aborted');
    assert.equal(core.requests.length, 1);
  });

  it('does not take in a body without end', async () => {
    let sent = 0;
    const closed = new Promise<void>((resolve) => {
      core.reply('*', (response) => {
        response.on('close', resolve);
        const more = (): void => {
          while (!response.destroyed && sent < 100 * 2 ** 20) {
            sent += 2 ** 16;
            if (!response.write(' '.repeat(2 ** 16))) break;
          }
        };
        response.on('drain', more);
        more();
      });
    });
    const error = await errorOf(getVersion(core.client({ maxBytes: 2 ** 20 })));
    assert.equal(error.kind, 'too-large');
    await closed;
    assert.ok(sent < 50 * 2 ** 20, `${sent} bytes were taken`);
    core.reply(
      '*',
      (response) => void response.writeHead(200, { 'content-length': 2 ** 40 }).write('{'),
    );
    assert.equal((await errorOf(getVersion(core.client()))).kind, 'too-large');
  });

  it('takes a large answer', async () => {
    const big = 'x'.repeat(20 * 2 ** 20);
    core.reply('*', { body: { version: big } });
    assert.equal((await core.client().read('GetVersion', {})).version, big);
  });

  it('reads once more when a connection broke off, and starts nothing twice', async () => {
    core.reply('*', (response) => {
      response.writeHead(200).write('{"ver');
      setImmediate(() => response.destroy());
    });
    assert.equal((await errorOf(getVersion(core.client()))).kind, 'dropped');
    assert.equal(core.count('GetVersion'), 2);
    const run = core.client().execute('RunProcedure', { procedure: 'p' });
    assert.equal((await errorOf(run)).kind, 'dropped');
    assert.equal(core.count('RunProcedure'), 1);
  });

  it('tells a Core that is down from one that is up again', async () => {
    const client = core.client();
    await core.stop();
    const error = await errorOf(getVersion(client));
    assert.deepEqual([error.kind, error.passing], ['refused', true]);
    await core.start();
    assert.deepEqual(await getVersion(client), { version: '2.3.2' });
  });

  it('knows a host that does not exist', async () => {
    const client = createClient({
      url: 'http://no-such-host.invalid',
      credential: () => Promise.resolve(credential),
    });
    const error = await errorOf(getVersion(client));
    assert.equal(error.kind, 'unknown-host');
    assert.match(error.message, /no-such-host\.invalid/);
  });

  it('says of a port that it is not called at all', async () => {
    const client = createClient({
      url: 'http://127.0.0.1:6000',
      credential: () => Promise.resolve(credential),
    });
    const { message } = await errorOf(getVersion(client));
    assert.equal(message, 'Port 6000 is kept for something else than HTTP.');
  });

  it('says why no secure connection comes about', async () => {
    const plain = createClient({
      url: core.url.replace('http', 'https'),
      credential: () => Promise.resolve(credential),
    });
    const noTls = await errorOf(getVersion(plain));
    assert.equal(noTls.kind, 'tls');
    assert.match(noTls.message, /begin with http:\/\/ instead\?$/);
    const fixture = (name: string): Buffer =>
      readFileSync(new URL(`../test-fixtures/tls/${name}`, import.meta.url));
    const server = createTlsServer({
      key: fixture('localhost.key.pem'),
      cert: fixture('localhost.cert.pem'),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const error = await errorOf(
      getVersion(createClient({ url, credential: () => Promise.resolve(credential) })),
    );
    server.close();
    assert.equal(error.kind, 'tls');
    assert.match(error.message, /certificate is self-signed/);
  });

  it('never shows a credential', async () => {
    for (const secret of ['two\nlines', '', 'smörgås']) {
      const client = core.client({ credential: () => Promise.resolve({ key: 'k', secret }) });
      const error = await errorOf(getVersion(client));
      assert.equal(error.kind, 'unauthorized');
      assert.ok(secret === '' || !error.message.includes(secret));
    }
    core.reply('*', failure(500, `cannot run: const secret = '${credential.secret}'`));
    const error = await errorOf(getVersion(core.client()));
    assert.equal(error.message, "cannot run: const secret = '…'");
  });

  it('leaves words alone that a wrong secret happens to stand in', async () => {
    core.reply('*', failure(500, 'no more executions'));
    const client = core.client({ credential: () => Promise.resolve({ key: 'x', secret: 'mo' }) });
    assert.equal((await errorOf(getVersion(client))).message, 'no more executions');
  });
});
