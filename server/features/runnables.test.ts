import assert from 'node:assert/strict';
import { schemaFor } from '../../komodo/schema/index.ts';
import { documentOf, textIn } from '../testing/text.ts';
import { runnables } from './runnables.ts';

const document = documentOf(`
[[stack]]
name = "web"

[[procedure]]
name = "release"

[[procedure.config.stage]]
name = "Sync"
executions = [
  { execution.type = "RunSync", execution.params.sync = "main" },
  { execution.type = "Sleep", execution.params.duration_ms = 5 },
]

[[procedure.config.stage]]
name = "Deploy"

# about the next one
[[action]]
name = "backup"

[[procedure]]
tags = []
`);

describe('what can be run of a file', () => {
  const [release, backup, ...others] = runnables(document, schemaFor());

  it('is its Procedures and Actions that have a name', () => {
    assert.deepEqual([release?.kind, release?.name], ['Procedure', 'release']);
    assert.deepEqual([backup?.kind, backup?.name], ['Action', 'backup']);
    assert.deepEqual(others, []);
  });

  it('stands from its header to its last line', () => {
    assert.ok(release);
    assert.equal(textIn(document, release.header), '[[procedure]]');
    assert.match(textIn(document, release.range), /^\[\[procedure\]\][^]*name = "Deploy"$/);
  });

  it('has stages and executions at their places', () => {
    assert.ok(release);
    const [sync, deploy] = release.stages;
    assert.equal(textIn(document, sync!.range), '[[procedure.config.stage]]');
    assert.equal(sync!.executions.length, 2);
    assert.match(textIn(document, sync!.executions[1]!), /^\{ execution\.type = "Sleep"/);
    assert.deepEqual(deploy?.executions, []);
  });

  it('says its config as Core reads it, where Core takes it', () => {
    const broken = documentOf('[[procedure]]\nname = "x"\n[procedure.config]\nstage = 5\n');
    assert.equal(runnables(broken, schemaFor())[0]?.config, undefined);
    const empty = documentOf('[[action]]\nname = "x"\n');
    assert.deepEqual(runnables(empty, schemaFor())[0]?.config, {});
    assert.deepEqual((release?.config as { stages: unknown[] }).stages[0], {
      name: 'Sync',
      enabled: true,
      executions: [
        {
          execution: {
            type: 'RunSync',
            params: { sync: 'main', resource_type: null, resources: null },
          },
          enabled: true,
        },
        { execution: { type: 'Sleep', params: { duration_ms: 5 } }, enabled: true },
      ],
    });
  });
});
