import assert from 'node:assert/strict';
import { coreWith, findingsIn, procedureWith, type World } from '../testing/check.ts';

const found = (params: string, world: World = {}) =>
  findingsIn(
    procedureWith(`{ execution.type = "BatchPullRepo", ${params}, enabled = true }`),
    world,
    'ignored-tags',
  );
const tagged = 'execution.params.pattern = "x", execution.params.tags = ["prod"]';

describe('tags beside a pattern', () => {
  it('are dropped by Core', () => {
    const [ignored, ...others] = found(tagged);
    assert.deepEqual(others, []);
    assert.equal(ignored?.class, 'ignored');
    assert.equal(ignored.text, 'tags');
    assert.match(
      ignored.message,
      /acts on every repo that the pattern picks, whatever its tags\.$/,
    );
  });

  it('can be removed', () => {
    assert.match(found(tagged)[0]!.mended[0]!, /pattern = "x", enabled = true }/);
    assert.match(
      found('execution.params = { tags = ["prod"], pattern = "x" }')[0]!.mended[0]!,
      /execution\.params = { pattern = "x" }, enabled/,
    );
  });

  it('are heeded since 2.3.3', () => {
    assert.equal(found(tagged, { version: '2.3.0' }).length, 1);
    assert.deepEqual(found(tagged, { version: '2.3.3' }), []);
    assert.deepEqual(found(tagged, { core: coreWith({}, { version: '2.4.0-dev-1' }) }), []);
  });

  it('are no key of Core before 2.3.0, which reading tells', () =>
    assert.deepEqual(found(tagged, { version: '2.2.0' }), []));

  it('say nothing while there is none, as in what Core exports', () =>
    assert.deepEqual(found('execution.params.pattern = "x", execution.params.tags = []'), []));
});
