import assert from 'node:assert/strict';
import { coreWith, findingsIn, procedureWith, type World } from '../testing/check.ts';

const others = ['[[procedure]]\nname = "sync"\n[[procedure]]\nname = "backup"\n'];

function found(pattern: string, more = '', world: World = { others }) {
  const execution = `{ execution.type = "BatchRunProcedure", execution.params.pattern = '${pattern}'${more} }`;
  return findingsIn(procedureWith(execution), world, 'self-reference');
}

describe('a Procedure that runs what a pattern picks', () => {
  it('must not be picked itself', () => {
    const [itself, ...more] = found('sync, se*');
    assert.deepEqual(more, []);
    assert.equal(itself?.class, 'fails');
    assert.equal(itself.text, 'se*');
    assert.match(itself.message, /"Self referential procedure detected"\.$/);
    assert.equal(found('\\^.+$\\').length, 1);
  });

  it('is known by its name, before Core knows it', () =>
    assert.equal(found('*', '', { core: coreWith({ procedure: ['sync'] }) }).length, 1));

  it('can name the others', () => {
    assert.match(found('*')[0]!.mended[0]!, /pattern = 'backup, sync'/);
    assert.deepEqual(found('se*')[0]!.mends, []);
    assert.deepEqual(found('*, self')[0]!.mends, []);
  });

  it('does not fail where it does not run, or is refused before', () => {
    assert.deepEqual(found('*', ', enabled = false'), []);
    assert.deepEqual(found('*, \\(\\'), []);
    assert.deepEqual(found('s?nc'), []);
  });
});
