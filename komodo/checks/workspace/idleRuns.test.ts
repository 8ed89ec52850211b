import assert from 'node:assert/strict';
import { coreWith, findingsIn, procedureWith } from '../testing/check.ts';

const run = '{ execution.type = "RunProcedure", execution.params.procedure = "other" }';
const other = (stages: string) => `[[procedure]]\nname = "other"\n${stages}`;
const stage = (executions: string, more = '') =>
  `[[procedure.config.stage]]\nname = "s"\nexecutions = [${executions}]\n${more}`;
const backup = '{ execution.type = "BackupCoreDatabase", execution.params = {} }';

const found = (stages: string, execution = run) =>
  findingsIn(procedureWith(execution), { others: [other(stages)] }, 'idle-run');

describe('a run of another Procedure', () => {
  it('in which something runs is left alone', () =>
    assert.deepEqual(found(stage('', '') + stage(backup)), []));

  it('in which nothing runs is of no use', () => {
    const [idle, ...more] = found(stage(backup, 'enabled = false'));
    assert.deepEqual(more, []);
    assert.equal(idle?.class, 'surprising');
    assert.equal(idle.text, '"other"');
    assert.equal(
      idle.message,
      'This runs `other`, which does nothing: all of its stages are disabled.',
    );
    assert.equal(idle.elsewhere?.[0]?.uri, 'file:///1.toml');
  });

  it('that does not run is no matter', () =>
    assert.deepEqual(found('', run.replace(' }', ', enabled = false }')), []));

  it('in which nothing runs on Core is of no use either', () => {
    const core = coreWith({ procedure: ['other'] });
    const [idle] = findingsIn(
      procedureWith(run),
      { core, onCore: [{ name: 'other', stages: [] }] },
      'idle-run',
    );
    assert.equal(
      idle?.message,
      'This runs `other`, which does nothing on komodo.lan: it has no stages.',
    );
  });

  it('that nobody knows is not judged', () =>
    assert.deepEqual(findingsIn(procedureWith(run), {}, 'idle-run'), []));
});
