import assert from 'node:assert/strict';
import type { JsonObject } from '../json/tree.ts';
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
  return {
    core,
    pending: () => {
      const call = { type: 'RefreshResourceSyncPending', params: { sync: 's' } };
      const { info } = write(core, call, { id: core.users.id }) as { info: JsonObject };
      const deploys = info.pending_deploys as unknown as {
        target: { id: string; type: string };
        reason: string;
        after: { id: string }[];
      }[];
      return deploys.map(
        ({ target, reason, after }) =>
          `${target.type} ${target.id}: ${reason}, after [${after.map(({ id }) => id).join()}]`,
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
