import assert from 'node:assert/strict';
import { coreWith, findingsIn, procedureWith, type World } from '../testing/check.ts';

const found = (type: string, params: string, world: World = {}) =>
  findingsIn(
    procedureWith(`{ execution.type = "${type}", execution.params = { ${params} } }`),
    world,
    'pattern-as-name',
    'unknown-resource',
  );

describe('a pattern where Core takes a name', () => {
  it('is no name of anything', () => {
    const [pattern, ...others] = found('DeployStack', 'stack = "web-*"', { core: coreWith({}) });
    assert.deepEqual(others, []);
    assert.equal(pattern?.class, 'fails');
    assert.equal(pattern.isUnsure, undefined);
    assert.equal(pattern.text, '"web-*"');
    assert.equal(
      pattern.message,
      'Core takes this for the name of one stack, and cannot save a Procedure with one that is not there. `BatchDeployStack` takes a pattern.',
    );
    assert.match(
      pattern.mended[0]!,
      /type = "BatchDeployStack", execution\.params = { pattern = "web-\*" }/,
    );
  });

  it('may have no Batch execution, or not as much to say to it', () => {
    const [sync] = found('RunSync', 'sync = "*"');
    assert.match(sync!.message, /`RunSync` takes no pattern\.$/);
    assert.deepEqual(sync!.mends, []);
    assert.equal(sync!.isUnsure, true);
    const [services] = found('DeployStack', "stack = '\\^web\\', services = ['a']");
    assert.deepEqual(services!.mends, []);
  });

  it('can be a name after all', () => {
    const core = coreWith({ procedure: ['*** all ***'] });
    assert.deepEqual(found('RunProcedure', 'procedure = "*** all ***"', { core }), []);
  });
});
