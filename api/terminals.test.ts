import assert from 'node:assert/strict';
import { readTerminals } from './terminals.ts';
import { TestCore } from './testing/testCore.ts';

describe('the terminals of a Core', () => {
  let core: TestCore;
  beforeEach(async () => (core = await new TestCore().start()));
  afterEach(() => core.stop());

  it('are all that it knows of, with names in place of ids', async () => {
    const about = { command: 'bash', stored_size_kb: 0.5, created_at: 1 };
    core.reply('ListTerminals', {
      body: [
        { ...about, name: 'deploy', target: { type: 'Server', params: { server: 'main' } } },
        {
          ...about,
          name: 'sql',
          target: { type: 'Stack', params: { stack: 'web', service: null } },
        },
      ],
    });
    assert.deepEqual(await readTerminals(core.client(), '2.3.2', undefined), [
      { name: 'deploy', command: 'bash', target: 'Server', params: { server: 'main' } },
      { name: 'sql', command: 'bash', target: 'Stack', params: { stack: 'web' } },
    ]);
    assert.deepEqual(core.requests.at(-1)?.params, { use_names: true, limit: 0 });
  });

  it('are those on one server, which Core does not name again', async () => {
    const target = { type: 'Server', params: { server: null } };
    core.reply('ListTerminals', { body: [{ name: 'deploy', command: 'bash', target }] });
    const onMain = [
      { name: 'deploy', command: 'bash', target: 'Server', params: { server: 'main' } },
    ];
    assert.deepEqual(await readTerminals(core.client(), '2.3.2', 'main'), onMain);
    assert.deepEqual(core.requests.at(-1)?.params, {
      target: { type: 'Server', params: { server: 'main' } },
      limit: 0,
    });
    core.reply('ListTerminals', { body: [{ name: 'deploy', command: 'bash' }] });
    assert.deepEqual(await readTerminals(core.client(), '1.19.5', 'main'), onMain);
    const { server, fresh } = core.requests.at(-1)!.params;
    assert.deepEqual({ server, fresh }, { server: 'main', fresh: true });
  });

  it('are not known of all servers before 2.0', async () => {
    assert.deepEqual(await readTerminals(core.client(), '1.19.5', undefined), []);
    assert.equal(core.requests.length, 0);
  });
});
