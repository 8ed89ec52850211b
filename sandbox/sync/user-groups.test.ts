import assert from 'node:assert/strict';
import type { JsonObject } from '../json/tree.ts';
import { read } from '../read/index.ts';
import { linesOf, testCore } from '../testing/core.ts';
import { write } from '../write/index.ts';

const servers = ['prod-1', 'prod-2', 'test-1']
  .map((name) => `[[server]]\nname = "${name}"\n`)
  .join('');
const sync = '[[resource_sync]]\nname = "s"\n[resource_sync.config]\ninclude_user_groups = true\n';
const group = (...lines: readonly string[]) => `[[user_group]]\n${lines.join('\n')}\n`;

/** What a real Core 2.3.2 says of the same files. */
function coreWith(...files: readonly string[]) {
  const { core, clock, start } = testCore(servers + sync);
  const ask = (type: string, params: JsonObject) =>
    write(core, { type, params }, { id: core.users.id });
  const put = (toml: string, config: JsonObject = {}) =>
    ask('UpdateResourceSync', { id: 's', config: { file_contents: toml, ...config } });
  put(files.join(''));
  return {
    core,
    put,
    pending: () => {
      const { info } = ask('RefreshResourceSyncPending', { sync: 's' }) as { info: JsonObject };
      if (info.pending_error !== null) return [info.pending_error];
      const updates = info.user_group_updates as unknown as {
        type: string;
        data: { proposed?: string; current?: string };
      }[];
      return updates.flatMap(({ type, data: { current, proposed } }) =>
        [type, current, proposed].filter((text) => text !== undefined),
      );
    },
    run: async (params: JsonObject = {}) => {
      const update = start('RunSync', { sync: 's', ...params });
      await clock.advance(10_000);
      return linesOf(update).slice(1);
    },
    groups: () =>
      (read(core, { type: 'ListUserGroups', params: {} }) as JsonObject[]).map(
        ({ name, everyone, users, all }) => [name, everyone, (users as string[]).length, all],
      ),
  };
}

describe('user groups of a sync', () => {
  it('are made, with who is in them and what they may do with each kind', async () => {
    const { pending, run, groups } = coreWith(
      group(
        'name = "devs"',
        'users = ["admin", "nobody"]',
        'all.Server = "Read"',
        'all.Build = { level = "Execute", specific = ["Logs"] }',
        'all.Repo = "None"',
      ),
    );
    const text = (users: string) =>
      `[[user_group]]\nname = "devs"\nusers = ${users}\nall.Build = { level = "Execute", specific = ["Logs"] }\nall.Server = "Read"`;
    assert.deepEqual(pending(), ['Create', text('["admin", "nobody"]')]);
    assert.deepEqual(await run(), [
      'running updates on UserGroups',
      "INFO: created user group 'devs'",
      "INFO: updated user group 'devs' users",
      "INFO: updated user group 'devs' everyone",
      "INFO: updated user group 'devs' base permissions on Build",
      "INFO: updated user group 'devs' base permissions on Repo",
      "INFO: updated user group 'devs' base permissions on Server",
    ]);
    const all = { Build: { level: 'Execute', specific: ['Logs'] }, Repo: 'None', Server: 'Read' };
    assert.deepEqual(groups(), [['devs', false, 1, all]]);
    // Somebody who is not there is left out, and so is missing each time.
    assert.deepEqual(pending(), ['Update', text('["admin"]'), text('["admin", "nobody"]')]);
  });

  it('may do what a pattern picks now, and no more what it does not', async () => {
    const permissions = (...lines: readonly string[]) =>
      group('name = "ops"', `permissions = [${lines.map((line) => `{ ${line} }`).join(', ')}]`);
    const server = (id: string, level: string) =>
      `target.type = "Server", target.id = "${id}", level = "${level}"`;
    const { pending, put, run } = coreWith(
      permissions(
        server('\\\\^prod-.*$\\\\', 'Read'),
        `${server('test-*', 'Write')}, specific = ["Terminal", "Logs"]`,
        server('gone', 'Read'),
        server('', 'Read'),
        server('prod-1', 'None'),
      ),
    );
    assert.deepEqual(await run(), [
      'running updates on UserGroups',
      "INFO: created user group 'ops'",
      "INFO: updated user group 'ops' users",
      "INFO: updated user group 'ops' everyone",
      `INFO: updated user group 'ops' permissions | target: Server("prod-1") | level: Read | specific: `,
      `INFO: updated user group 'ops' permissions | target: Server("prod-2") | level: Read | specific: `,
      `INFO: updated user group 'ops' permissions | target: Server("test-1") | level: Write | specific: Terminal, Logs`,
    ]);
    assert.deepEqual(pending(), []);
    put(permissions(server('prod-*', 'Write')));
    assert.deepEqual(await run(), [
      'running updates on UserGroups',
      `INFO: updated user group 'ops' permissions | target: Server("prod-1") | level: Write | specific: `,
      `INFO: updated user group 'ops' permissions | target: Server("prod-2") | level: Write | specific: `,
      `INFO: updated user group 'ops' permissions | target: Server("test-1") | level: None | specific: `,
    ]);
    assert.deepEqual(pending(), []);
  });

  it('stop all of the sync where a pattern cannot be read', async () => {
    const { pending, run } = coreWith(
      group(
        'name = "ops"',
        'permissions = [{ target.type = "Server", target.id = "\\\\(\\\\", level = "Read" }]',
      ),
      '[[stack]]\nname = "web"\n',
    );
    const [error] = pending();
    assert.match(
      (error as string).replace(/<[^>]*>/g, ''),
      /^ERROR: failed to expand user group ops permissions\n\nTRACE:\n\t1: invalid regex. got: \(/,
    );
    assert.match((await run())[0]!, /^ERROR: Failed to expand user group ops permissions/);
  });

  it('are taken away where the sync may, and left alone where one resource is run', async () => {
    const { put, pending, run, groups } = coreWith(group('name = "ops"', 'everyone = true'));
    assert.deepEqual(await run({ resource_type: 'Stack', resources: ['web'] }), [
      'nothing to do. exiting.',
    ]);
    await run();
    assert.deepEqual(groups(), [['ops', true, 0, {}]]);
    put('# none\n', { delete: true, include_resources: false });
    assert.deepEqual(pending(), ['Delete', '[[user_group]]\nname = "ops"\neveryone = true']);
    assert.deepEqual(await run(), [
      'running updates on UserGroups',
      "INFO: deleted user group 'ops'",
    ]);
  });

  it('of the workspace are there, and in what is exported', () => {
    const { core } = testCore(
      servers +
        group(
          'name = "ops"',
          'permissions = [{ target.type = "Server", target.id = "prod-*", level = "Read" }]',
        ),
    );
    const params = { include_resources: false, include_user_groups: true };
    const { toml } = read(core, { type: 'ExportAllResourcesToToml', params }) as { toml: string };
    assert.equal(
      toml,
      '[[user_group]]\nname = "ops"\npermissions = [\n  { target.type = "Server", target.id = "prod-1", level = "Read" },\n  { target.type = "Server", target.id = "prod-2", level = "Read" }\n]',
    );
  });
});
