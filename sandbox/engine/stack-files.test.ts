import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { engine } from '../../komodo/patterns/testing/engine.ts';
import { newCore } from '../new-core.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { linesOf, updatesOf } from '../testing/core.ts';
import { Workspace } from '../workspace/index.ts';
import { withDefaults } from './defaults.ts';
import { start } from './run.ts';

const stack = (name: string, ...config: string[]) =>
  `[[stack]]\nname = "${name}"\n[stack.config]\nserver = "s"\n${config.join('\n')}\n`;

const deploy = '{ execution.type = "DeployStackIfChanged", execution.params.stack = "web" }';

/** A Procedure that deploys the Stack `web` if it has changed, over files that a test changes. */
function deploying(web: string) {
  const files = new Map<string, string>();
  const clock = new ManualClock(Date.UTC(2026, 10, 22));
  const textOfFile = (path: string) => files.get(path);
  const core = newCore({ clock, random: randomBytes, regexEngine: engine, textOfFile });
  const procedure = `[[procedure]]\nname = "p"\n[[procedure.config.stage]]\nname = "one"\nexecutions = [${deploy}]\n`;
  const workspace = new Workspace(core);
  const load = (text: string) =>
    workspace.load([
      {
        path: 'a.toml',
        text: `[[server]]\nname = "s"\nconfig.enabled = true\n${text}${procedure}`,
      },
    ]);
  assert.deepEqual(load(web), []);
  const execute = async (type: string, params: object) => {
    const update = start(
      core,
      { type, params: withDefaults(core, type, { ...params }) },
      core.users.id,
    );
    await clock.advance(20_000);
    return update;
  };
  return {
    files,
    load,
    core,
    execute,
    /** Runs the Procedure: the Updates that it makes, each with the services it is for. */
    run: async () => {
      const before = new Set(core.updates.page({}, 0).updates.map(({ id }) => id));
      const update = await execute('RunProcedure', { procedure: 'p' });
      assert.equal(linesOf(update).at(-1), 'INFO: The procedure has completed with no errors');
      const { updates } = core.updates.page({}, 0);
      return updates
        .filter(({ id, operation }) => !before.has(id) && operation !== 'RunProcedure')
        .map(({ operation }) => operation)
        .reverse();
    },
  };
}

describe('DeployStackIfChanged in the sandbox', () => {
  it('deploys once what has its compose file in its config, as Core does', async () => {
    const { run, load } = deploying(stack('web', 'file_contents = "services: {}"'));
    assert.deepEqual(await run(), ['DeployStack']);
    load(stack('web', 'file_contents = "services: { app: {} }"'));
    // Core leaves no Update of it.
    assert.deepEqual(await run(), []);
  });

  it('deploys again when a file of the workspace has changed', async () => {
    const { run, files } = deploying(
      stack(
        'web',
        'files_on_host = true',
        'run_directory = "stacks/web"',
        'additional_env_files = ["a.env"]',
      ),
    );
    files.set('stacks/web/compose.yaml', 'services: {}');
    assert.deepEqual(await run(), ['DeployStack']);
    assert.deepEqual(await run(), []);
    files.set('stacks/web/compose.yaml', 'services: { app: {} }');
    assert.deepEqual(await run(), ['DeployStack']);
    files.set('stacks/web/a.env', 'A=1');
    assert.deepEqual(await run(), ['DeployStack']);
    assert.deepEqual(await run(), []);
  });

  it('does for the other files what they ask for', async () => {
    const { run, files, core } = deploying(
      stack(
        'web',
        'repo = "me/infra"',
        'file_paths = ["web.yaml"]',
        'config_files = [',
        '  { path = "nginx.conf", requires = "Restart", services = ["proxy"] },',
        '  { path = "app.conf", requires = "Redeploy", services = ["app"] },',
        '  { path = "note.txt" },',
        ']',
      ),
    );
    const change = (path: string) => files.set(path, `${files.get(path)}.`);
    for (const path of ['web.yaml', 'nginx.conf', 'app.conf', 'note.txt']) change(path);
    assert.deepEqual(await run(), ['DeployStack']);
    change('note.txt');
    assert.deepEqual(await run(), []);
    change('nginx.conf');
    assert.deepEqual(await run(), ['RestartStackService']);
    assert.match(linesOf(updatesOf(core, 'RestartStackService')[0]!)[0]!, /^simulated: /);
    assert.deepEqual(await run(), []);
    change('nginx.conf');
    change('app.conf');
    assert.deepEqual(await run(), ['DeployStackService', 'RestartStackService']);
    assert.deepEqual(await run(), []);
  });

  it('takes what another execution has deployed for deployed', async () => {
    const { run, execute } = deploying(stack('web', 'file_contents = "services: {}"'));
    await execute('DeployStack', { stack: 'web' });
    assert.deepEqual(await run(), []);
    await execute('DestroyStack', { stack: 'web' });
    // Core forgets nothing of it.
    assert.deepEqual(await run(), []);
  });
});
