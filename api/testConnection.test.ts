import assert from 'node:assert/strict';
import { createClient } from './client.ts';
import { credential, failure, TestCore } from './testing/testCore.ts';
import { testConnection } from './testConnection.ts';

describe('testing a connection', () => {
  let core: TestCore;
  beforeEach(async () => (core = await new TestCore().start()));
  afterEach(() => core.stop());

  it('says who answers', async () => {
    assert.deepEqual(await testConnection(core.client()), {
      version: '2.3.2',
      fit: 'known',
      title: 'Komodo',
      timezone: 'Etc/UTC',
      user: { name: 'admin', admin: true },
    });
  });

  it('takes a Komodo 1.x, which has another request for the user and no time zone', async () => {
    core.reply('GetVersion', { body: { version: '1.19.1' } });
    core.reply('GetCoreInfo', { body: { title: 'Old one' } });
    core.reply('/user', { headers: { 'content-type': 'text/html' }, body: '<!doctype html>' });
    core.reply('GetUser', { body: { username: 'admin', admin: true } });
    const connection = await testConnection(core.client());
    assert.deepEqual(connection, {
      version: '1.19.1',
      fit: 'known',
      title: 'Old one',
      user: { name: 'admin', admin: true },
    });
    assert.equal(core.requests.at(-1)!.path, '/auth');
  });

  it('knows what is too old or newer', async () => {
    const fitOf = async (version: string): Promise<string> => {
      core.reply('GetVersion', { body: { version } });
      return testConnection(core.client()).then(
        ({ fit }) => fit,
        (error: unknown) => (error as Error).message,
      );
    };
    assert.equal(await fitOf('1.18.0'), 'known');
    assert.equal(await fitOf('2.3.9'), 'known');
    assert.equal(await fitOf('2.4.0'), 'newer');
    assert.equal(await fitOf('3.0.0-dev-1'), 'newer');
    assert.equal(await fitOf('1.17.5'), 'This is Komodo 1.17.5; it takes 1.18 or newer.');
    assert.equal(await fitOf('what'), 'This is Komodo what; it takes 1.18 or newer.');
  });

  it('names the fault', async () => {
    const faults: [string, Parameters<TestCore['reply']>[1]][] = [
      ['unauthorized', failure(401, 'Invalid user credentials | You have 4 attempts remaining')],
      ['rate-limited', failure(429, 'Too many attempts | Try again in 14s')],
      ['not-komodo', { body: '<html></html>' }],
      ['not-komodo', { body: { hello: 'world' } }],
      ['unavailable', { status: 503, body: '' }],
      ['timeout', () => undefined],
    ];
    for (const [kind, reply] of faults) {
      core.reply('*', reply);
      await assert.rejects(testConnection(core.client({ timeoutMs: 100 })), {
        name: 'CoreError',
        kind,
      });
    }
    await core.stop();
    await assert.rejects(testConnection(core.client()), { kind: 'refused' });
    const url = core.url.replace('http:', 'https:');
    const secure = createClient({ url, credential: () => Promise.resolve(credential) });
    await assert.rejects(testConnection(secure), { kind: 'refused' });
    await core.start();
    await assert.rejects(testConnection(secure), { kind: 'tls' });
  });
});
