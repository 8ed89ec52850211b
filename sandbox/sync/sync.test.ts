import assert from 'node:assert/strict';
import type { JsonObject } from '../json/tree.ts';
import { linesOf, testCore } from '../testing/core.ts';
import { write } from '../write/index.ts';

interface Change {
  readonly target: { readonly type: string };
  readonly data: { readonly type: string; readonly data: JsonObject };
}

const procedure = (name: string, ms = 1) =>
  `[[procedure]]\nname = "${name}"\n[[procedure.config.stage]]\nname = "s"\nexecutions = [{ execution.type = "Sleep", execution.params.duration_ms = ${ms} }]\n`;
const sync = (...config: readonly string[]) =>
  `[[resource_sync]]\nname = "s"\n[resource_sync.config]\n${config.join('\n')}\n`;
const own = (contents: string) => `file_contents = '''\n${contents}'''`;

function coreWith(toml: string) {
  const { core, clock, workspace, start } = testCore(toml);
  const ask = (type: string, params: JsonObject) =>
    write(core, { type, params }, { id: core.users.id });
  const info = () =>
    (ask('RefreshResourceSyncPending', { sync: 's' }) as { info: JsonObject }).info;
  return {
    core,
    workspace,
    ask,
    info,
    pending: () => {
      const { resource_updates, variable_updates } = info() as unknown as {
        resource_updates: Change[];
        variable_updates: Change['data'][];
      };
      return [
        ...resource_updates.map(
          ({ target, data }) => `${data.type} ${target.type} ${nameIn(data)}`,
        ),
        ...variable_updates.map((data) => `${data.type} Variable ${nameIn(data)}`),
      ];
    },
    run: async (params: JsonObject = {}) => {
      const update = start('RunSync', { sync: 's', ...params });
      await clock.advance(10_000);
      return { success: update.success, lines: linesOf(update) };
    },
  };
}

function nameIn({ data }: Change['data']): string {
  const toml = (data.proposed ?? data.current) as string;
  return /^name = "(.*)"$/m.exec(toml)![1]!;
}

describe('a sync with contents of its own', () => {
  it('says what it would make and change, and does it', async () => {
    const contents = `${procedure('a', 2)}${procedure('b')}[[variable]]\nname = "V"\nvalue = "1"\n`;
    const { pending, run, info } = coreWith(
      procedure('a') + sync('include_variables = true', own(contents)),
    );
    assert.deepEqual(pending(), ['Update Procedure a', 'Create Procedure b', 'Create Variable V']);
    const [first] = info().resource_updates as unknown as Change[];
    assert.match(first!.data.data.current as string, /duration_ms = 1,/);
    assert.match(first!.data.data.proposed as string, /duration_ms = 2,/);
    assert.deepEqual(await run(), {
      success: true,
      lines: [
        'Resources added from database file',
        'running updates on Variables',
        "INFO: created variable 'V'",
        'running updates on Procedures',
        "INFO: Procedure 'a' updated",
        "INFO: updated Procedure 'b' meta",
        "INFO: created Procedure 'b'",
      ],
    });
    assert.deepEqual(pending(), []);
    assert.deepEqual((await run()).lines.slice(1), ['nothing to do. exiting.']);
  });

  it('takes away what is not in it, if it may, and leaves what has not its tags', async () => {
    const tagged = procedure('old').replace('name = "old"', '$&\ntags = ["t"]');
    const { pending, run, core } = coreWith(
      tagged + procedure('other') + sync('delete = true', 'match_tags = ["t"]', own('# none\n')),
    );
    assert.deepEqual(pending(), ['Delete Procedure old']);
    await run();
    assert.deepEqual(
      core.resources.list('Procedure').map(({ name }) => name),
      ['other'],
    );
  });

  it('is new at each time where Core writes a name otherwise', () => {
    const stack = (name: string) => `[[stack]]\nname = "${name}"\n`;
    assert.deepEqual(coreWith(stack('my_web') + sync(own(stack('My Web')))).pending(), [
      'Create Stack My Web',
    ]);
  });

  it('shows what names nothing as new, and fails on it', async () => {
    const lost = procedure('lost').replace(
      '"Sleep", execution.params.duration_ms = 1',
      '"RunAction", execution.params.action = "gone"',
    );
    const { pending, run } = coreWith(sync(own(lost)));
    assert.deepEqual(pending(), ['Create Procedure lost']);
    assert.deepEqual(await run(), {
      success: false,
      lines: [
        'Resources added from database file',
        'procedure sync loop exited after max iterations',
      ],
    });
  });

  it('shows the targets of an alerter as the file has them, and as gone where Core finds none of that id', async () => {
    const alerter = `[[alerter]]\nname = "al"\n[alerter.config]\nresources = [{ type = "Server", id = "srv" }]\n`;
    const { run, info } = coreWith(`[[server]]\nname = "srv"\n${sync(own(alerter))}`);
    const text = (target: string) =>
      `[[alerter]]\nname = "al"\n[alerter.config]\nresources = [${target}]`;
    const named = text('\n  { type = "Server", id = "srv" }\n');
    const change = () => (info().resource_updates as unknown as Change[])[0]!.data;
    assert.deepEqual(change(), { type: 'Create', data: { name: 'al', proposed: named } });
    await run();
    const data = { proposed: named, current: text('{ type = "Server" }') };
    assert.deepEqual(change(), { type: 'Update', data });
  });

  it('runs one resource of it', async () => {
    const { run, pending, ask, core } = coreWith(sync(own(procedure('a') + procedure('b'))));
    await run({ resource_type: 'Procedure', resources: ['b'] });
    assert.deepEqual(pending(), ['Create Procedure a']);
    ask('UpdateProcedure', { id: 'b', config: { failure_alert: false } });
    const { $oid } = core.resources.get('Procedure', 'b')._id;
    await run({ resource_type: 'Procedure', resources: [$oid] });
    assert.deepEqual(pending(), ['Create Procedure a']);
  });
});

describe('a sync of files', () => {
  const files = 'repo = "me/infra"\nresource_path = ["test.toml"]';

  it('reads those of the workspace, and makes what was changed since as they say', async () => {
    const { pending, run, ask } = coreWith(procedure('a') + sync(files));
    assert.deepEqual(pending(), []);
    ask('UpdateProcedure', { id: 'a', config: { failure_alert: false } });
    assert.deepEqual(pending(), ['Update Procedure a']);
    assert.deepEqual((await run()).lines, [
      'INFO: reading resources from "test.toml"',
      'INFO: adding resources from test.toml',
      'running updates on Procedures',
      "INFO: Procedure 'a' updated",
    ]);
    assert.deepEqual(pending(), []);
  });

  it('tells what is wrong with one of them, and does not run', async () => {
    const folder = 'repo = "me/infra"\nresource_path = ["all"]';
    const { workspace, info, run } = coreWith(sync(folder));
    workspace.load([
      { path: 'test.toml', text: sync(folder) },
      { path: 'all/bad.toml', text: '[[procedure]]\nname = 5\n' },
    ]);
    const { pending_error, remote_errors } = info() as {
      pending_error: string;
      remote_errors: { path: string; contents: string }[];
    };
    assert.match(pending_error, /Remote resources have errors/);
    const [{ path, contents }] = remote_errors as [(typeof remote_errors)[number]];
    assert.equal(path, 'all');
    assert.match(
      contents.replace(/<[^>]*>/g, ''),
      /^ERROR: failed to read resources from "all\/"\n\nTRACE:\n\t1: failed to parse resource file contents\n\t2: TOML parse error at line 2, column 8\n/,
    );
    assert.match((await run()).lines.at(-1)!, /Found file errors. Cannot execute sync./);
  });

  it('that are elsewhere is simulated', async () => {
    const { pending, run } = coreWith(sync('repo = "me/infra"', 'resource_path = ["elsewhere"]'));
    assert.deepEqual(pending(), []);
    assert.deepEqual(await run(), { success: true, lines: ['simulated: nothing was done to s'] });
  });
});
