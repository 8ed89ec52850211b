import assert from 'node:assert/strict';
import { recording } from '../komodo/runs/testing/recording.ts';
import { namesIn, readInventory } from './inventory.ts';
import { failure, TestCore } from './testing/testCore.ts';

describe('the inventory of a Core', () => {
  let core: TestCore;
  beforeEach(async () => (core = await new TestCore().start()));
  afterEach(() => core.stop());

  it('holds the names of every kind, with tags by name', async () => {
    core.reply('ListTags', {
      body: recording('reads-resources').setup.flatMap(({ request, response }) =>
        request?.path === '/write/CreateTag' ? [response!.body] : [],
      ),
    });
    core.reply('ListSecrets', { body: ['FROM_CONFIG'] });
    const inventory = await readInventory(core.client(), 'lab');
    const { resources, ...rest } = inventory;
    assert.deepEqual(rest, {
      source: 'core',
      label: 'lab',
      version: '2.3.2',
      timezone: 'Etc/UTC',
      tags: rest.tags,
      variables: ['RC_A', 'RC_S'],
      secrets: ['FROM_CONFIG'],
    });
    assert.deepEqual(
      Object.entries(resources).map(([kind, items]) => [kind, items.map(({ name }) => name)]),
      [
        ['server', ['w-server', 'w-server-default']],
        ['swarm', ['w-swarm']],
        ['stack', ['w-stack', 'w-stack-default']],
        ['deployment', ['w-deployment', 'w-deployment-build', 'w-deployment-default']],
        ['build', ['w-build', 'w-build-default']],
        ['repo', ['w-repo', 'w-repo-default']],
        ['procedure', ['w-procedure', 'w-procedure-default', 'w-procedure-template']],
        ['action', ['w-action', 'w-action-default']],
        ['builder', ['w-builder-aws', 'w-builder-server', 'w-builder-url']],
        [
          'alerter',
          [
            'w-alerter-custom',
            'w-alerter-discord',
            'w-alerter-ntfy',
            'w-alerter-pushover',
            'w-alerter-slack',
          ],
        ],
        ['resource_sync', ['w-sync', 'w-sync-contents', 'w-sync-files']],
      ],
    );
    const [procedure] = resources.procedure!;
    assert.deepEqual(procedure, {
      name: 'w-procedure',
      id: '6b02d33d81239eed3731e24c',
      tags: ['w-prod', 'w-web'],
      template: false,
      state: 'Ok',
    });
    assert.equal(resources.procedure!.at(-1)!.template, true);
    const lists = core.requests.filter(({ type }) => /^List(?!Tags|Variables)/.test(type));
    assert.ok(lists.every(({ params }) => params.limit === 0));
  });

  it('knows the services of Stacks, and which state is simulated', async () => {
    const stack = (name: string, info: object) => ({
      id: name,
      name,
      tags: [],
      template: false,
      info,
    });
    core.reply('ListStacks', {
      body: [
        stack('a', {
          state: 'running',
          status: 'running(2)',
          services: [{ service: 'web', image: 'x' }, { service: 'db' }],
        }),
        stack('b', { state: 'running', status: 'simulated', services: [] }),
      ],
    });
    const { resources } = await readInventory(core.client(), 'lab');
    assert.deepEqual(
      resources.stack!.map(({ state, services }) => [state, services]),
      [
        ['running', ['web', 'db']],
        ['running (simulated)', undefined],
      ],
    );
  });

  it('names the targets of Updates', async () => {
    const nameOf = namesIn(await readInventory(core.client(), 'lab'));
    assert.equal(nameOf('Procedure', '6b02d33d81239eed3731e24c'), 'w-procedure');
    assert.equal(nameOf('Stack', '6b02d33c81239eed3731e23d'), 'w-stack');
    assert.equal(nameOf('Action', '6b02d33d81239eed3731e24c'), undefined);
  });

  it('leaves out a kind that an older Core does not have', async () => {
    core.reply(
      'ListSwarms',
      failure(
        422,
        'Failed to deserialize the JSON body into the target type: type: unknown variant `ListSwarms`',
      ),
    );
    const { resources } = await readInventory(core.client(), 'old');
    assert.equal(resources.swarm, undefined);
    assert.equal(resources.server!.length, 2);
  });

  it('is whole or not at all', async () => {
    core.reply('ListStacks', failure(500, 'failed to query to db'));
    await assert.rejects(readInventory(core.client(), 'lab'), { kind: 'core' });
  });
});
