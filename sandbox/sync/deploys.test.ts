import assert from 'node:assert/strict';
import type { Core } from '../core.ts';
import type { JsonObject } from '../json/tree.ts';
import { read } from '../read/index.ts';
import { linesOf, testCore, updatesOf } from '../testing/core.ts';
import { write } from '../write/index.ts';

const stack = (name: string, ...lines: readonly string[]) =>
  `[[stack]]\nname = "${name}"\n${lines.join('\n')}\n`;
const deployment = (name: string, ...lines: readonly string[]) =>
  stack(name, ...lines).replace('stack', 'deployment');
const onServer = 'config.server = "srv"';
const deploy = 'deploy = true';

/** Beside a Server: a sync with these contents, and what else is there. */
function coreWith(contents: string, toml = '', config = '') {
  const own = `[[resource_sync]]\nname = "s"\n[resource_sync.config]\n${config}file_contents = '''\n${contents}'''\n`;
  const { core, clock, start } = testCore(
    `[[server]]\nname = "srv"\nconfig.enabled = true\n${toml}${own}`,
  );
  const info = () => {
    const call = { type: 'RefreshResourceSyncPending', params: { sync: 's' } };
    return (write(core, call, { id: core.users.id }) as { info: JsonObject }).info;
  };
  return {
    core,
    info,
    /** Does this to its end. */
    did: async (type: string, params: JsonObject) => {
      start(type, params);
      await clock.advance(60_000);
    },
    pending: () => {
      const deploys = info().pending_deploys as unknown as {
        target: { id: string; type: string };
        reason: string;
        after: { id: string }[];
      }[];
      return deploys.map(
        ({ target, reason, after }) =>
          `${target.type} ${target.id}: ${reason.replace(/<[^>]*>/g, '')}, after [${after.map(({ id }) => id).join()}]`,
      );
    },
    run: async (params: JsonObject = {}) => {
      const update = start('RunSync', { sync: 's', ...params });
      await clock.advance(60_000);
      return {
        status: update.status,
        lines: linesOf(update).filter((line) => /deploy|round|Deploy/.test(line)),
      };
    },
  };
}

const listed = (core: Core) =>
  read(core, { type: 'ListStacks', params: { query: {} } }) as {
    readonly name: string;
    readonly info: JsonObject;
  }[];

// The first three, and what cannot be deployed, as a real Core 2.3.2 answers.
describe('what a sync deploys', () => {
  it('is what is not there yet, after what it waits for', () => {
    const { pending } = coreWith(
      stack('web', deploy, 'after = ["db"]') + stack('db', deploy) + stack('off', 'after = ["db"]'),
    );
    assert.deepEqual(pending(), [
      'Stack web: deploy on creation, after [db]',
      'Stack db: deploy on creation, after []',
    ]);
  });

  it('waits for nothing of the other kind, unless that is there already', () => {
    const { pending } = coreWith(
      deployment('job', deploy, 'after = ["web"]') + stack('web', deploy, 'after = ["job"]'),
    );
    assert.deepEqual(pending().sort(), [
      'Deployment job: deploy on creation, after []',
      'Stack web: deploy on creation, after []',
    ]);
  });

  it('is nothing of which there is no state', () => {
    const known = stack('web', onServer);
    const { pending } = coreWith(stack('web', deploy, onServer), known);
    assert.deepEqual(pending(), []);
  });

  describe('of what was deployed before, by what was simulated', () => {
    const known = stack('web', onServer) + stack('db', onServer) + deployment('job', onServer);
    const whole = (file: string) => coreWith(file, known);
    const changed = 'config.environment = "A = 1"';

    it('is what has changed in its config', async () => {
      const { did, pending } = whole(
        stack('web', deploy, onServer, changed) +
          stack('db', deploy, onServer, 'config.auto_pull = false') +
          deployment('job', deploy, onServer, changed),
      );
      await did('DeployStack', { stack: 'web' });
      await did('DeployStack', { stack: 'db' });
      await did('Deploy', { deployment: 'job' });
      assert.deepEqual(pending(), [
        'Deployment job: deployment config has changed, after []',
        'Stack web: stack config has changed, after []',
      ]);
    });

    it('is what does not run', async () => {
      const { did, pending } = whole(
        stack('web', deploy, onServer) + stack('db', deploy, onServer),
      );
      await did('DeployStack', { stack: 'web' });
      assert.deepEqual(pending(), []);
      await did('StopStack', { stack: 'web' });
      assert.deepEqual(pending(), ['Stack web: stack has stopped state, after []']);
      await did('StartStack', { stack: 'web' });
      assert.deepEqual(pending(), []);
    });

    it('is what waits for another that is deployed', async () => {
      const { did, pending } = whole(
        stack('web', deploy, onServer, 'after = ["db"]') + stack('db', deploy, onServer, changed),
      );
      await did('DeployStack', { stack: 'web' });
      await did('DeployStack', { stack: 'db' });
      assert.deepEqual(pending(), [
        "Stack web: Stack parent dependency 'db' is deploying, after [db]",
        'Stack db: stack config has changed, after []',
      ]);
    });

    it('is not known where they wait for each other', async () => {
      const { did, info } = whole(
        stack('web', deploy, onServer, 'after = ["db"]') +
          stack('db', deploy, onServer, 'after = ["web"]'),
      );
      await did('DeployStack', { stack: 'web' });
      await did('DeployStack', { stack: 'db' });
      const { pending_deploys, pending_deploy_error } = info();
      assert.deepEqual(pending_deploys, []);
      assert.match(pending_deploy_error as string, /Stack 'web' waits for itself/);
    });

    it('stays as it was by what fails, or is for some services', async () => {
      const { core, did } = coreWith('', `${known}tags = ["simulate-failure"]\n`);
      await did('Deploy', { deployment: 'job' });
      await did('DeployStack', { stack: 'web', services: ['a'] });
      const states = ['Deployment', 'Stack'].flatMap((kind) =>
        core.resources.list(kind as 'Stack').map((resource) => core.simulatedStates.of(resource)),
      );
      assert.deepEqual(states, [undefined, undefined, undefined]);
    });

    it('is shown as simulated, and is nothing anew once it is done', async () => {
      const { core, did, run, pending } = whole(stack('web', deploy, onServer, changed));
      await did('DeployStack', { stack: 'web' });
      assert.match(
        (await run()).lines.join('\n'),
        /deployed Stack 'web' in round 1 with reason: stack config has changed/,
      );
      assert.deepEqual(pending(), []);
      const [, web] = listed(core);
      assert.deepEqual(
        [web?.name, web?.info.state, web?.info.status],
        ['web', 'running', 'simulated'],
      );
    });
  });

  it('is deployed in rounds at the end of a run', async () => {
    const { run, core } = coreWith(
      stack('web', deploy, 'after = ["db"]', onServer) + stack('db', deploy, onServer),
    );
    assert.deepEqual(await run(), {
      status: 'Complete',
      lines: [
        'INFO: running executions to sync deployment / stack state',
        "INFO: deployed Stack 'db' in round 1 with reason: deploy on creation",
        "INFO: deployed Stack 'web' in round 2 with reason: deploy on creation",
        'INFO: finished after 2 rounds',
      ],
    });
    const [db, web] = updatesOf(core, 'DeployStack');
    assert.ok(db!.end_ts! + 1000 <= web!.start_ts);
  });

  it('ends the run where it cannot be deployed', async () => {
    const { run, core } = coreWith(stack('web', deploy, 'after = ["db"]') + stack('db', deploy));
    assert.deepEqual((await run()).lines.slice(1), [
      "ERROR: failed to deploy Stack 'db' in round 1 | Must attach either swarm or server",
      'INFO: exited in round 1 with errors',
    ]);
    assert.deepEqual(
      updatesOf(core, 'DeployStack').map(({ status }) => status),
      ['InProgress'],
    );
  });

  it('is also what is there, if the run is for others', async () => {
    const known = stack('a', onServer) + stack('b', onServer);
    const { run } = coreWith(stack('a', deploy, onServer) + stack('b', onServer), known);
    const { lines } = await run({ resource_type: 'Stack', resources: ['b'] });
    assert.match(lines[1]!, /deployed Stack 'a' in round 1 with reason: deploy on creation/);
  });

  it('never ends where all wait for each other', async () => {
    const { run } = coreWith(
      stack('a', deploy, 'after = ["b"]') + stack('b', deploy, 'after = ["a"]'),
    );
    assert.equal((await run()).status, 'InProgress');
  });
});
