import assert from 'node:assert/strict';
import { knownVersions, schemaFor } from '../schema/index.ts';
import { excludeEachOther, heedsBusy, makesBusy } from './busy.ts';
import { isBatch, referenceOf, singleOf } from './execution-targets.ts';

/** The params of every execution that a version of Core knows. */
function executionsOf(version?: string): ReadonlyMap<string, readonly string[]> {
  const schema = schemaFor(version);
  const executions = schema.types.get('Execution');
  assert.ok(executions?.kind === 'tagged');
  return new Map(
    executions.variants.map(({ name, content }) => {
      const params = content.kind === 'ref' ? schema.types.get(content.name) : undefined;
      return [name, params?.kind === 'struct' ? params.fields.map((field) => field.name) : []];
    }),
  );
}

describe('what an execution acts on', () => {
  it('is told by one of its params, for each type of each version', () => {
    const actOnNothing = new Set(['None', 'Sleep', 'ClearRepoCache', 'BackupCoreDatabase']);
    for (const type of ['GlobalAutoUpdate', 'RotateAllServerKeys', 'RotateCoreKeys'])
      actOnNothing.add(type);
    for (const version of knownVersions)
      for (const [type, params] of executionsOf(version)) {
        const references = params.filter((param) => referenceOf(type, param));
        assert.equal(references.length, actOnNothing.has(type) ? 0 : 1, `${version} ${type}`);
      }
  });

  it('is of the kind that the param or the name of the Batch says', () => {
    assert.deepEqual(referenceOf('RunSync', 'sync'), { kind: 'resource_sync', form: 'name' });
    assert.deepEqual(referenceOf('SendAlert', 'alerters'), { kind: 'alerter', form: 'names' });
    assert.deepEqual(referenceOf('BatchBuildRepo', 'pattern'), { kind: 'repo', form: 'pattern' });
    assert.deepEqual(referenceOf('BatchDeploy', 'pattern'), {
      kind: 'deployment',
      form: 'pattern',
    });
    assert.equal(referenceOf('PullRepo', 'pattern'), undefined);
    assert.equal(referenceOf('RemoveSwarmStacks', 'stacks'), undefined);
  });

  it('is the same for a Batch and for what Core makes of it', () => {
    const executions = executionsOf();
    for (const type of [...executions.keys()].filter(isBatch)) {
      const [param = ''] = executions.get(singleOf(type)) ?? [];
      assert.equal(
        referenceOf(type, 'pattern')?.kind,
        referenceOf(singleOf(type), param)?.kind,
        type,
      );
    }
  });
});

describe('executions on the same resource at once', () => {
  it('exclude each other by the kind, as far as Core looks', () => {
    assert.equal(excludeEachOther('DeployStack', 'RestartStack'), true);
    assert.equal(excludeEachOther('PullStack', 'DeployStack'), true);
    assert.equal(excludeEachOther('PullStack', 'PullStack'), false);
    assert.equal(excludeEachOther('RunAction', 'RunAction'), false);
    assert.equal(excludeEachOther('StartContainer', 'StopContainer'), false);
    assert.equal(excludeEachOther('StopAllContainers', 'PruneSystem'), true);
    assert.equal(excludeEachOther('PruneImages', 'PruneVolumes'), true);
  });

  it('are all known: none is misspelt', () => {
    const known = [...executionsOf().keys()].filter((type) => makesBusy(type) || heedsBusy(type));
    assert.equal(known.length, 26 + 11 + 5);
  });
});
