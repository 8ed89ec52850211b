import assert from 'node:assert/strict';
import { createClient, type Client } from '../api/index.ts';
import { engine } from '../komodo/patterns/testing/engine.ts';
import { startSandbox, type Sandbox } from '../sandbox/index.ts';
import { openGateway, type Gateway } from './gateway.ts';
import { changesInWords } from './wouldChange.ts';

const text = `
[[variable]]
name = "TAG"
value = "1.2"

[[server]]
name = "north"

[[build]]
name = "web"
tags = ["shop"]
config.version = "1.0.0"
config.branch = "main"

[[build]]
name = "api"
config.branch = "main"
`;

describe('a Core that a script sees through a gateway', function () {
  this.timeout(20_000);
  let sandbox: Sandbox;
  let core: Client;
  let gateway: Gateway;
  /** As the script has it. */
  let komodo: Client;
  before(async () => {
    sandbox = await startSandbox({ files: [{ path: 'a.toml', text }], regexEngine: engine });
    const { key, secret } = sandbox;
    core = createClient({ url: sandbox.url, credential: () => Promise.resolve({ key, secret }) });
  });
  after(() => sandbox.close());
  beforeEach(async () => {
    gateway = await openGateway({ core, version: '2.3.2', library: '', regexEngine: engine });
    const { url, key } = gateway;
    komodo = createClient({ url, credential: () => Promise.resolve(key) });
  });
  afterEach(async () => {
    gateway.close();
    const names = async () => (await core.read('ListBuilds', {})).map(({ name }) => name);
    assert.deepEqual(await names(), ['api', 'web']);
  });

  const builds = async (query = {}) =>
    (await komodo.read('ListBuilds', { query })).map(({ name }) => name);
  const words = () => changesInWords(gateway.changes);

  it('has what the script would have created, in lists too', async () => {
    const made = await komodo.write('CreateBuild', { name: 'Db Two', config: { branch: 'dev' } });
    // Core rewrites the names of builds, and a new one has all fields.
    assert.deepEqual([made.name, made.config?.git_provider], ['db_two', 'github.com']);
    assert.deepEqual(await builds(), ['api', 'db_two', 'web']);
    assert.deepEqual(await builds({ terms: ['DB'] }), ['db_two']);
    assert.deepEqual(await builds({ tags: ['shop'] }), ['web']);
    const [first] = await komodo.read('ListBuilds', { query: { names: ['db_two'] } });
    assert.deepEqual([first!.info.branch, first!.info.state], ['dev', 'Unknown']);
    const full = await komodo.read('ListFullBuilds', {});
    assert.equal(full[1]!.config!.branch, 'dev');
    assert.deepEqual(words(), ['CreateBuild Db Two', '+   branch = "dev"', '    would be created']);
  });

  it('has what it would have changed, in lists too', async () => {
    const config = { version: '1.2.3' as never, branch: 'dev' };
    const { config: now } = await komodo.write('UpdateBuild', { id: 'web', config });
    assert.deepEqual(now!.version, { major: 1, minor: 2, patch: 3 });
    const [web] = await komodo.read('ListBuilds', { query: { names: ['web'] } });
    assert.deepEqual([web!.info.branch, web!.info.version], ['dev', now!.version]);
    assert.deepEqual(words(), [
      'UpdateBuild web',
      '-   version = "1.0.0"',
      '+   version = "1.2.3"',
      '-   branch = "main"',
      '+   branch = "dev"',
    ]);
  });

  it('has nothing of what it would have deleted', async () => {
    await komodo.write('DeleteBuild', { id: 'web' });
    assert.deepEqual(await builds(), ['api']);
    await assert.rejects(komodo.read('GetBuild', { build: 'web' }), /Did not find any Build/);
    await assert.rejects(komodo.execute('RunBuild', { build: 'web' }), /Did not find any Build/);
    assert.equal((await komodo.write('CreateBuild', { name: 'web' })).config!.branch, 'main');
    assert.deepEqual(words(), [
      'DeleteBuild web',
      '    would be deleted',
      'CreateBuild web',
      '    would be created',
    ]);
    const [{ resource } = assert.fail()] = gateway.changes;
    assert.deepEqual(resource!.before!.tags, ['shop']);
    assert.equal(resource!.after, undefined);
  });

  it('calls it by its new name', async () => {
    const { _id } = await komodo.read('GetBuild', { build: 'web' });
    const update = await komodo.write('RenameBuild', { id: 'web', name: 'site' });
    assert.equal((await komodo.read('GetUpdate', { id: update._id!.$oid })).status, 'Complete');
    assert.deepEqual(await builds(), ['api', 'site']);
    assert.equal((await komodo.read('GetBuild', { build: 'site' }))._id!.$oid, _id!.$oid);
    await assert.rejects(komodo.read('GetBuild', { build: 'web' }), /Did not find any Build/);
    await assert.rejects(
      komodo.write('RenameBuild', { id: 'site', name: 'api' }),
      /a Build “api” already/,
    );
    assert.deepEqual(words(), ['RenameBuild web', '-   name = "web"', '+   name = "site"']);
  });

  it('tells of other tags and descriptions by name, and finds by them', async () => {
    const target = { type: 'Build', id: 'api' } as const;
    await komodo.write('UpdateResourceMeta', { target, tags: ['shop', 'new'], description: 'API' });
    assert.deepEqual(await builds({ tags: ['shop'] }), ['api', 'web']);
    assert.deepEqual(await builds({ tags: ['new'] }), ['api']);
    assert.deepEqual(await builds({ tags: ['new', 'shop'], tag_behavior: 'Any' }), ['api', 'web']);
    assert.deepEqual(
      (await komodo.read('ListTags', {})).map(({ name }) => name),
      ['new', 'shop'],
    );
    assert.deepEqual(words(), [
      'UpdateResourceMeta api',
      '-   description = ""',
      '+   description = "API"',
      '-   tags = []',
      '+   tags = ["shop","new"]',
    ]);
  });

  it('has copies', async () => {
    await komodo.write('CopyBuild', { id: 'web', name: 'web-2' });
    const { config } = await komodo.read('GetBuild', { build: 'web-2' });
    assert.deepEqual(config!.version, { major: 1, minor: 0, patch: 0 });
    assert.deepEqual(words(), ['CopyBuild web', '    would be created as a copy of web']);
  });

  it('has Variables and tags as they would be', async () => {
    await komodo.write('CreateVariable', { name: 'NEW', value: '1' });
    await komodo.write('UpdateVariableValue', { name: 'TAG', value: '1.3' });
    await komodo.write('CreateTag', { name: 'blue' });
    const values = async () =>
      (await komodo.read('ListVariables', {})).map(({ name, value }) => `${name} ${value}`);
    assert.deepEqual(await values(), ['NEW 1', 'TAG 1.3']);
    await komodo.write('DeleteVariable', { name: 'NEW' });
    assert.deepEqual(await values(), ['TAG 1.3']);
    await assert.rejects(komodo.read('GetVariable', { name: 'NEW' }));
    assert.deepEqual(
      (await komodo.read('ListTags', {})).map(({ name }) => name),
      ['blue', 'shop'],
    );
  });

  it('refuses what Core would refuse', async () => {
    await assert.rejects(komodo.write('CreateBuild', { name: 'WEB' }), /a Build “web” already/);
    await assert.rejects(komodo.write('UpdateBuild', { id: 'none', config: {} }), /Did not find/);
    await assert.rejects(komodo.execute('DeployStack', { stack: 'none' }), /Did not find/);
    assert.deepEqual(words(), []);
  });

  it('picks what a batch would be executed for', async () => {
    await komodo.write('CreateBuild', { name: 'web-2' });
    const answers = await komodo.execute('BatchRunBuild', { pattern: 'web*' });
    assert.deepEqual(
      answers.map(({ status }) => status),
      ['Ok', 'Ok'],
    );
    assert.equal(words().at(-1), '    would be executed for web, web-2');
  });

  it('does as it is told in the order of the telling', async () => {
    await Promise.all(
      ['a', 'b', 'c'].map((branch, index) =>
        komodo.write('UpdateBuild', {
          id: 'web',
          config: index === 1 ? { repo: 'x/y' } : { branch },
        }),
      ),
    );
    const { config } = await komodo.read('GetBuild', { build: 'web' });
    assert.deepEqual([config!.branch, config!.repo], ['c', 'x/y']);
  });

  it('says where the Core does not answer', async () => {
    const away = { url: 'http://127.0.0.1:9', credential: core.credential };
    const lost = await openGateway({ core: away, version: '2.3.2', library: '' });
    const { url, key } = lost;
    const client = createClient({ url, credential: () => Promise.resolve(key) });
    await assert.rejects(client.read('ListBuilds', {}), /127\.0\.0\.1:9 can’t be reached/);
    lost.close();
  });
});
