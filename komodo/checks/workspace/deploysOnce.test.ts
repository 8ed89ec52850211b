import assert from 'node:assert/strict';
import { findingsIn, procedureWith } from '../testing/check.ts';

const stack = (name: string, contents: string, more = '') =>
  `[[stack]]\nname = "${name}"\n${more}[stack.config]\n${contents}\n`;
const own = 'file_contents = "services: {}"';
const found = (execution: string, ...others: string[]) =>
  findingsIn(procedureWith(execution), { others }, 'deploys-once');
const one = '{ execution.type = "DeployStackIfChanged", execution.params.stack = "web" }';
const batch =
  '{ execution.type = "BatchDeployStackIfChanged", execution.params.pattern = "w*, db" }';

describe('a stack that is to be deployed if it has changed', () => {
  it('is deployed once, where its compose file stands in its config', () => {
    const [only, ...more] = found(one, stack('web', own));
    assert.deepEqual(more, []);
    assert.equal(only?.class, 'surprising');
    assert.equal(only.text, '"web"');
    assert.equal(
      only.message,
      'Core sees no changes in `file_contents`: once deployed, `web` stays as it is. ' +
        'Write `deploy = true` in the block of the stack, then a sync deploys it when it has changed.',
    );
    assert.match(only.mended[0]!, /type = "DeployStack", execution/);
  });

  it('is one of those that a pattern picks', () => {
    const [only] = found(
      batch,
      stack('web', own) + stack('w2', 'repo = "me/x"') + stack('db', own) + stack('x', own),
    );
    assert.match(only!.message, /once deployed, `db` and `web` stay as they are/);
    assert.deepEqual(only!.mended, []);
  });

  it('is deployed where Core sees its files, or a sync deploys it', () => {
    assert.deepEqual(found(one, stack('web', 'files_on_host = true')), []);
    assert.deepEqual(found(one, stack('web', own, 'deploy = true\n')), []);
    assert.deepEqual(found(one), []);
    assert.deepEqual(found(one.replace(' }', ', enabled = false }'), stack('web', own)), []);
  });
});
