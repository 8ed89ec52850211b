import assert from 'node:assert/strict';
import { linesOf, testCore, updatesOf } from '../testing/core.ts';

/** A Procedure in a resource file: each stage is a list of executions. */
function procedure(name: string, ...stages: string[][]): string {
  const blocks = stages.map(
    (executions, index) =>
      `[[procedure.config.stage]]\nname = "${index + 1}"\nexecutions = [${executions.join(', ')}]`,
  );
  return [`[[procedure]]\nname = "${name}"`, ...blocks].join('\n');
}
const nap = (ms: number) => `{ execution.type = "Sleep", execution.params.duration_ms = ${ms} }`;
const run = (name: string) =>
  `{ execution.type = "RunProcedure", execution.params.procedure = "${name}" }`;
const deploy = (stack: string) =>
  `{ execution.type = "DeployStack", execution.params.stack = "${stack}" }`;
const host = `[[server]]\nname = "host"\nconfig.enabled = true\n`;
const stack = (name: string, tags = '[]') =>
  `[[stack]]\nname = "${name}"\ntags = ${tags}\nconfig.server = "host"\n`;

describe('a run of a Procedure', () => {
  it('goes through its stages in order, each as long as its slowest execution', async () => {
    const { clock, start } = testCore(procedure('p', [nap(100), nap(300)], [nap(50)]));
    const update = start('RunProcedure', { procedure: 'p' });
    assert.deepEqual(update.logs, []);
    await clock.advance(0);
    assert.deepEqual(linesOf(update), [
      "INFO: executing procedure 'p'",
      "INFO: Executing stage: '1'",
      'INFO: Executing: Sleep(Sleep { duration_ms: 100 })',
      'INFO: Executing: Sleep(Sleep { duration_ms: 300 })',
    ]);
    await clock.advance(299);
    assert.equal(
      linesOf(update).at(-1),
      'INFO: Finished execution in …: Sleep(Sleep { duration_ms: 100 })',
    );
    await clock.advance(1);
    assert.equal(linesOf(update).at(-1), 'INFO: Executing: Sleep(Sleep { duration_ms: 50 })');
    await clock.advance(50);
    assert.equal(linesOf(update).at(-1), 'INFO: The procedure has completed with no errors');
    assert.equal(update.end_ts! - update.start_ts, 350);
    assert.equal(update.status, 'Complete');
  });

  it('tells a frame for each line, and one for the end', async () => {
    const { core, clock, start } = testCore(procedure('p', [nap(10)]));
    const frames: string[] = [];
    core.updates.listen(({ status }) => frames.push(status));
    start('RunProcedure', { procedure: 'p' });
    await clock.advance(10);
    assert.deepEqual(frames, [...Array<string>(5).fill('InProgress'), 'Complete']);
  });

  it('stops after the stage that fails, with the first failure in its order', async () => {
    const tagged = stack('bad', '["simulate-failure"]') + stack('worse', '["simulate-failure"]');
    const toml = host + tagged + procedure('p', [deploy('bad'), deploy('worse')], [nap(10)]);
    const { core, clock, start } = testCore(toml);
    const update = start('RunProcedure', { procedure: 'p' });
    await clock.advance(10_000);
    const [bad, worse] = updatesOf(core, 'DeployStack');
    assert.deepEqual([bad!.success, worse!.success, update.success], [false, false, false]);
    const id = bad!.target.id;
    assert.deepEqual(
      linesOf(update).slice(-4),
      [
        "ERROR: Failed stage '1' execution after …",
        '',
        'TRACE:',
        `\t1: ERROR: Failed on DeployStack(DeployStack { stack: "${id}", services: [], stop_time: None })`,
        `\t2: ERROR: Execution not successful, see update: 'http://core/updates/${bad!._id.$oid}'`,
      ].slice(-4),
    );
  });

  it('makes an Update of its own for what it starts, by the user Procedure', async () => {
    const toml = procedure('child', [nap(20)]) + '\n' + procedure('parent', [run('child')]);
    const { core, clock, start } = testCore(toml);
    start('RunProcedure', { procedure: 'parent' });
    await clock.advance(20);
    const [, child] = updatesOf(core, 'RunProcedure');
    assert.equal(child!.operator, '000000000000000000000001');
    assert.equal(child!.status, 'Complete');
  });

  it('expands a batch where it stands, in the order of names', async () => {
    const batch =
      '{ execution.type = "BatchDeployStack", execution.params.pattern = "shop-*, blog" }';
    const stacks = ['shop-web', 'shop-api', 'blog', 'other'].map((name) => stack(name)).join('');
    const { clock, start } = testCore(host + stacks + procedure('p', [nap(1), batch]));
    const update = start('RunProcedure', { procedure: 'p' });
    await clock.advance(0);
    const shown = linesOf(update)
      .slice(2)
      .map((line) => /stack: "([^"]*)"/.exec(line)?.[1]);
    assert.deepEqual(shown, [undefined, 'blog', 'shop-api', 'shop-web']);
  });

  it('lets only one operation work on a stack at a time', async () => {
    const toml = host + stack('web') + procedure('p', [deploy('web'), deploy('web')]);
    const { core, clock, start } = testCore(toml);
    start('RunProcedure', { procedure: 'p' });
    await clock.advance(10_000);
    const [first, second] = updatesOf(core, 'DeployStack');
    assert.equal(first!.success, true);
    assert.match(linesOf(second!).join('\n'), /Failed at DeployStack[^]*Resource is busy/);
  });

  it('is cancelled between stages, and by the id of its Update only if that is its own', async () => {
    const { clock, start } = testCore(procedure('p', [nap(100)], [nap(100)]));
    const update = start('RunProcedure', { procedure: 'p' });
    await clock.advance(50);
    const other = start('CancelProcedure', { procedure: 'p', update_id: '0'.repeat(24) });
    const own = start('CancelProcedure', { procedure: 'p', update_id: update._id.$oid });
    await clock.advance(50);
    assert.deepEqual([other.success, own.success], [false, true]);
    assert.deepEqual(linesOf(update).slice(-2), [
      "ERROR: Cancelled before stage: '2'",
      'ERROR: Procedure cancelled before completion',
    ]);
  });

  it('never ends when it sleeps for less than nothing, as with Core', async () => {
    const { core, clock, start } = testCore(procedure('p', [nap(-1)]));
    const update = start('RunProcedure', { procedure: 'p' });
    await clock.advance(1e12);
    assert.equal(update.status, 'InProgress');
    assert.equal(core.runs.isBusy(update.target.id), true);
  });
});

describe('what the sandbox cannot do', () => {
  it('is simulated step by step, and says so in every log', async () => {
    const { core, clock, start } = testCore(host + stack('web'));
    const grown: number[] = [];
    core.updates.listen(({ id }) => grown.push(core.updates.get(id)!.logs.length));
    const update = start('DeployStack', { stack: 'web' });
    await clock.advance(10_000);
    assert.deepEqual(grown, [0, 1, 2, 3]);
    assert.deepEqual(
      update.logs.map(({ stage, stdout }) => [stage, stdout]),
      ['Compose Config', 'Compose Pull', 'Compose Up'].map((stage) => [
        stage,
        'simulated: nothing was done to web',
      ]),
    );
    assert.equal(update.success, true);
  });

  it('fails where Core would have found it to be impossible', async () => {
    const toml = `
      [[server]]
      name = "off"
      [[stack]]
      name = "homeless"
      [[stack]]
      name = "unreachable"
      config.server = "off"
      [[build]]
      name = "b"
      [[repo]]
      name = "r"
      [[repo]]
      name = "r-off"
      config.server = "off"`;
    const { clock, start } = testCore(toml);
    const updates = [
      start('DeployStack', { stack: 'homeless' }),
      start('StartStack', { stack: 'homeless' }),
      start('DeployStack', { stack: 'unreachable' }),
      start('RunBuild', { build: 'b' }),
      start('PullRepo', { repo: 'r' }),
      start('CloneRepo', { repo: 'r-off' }),
      start('PruneImages', { server: 'off' }),
      start('CancelBuild', { build: 'b' }),
      start('SendAlert', { message: 'hello' }),
    ];
    await clock.advance(10_000);
    assert.deepEqual(
      updates.map((update) => linesOf(update)[0]),
      [
        'ERROR: Must attach either swarm or server',
        'ERROR: Compose executions (Start, Stop, Restart) should not be called for Stack in Swarm Mode',
        'ERROR: Cannot send command when Server is unreachable or disabled',
        'ERROR: Must attach builder to RunBuild',
        'ERROR: repo has no server attached',
        'ERROR: server not enabled',
        'ERROR: server not enabled',
        'ERROR: Build is not building.',
        'ERROR: Could not find any valid alerters to send to, this required Execute permissions on the Alerter',
      ],
    );
  });

  it('loses the reason and the Update of a DeployStackIfChanged that can not begin', async () => {
    const execution =
      '{ execution.type = "DeployStackIfChanged", execution.params.stack = "homeless" }';
    const toml = `[[stack]]\nname = "homeless"\n${procedure('p', [execution])}`;
    const { core, clock, start } = testCore(toml);
    const update = start('RunProcedure', { procedure: 'p' });
    await clock.advance(10_000);
    const [lost] = updatesOf(core, 'DeployStack');
    assert.deepEqual([lost!.status, lost!.success, lost!.logs], ['InProgress', true, []]);
    assert.equal(linesOf(update).at(-3), '\t2: Failed to query to db');
  });

  it('commits no sync that gets its files from elsewhere', async () => {
    const syncs = `
      [[resource_sync]]
      name = "fresh"
      [[resource_sync]]
      name = "git"
      config.repo = "me/it"
    `;
    const commit = (name: string) =>
      `{ execution.type = "CommitSync", execution.params.sync = "${name}" }`;
    const { core, clock, start } = testCore(
      syncs + procedure('p', [commit('fresh')], [commit('git')]),
    );
    const update = start('RunProcedure', { procedure: 'p' });
    await clock.advance(10_000);
    assert.deepEqual(updatesOf(core, 'CommitSync').length, 1);
    assert.deepEqual(linesOf(update).slice(-2), [
      '\t2: Failed at CommitSync',
      "\t3: Cannot commit to sync. Enabled 'managed' mode.",
    ]);
  });

  it('counts Actions that run, and cancels the last one', async () => {
    const { core, clock, start } = testCore('[[action]]\nname = "a"');
    const [first, second] = [
      start('RunAction', { action: 'a' }),
      start('RunAction', { action: 'a' }),
    ];
    await clock.advance(100);
    assert.equal(core.runs.of(first.target.id).length, 2);
    start('CancelAction', { action: 'a' });
    await clock.advance(0);
    assert.deepEqual(linesOf(second), ['Command cancelled (process group killed)']);
    await clock.advance(10_000);
    assert.equal(first.success, true);
    assert.match(linesOf(first)[0]!, /^simulated: the sandbox does not run scripts/);
  });

  it('tells an Action’s ARGS: its own, with those of the run', async () => {
    const { clock, start } = testCore(
      '[[action]]\nname = "a"\nconfig.arguments_format = "json"\nconfig.arguments = \'{"limit": 80, "app": "web"}\'',
    );
    const update = start('RunAction', { action: 'a', args: { limit: 95 } });
    await clock.advance(10_000);
    assert.equal(linesOf(update)[1], 'ARGS: {"limit":95,"app":"web"}');
  });
});
