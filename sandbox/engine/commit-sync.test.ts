import assert from 'node:assert/strict';
import { textOf } from '../json/tree.ts';
import { write } from '../write/index.ts';
import { testCore } from '../testing/core.ts';
import type { Update } from '../wire.ts';

/** As Core 2.3.2 wrote it in the recording `sync-managed`. */
const procedure = `[[procedure]]
name = "sm-p"
description = "edited"
tags = ["sm-tag"]
config.failure_alert = false

[[procedure.config.stage]]
name = "One"
enabled = true
executions = [
  { execution.type = "Sleep", execution.params.duration_ms = 6, enabled = true }
]`;

const other = `
[[procedure]]
name = "not-tagged"
`;

function sync(config: string): string {
  return `
[[resource_sync]]
name = "s"
[resource_sync.config]
match_tags = ["sm-tag"]
${config}
`;
}

function coreWith(config: string, more = '') {
  const { core } = testCore(procedure + other + more + sync(config));
  const commit = () =>
    write(core, { type: 'CommitSync', params: { sync: 's' } }, { id: core.users.id }) as Update;
  const contents = () => textOf(core.resources.get('ResourceSync', 's').config.file_contents);
  return { commit, contents };
}

const said = ({ logs }: Update) => logs.map(({ stage, stdout }) => [stage, stdout]);

describe('CommitSync', () => {
  it('writes what there is into the contents of the sync', () => {
    const { commit, contents } = coreWith('managed = true');
    assert.deepEqual(said(commit()), [['Resources', procedure]]);
    assert.equal(contents(), `${procedure}\n`);
    commit();
    assert.equal(contents(), `${procedure}\n`);
  });

  it('is refused the second time, unless the sync is managed: then it has contents', () => {
    const { commit, contents } = coreWith('file_contents = "# nothing yet"');
    assert.equal(commit().success, true);
    assert.equal(contents(), `${procedure}\n`);
    assert.throws(commit, /Cannot commit to sync. Enabled 'managed' mode./);
  });

  it('may be done again where there was nothing to write', () => {
    const { commit, contents } = coreWith('include_resources = false');
    assert.deepEqual(said(commit()), [['Resources', '']]);
    commit();
    assert.equal(contents(), '');
  });

  it('keeps what only the contents say of deploys', () => {
    const stack = '\n[[stack]]\nname = "web"\ntags = ["sm-tag"]\n';
    const before = `[[stack]]\nname = "web"\ndeploy = true\nafter = ["db"]`;
    const { commit, contents } = coreWith(
      `managed = true\nfile_contents = '''\n${before}'''`,
      stack,
    );
    commit();
    assert.match(
      contents(),
      /name = "web"\ntags = \["sm-tag"\]\ndeploy = true\nafter = \["db"\]\n/,
    );
  });

  it('only tells what it would write into files', () => {
    const onHost = coreWith(
      'managed = true\nfiles_on_host = true\nresource_path = ["out/resources.toml"]',
    );
    assert.deepEqual(said(onHost.commit()), [
      ['Resources', procedure],
      ['Write contents', 'simulated: out/resources.toml was not written'],
    ]);
    assert.equal(onHost.contents(), '');
    const inRepo = coreWith('managed = true\nrepo = "me/infra"\nresource_path = ["all.toml"]');
    assert.deepEqual(said(inRepo.commit())[1], [
      'Commit Sync',
      'simulated: all.toml was not committed',
    ]);
  });

  it('refuses a sync of files without a file to write', () => {
    const files = 'managed = true\nfiles_on_host = true\n';
    const { commit } = coreWith(files);
    assert.throws(commit, /Sync does not have resource path configured/);
    for (const place of ['stacks', '.toml', 'all.toml/more']) {
      const { commit } = coreWith(`${files}resource_path = ["${place}"]`);
      assert.throws(commit, /Resource path missing '.toml' extension/, place);
    }
  });

  it('refuses a sync of files that is not managed, before it looks at the path', () => {
    const { commit } = coreWith('files_on_host = true');
    assert.throws(commit, /Enabled 'managed' mode/);
  });
});
