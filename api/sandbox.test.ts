import assert from 'node:assert/strict';
import { hasEnded } from '../komodo/runs/index.ts';
import type { Run } from '../komodo/runs/index.ts';
import { outline } from '../komodo/runs/testing/recording.ts';
import { engine } from '../komodo/patterns/testing/engine.ts';
import { startSandbox } from '../sandbox/index.ts';
import type { Sandbox } from '../sandbox/index.ts';
import {
  createClient,
  namesIn,
  openUpdates,
  readInventory,
  testConnection,
  watchRun,
} from './index.ts';
import type { Client, LiveUpdates } from './index.ts';
import { until } from './testing/until.ts';

const files = [
  {
    path: 'procedures.toml',
    text: `
[[procedure]]
name = "release"
tags = ["prod"]

[[procedure.config.stage]]
name = "Prepare"
executions = [
  { execution.type = "RunProcedure", execution.params.procedure = "checks" },
  { execution.type = "Sleep", execution.params.duration_ms = 40 },
]

[[procedure.config.stage]]
name = "Not today"
enabled = false
executions = [{ execution.type = "Sleep", execution.params.duration_ms = 1 }]

[[procedure.config.stage]]
name = "Deploy"
executions = [{ execution.type = "BatchDeployStack", execution.params.pattern = "web-*" }]

[[procedure]]
name = "checks"

[[procedure.config.stage]]
name = "Look"
executions = [{ execution.type = "Sleep", execution.params.duration_ms = 120 }]

[[procedure]]
name = "slow"

[[procedure.config.stage]]
name = "One"
executions = [{ execution.type = "Sleep", execution.params.duration_ms = 400 }]

[[procedure.config.stage]]
name = "Two"
executions = [{ execution.type = "Sleep", execution.params.duration_ms = 60000 }]

[[server]]
name = "host"
[server.config]
address = "127.0.0.1"
enabled = true

[[stack]]
name = "web-front"
[stack.config]
server = "host"

[[stack]]
name = "web-back"
[stack.config]
server = "host"

[[stack]]
name = "db"
[stack.config]
server = "host"
`,
  },
];

describe('runs on the sandbox, from here', () => {
  let sandbox: Sandbox;
  let client: Client;
  let live: LiveUpdates;
  const { signal } = new AbortController();

  before(async () => {
    sandbox = await startSandbox({ files, regexEngine: engine });
    assert.deepEqual(sandbox.problems, []);
    const { key, secret } = sandbox;
    client = createClient({ url: sandbox.url, credential: () => Promise.resolve({ key, secret }) });
    live = openUpdates(client);
    await until(() => live.state.status === 'live');
  });
  after(async () => {
    live.close();
    await sandbox.close();
  });

  const start = async (procedure: string): Promise<string> =>
    (await client.execute('RunProcedure', { procedure }))._id!.$oid;

  it('connects', async () => {
    const { fit, user } = await testConnection(client);
    assert.deepEqual([fit, user.admin], ['known', true]);
  });

  it('reads what the files hold', async () => {
    const inventory = await readInventory(client, 'Sandbox', 'sandbox');
    assert.deepEqual(
      inventory.resources.stack?.map(({ name }) => name),
      ['db', 'web-back', 'web-front'],
    );
    assert.deepEqual(inventory.resources.procedure?.find(({ name }) => name === 'release')?.tags, [
      'prod',
    ]);
  });

  it('follows a nested Procedure live', async () => {
    const nameOf = namesIn(await readInventory(client, 'Sandbox', 'sandbox'));
    const trees: Run[] = [];
    const run = await watchRun(
      client,
      live,
      await start('release'),
      (tree) => trees.push(tree),
      signal,
      { nameOf },
    );
    assert.deepEqual(outline(run), [
      'ok RunProcedure release',
      "  ok stage 'Prepare'",
      '    ok RunProcedure checks',
      '      ok RunProcedure checks',
      "        ok stage 'Look'",
      '          ok Sleep duration_ms: 120',
      '    ok Sleep duration_ms: 40',
      "  skipped stage 'Not today'",
      '    skipped Sleep duration_ms: 1',
      "  ok stage 'Deploy'",
      '    ok DeployStack web-back',
      '      ok DeployStack web-back',
      '    ok DeployStack web-front',
      '      ok DeployStack web-front',
    ]);
    const during = trees
      .filter(({ status }) => !hasEnded(status))
      .map((tree) => outline(tree).join('\n'));
    assert.ok(
      during.some((tree) => tree.includes("running stage 'Look'")),
      'the child is seen while it runs',
    );
    assert.ok(
      during.some((tree) => tree.includes("waiting stage 'Deploy'")),
      'so is what is to come',
    );
    assert.ok(
      during.some((tree) => /ok Sleep duration_ms: 40[^]*waiting stage/.test(tree)),
      'and what is done',
    );
  });

  it('cancels another after its stage', async () => {
    const trees: Run[] = [];
    const end = watchRun(client, live, await start('slow'), (tree) => trees.push(tree), signal);
    await until(() => trees.at(-1)?.stages[0]?.status === 'running');
    const cancel = await client.execute('CancelProcedure', { procedure: 'slow' });
    const cancelled = await watchRun(client, live, cancel._id!.$oid, () => undefined, signal);
    assert.equal(cancelled.status, 'ok');
    assert.deepEqual(outline(await end), [
      'cancelled RunProcedure slow',
      "  ok stage 'One'",
      '    ok Sleep duration_ms: 400',
      "  not-run stage 'Two'",
      '    not-run Sleep duration_ms: 60000',
    ]);
  });

  it('says why nothing can be started', async () => {
    await assert.rejects(client.execute('RunProcedure', { procedure: 'no-such' }), {
      kind: 'not-found',
      message: 'Did not find any Procedure matching no-such',
    });
  });
});
