import assert from 'node:assert/strict';
import { runText } from './runText.ts';

const nameOfId = (id: string): string | undefined => (id === '6b02' ? 'backup' : undefined);
const procedure = (action: string, more: object = {}): unknown => ({
  stages: [
    {
      name: 'One',
      enabled: true,
      executions: [
        {
          execution: { type: 'RunAction', params: { action, args: { b: [1], a: null } } },
          enabled: true,
        },
      ],
    },
  ],
  ...more,
});
const ofProcedure = (config: unknown): string => runText('Procedure', config, nameOfId);
const ofAction = (config: unknown): string => runText('Action', config, nameOfId);

describe('what something does, as a text to compare', () => {
  it('is told as TOML', () => {
    assert.equal(
      ofProcedure(procedure('6b02')),
      `[[procedure.config.stage]]
name = "One"
enabled = true
executions = [
  { execution.type = "RunAction", enabled = true,
    execution.params.action = "backup",
    execution.params.args = { b = [1] } },
]
`,
    );
  });

  it('is the same when only ids, and what makes no difference to a run, differ', () => {
    const onCore = procedure('6b02', { schedule: 'Every day', failure_alert: true });
    assert.equal(ofProcedure(procedure('backup')), ofProcedure(onCore));
    assert.equal(ofProcedure({}), ofProcedure({ stages: [] }));
  });

  it('differs by a target, a switch or a stage', () => {
    assert.notEqual(ofProcedure(procedure('backup')), ofProcedure(procedure('other')));
    assert.notEqual(ofProcedure({}), ofProcedure(procedure('backup')));
    const stage = { name: 'One', enabled: false, executions: [] };
    assert.notEqual(
      ofProcedure({ stages: [stage] }),
      ofProcedure({ stages: [{ ...stage, enabled: true }] }),
    );
  });

  it('is the script and the arguments of an Action', () => {
    const onCore = { file_contents: 'go();\n', arguments: '', arguments_format: 'key_value' };
    assert.equal(ofAction(onCore), 'go();\n');
    assert.equal(ofAction({ file_contents: 'go();' }), ofAction(onCore));
    assert.equal(
      ofAction({ ...onCore, arguments: 'A=1\n' }),
      '# arguments (key_value)\nA=1\n\ngo();\n',
    );
  });
});
