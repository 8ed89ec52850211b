import assert from 'node:assert/strict';
import { findingsIn } from '../testing/check.ts';

const backup = (more = '') =>
  `{ execution.type = "BackupCoreDatabase", execution.params = {}${more} }`;

function found(stage: string, ...executions: string[]) {
  const text = `[[procedure]]\nname = "p"\n[[procedure.config.stage]]\nname = "One"\n${stage}\nexecutions = [${executions.join(', ')}]\n`;
  return findingsIn(text, {}, 'enabled-in-disabled-stage');
}

describe('an execution that says it is enabled', () => {
  it('does not run in a stage that is disabled', () => {
    const [disabled, ...others] = found('enabled = false', backup(), backup(', enabled = true'));
    assert.deepEqual(others, []);
    assert.equal(disabled?.text, 'true');
    assert.match(disabled.mended[0]!, /name = "One"\nenabled = true\n/);
  });

  it('runs in any other', () =>
    assert.deepEqual(found('enabled = true', backup(), backup(', enabled = true')), []));

  it('says nothing where all do, as in what Core exports', () =>
    assert.deepEqual(
      found('enabled = false', backup(', enabled = true'), backup(', enabled = false')),
      [],
    ));
});
