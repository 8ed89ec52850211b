import assert from 'node:assert/strict';
import { runsTheSame } from './difference.ts';

const nameOfId = (id: string): string | undefined => (id === '6b02' ? 'backup' : undefined);
const procedure = (action: string, more: object = {}): unknown => ({
  stages: [
    {
      name: 'One',
      enabled: true,
      executions: [
        { execution: { type: 'RunAction', params: { action, args: null } }, enabled: true },
      ],
    },
  ],
  ...more,
});

describe('what would run and what stands in the file', () => {
  it('is the same when only ids, order and what says nothing differ', () => {
    const onCore = procedure('6b02', { schedule: 'Every day', failure_alert: true });
    assert.equal(runsTheSame('Procedure', procedure('backup'), onCore, nameOfId), true);
  });

  it('differs by a target, a switch or a stage', () => {
    const same = (inFile: unknown, onCore: unknown): boolean =>
      runsTheSame('Procedure', inFile, onCore, nameOfId);
    assert.equal(same(procedure('backup'), procedure('other')), false);
    assert.equal(same({}, procedure('backup')), false);
    assert.equal(same({}, { stages: [] }), true);
    const stages = [{ name: 'One', enabled: false, executions: [] }];
    assert.equal(same({ stages }, { stages: [{ ...stages[0], enabled: true }] }), false);
  });

  it('is the script and the arguments of an Action', () => {
    const same = (inFile: unknown, onCore: unknown): boolean =>
      runsTheSame('Action', inFile, onCore, nameOfId);
    const onCore = { file_contents: 'go();\n', arguments: '', arguments_format: 'key_value' };
    assert.equal(same({ file_contents: 'go();' }, onCore), true);
    assert.equal(same({ file_contents: 'go(1);' }, onCore), false);
    assert.equal(same({ file_contents: 'go();', arguments: 'A=1' }, onCore), false);
  });
});
