import assert from 'node:assert/strict';
import { findingsIn, procedureWith } from '../testing/check.ts';

const found = (type: string, pattern: string, more = '') =>
  findingsIn(
    procedureWith(`{ execution.type = "${type}", execution.params.pattern = "${pattern}"${more} }`),
    {},
    'deploys-undeployed',
  );

describe('deploying all stacks', () => {
  it('deploys those that were never deployed', () => {
    const [hint, ...others] = found('BatchDeployStackIfChanged', 'web, *');
    assert.deepEqual(others, []);
    assert.equal(hint?.class, 'style');
    assert.equal(hint.text, '*');
    assert.match(hint.message, /never deployed: to Core they have changed/);
    assert.equal(found('BatchDeployStack', '*').length, 1);
  });

  it('is not what other patterns and executions do', () => {
    assert.deepEqual(found('BatchDeployStackIfChanged', 'web-*'), []);
    assert.deepEqual(found('BatchPullStack', '*'), []);
    assert.deepEqual(found('BatchDeploy', '*'), []);
    assert.deepEqual(found('BatchDeployStack', '*', ', enabled = false'), []);
  });
});
