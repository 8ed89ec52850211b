import assert from 'node:assert/strict';
import { findingsIn } from '../testing/check.ts';

const sync = '{ execution.type = "RunSync", execution.params.sync = "main" }';
const disabled = '{ execution.type = "RunSync", execution.params.sync = "main", enabled = false }';
const none = '{ execution.type = "None", execution.params = {} }';

function found(config: string, ...stages: string[]) {
  const text = stages.map((stage) => `[[procedure.config.stage]]\n${stage}\n`).join('');
  return findingsIn(
    `[[procedure]]\nname = "p"\n[procedure.config]\n${config}\n${text}`,
    {},
    'idle-stage',
    'idle-schedule',
  ).map(({ code, text: at, message }) => [code, at, message.replace(/.*: /, '')]);
}
const stage = (name: string, executions: string, more = '') =>
  `name = "${name}"\nexecutions = [${executions}]\n${more}`;

describe('a stage', () => {
  it('in which something runs is left alone', () =>
    assert.deepEqual(found('', stage('One', `${disabled}, ${sync}`)), []));

  it('in which nothing runs is of no use', () => {
    assert.deepEqual(
      found('', stage('A', ''), stage('B', none), stage('C', disabled), 'name = "D"'),
      [
        ['idle-stage', '"A"', 'it has no executions.'],
        ['idle-stage', '"B"', '`None` is all that runs in it.'],
        ['idle-stage', '"C"', 'all of its executions are disabled.'],
        ['idle-stage', '"D"', 'it has no executions.'],
      ],
    );
  });

  it('that is disabled says so', () =>
    assert.deepEqual(found('', stage('One', none, 'enabled = false')), []));

  it('that is half typed may be about to run something', () =>
    assert.deepEqual(found('', stage('One', '{ execution.type =  }')), []));
});

describe('a schedule', () => {
  const schedule = 'schedule = "every day at 03:00"';

  it('of a Procedure that does something is left alone', () =>
    assert.deepEqual(found(schedule, stage('One', sync)), []));

  it('starts runs that do nothing', () => {
    const at = '"every day at 03:00"';
    assert.deepEqual(found(schedule), [['idle-schedule', at, 'it has no stages.']]);
    assert.deepEqual(found(schedule, stage('One', sync, 'enabled = false')), [
      ['idle-schedule', at, 'all of its stages are disabled.'],
    ]);
    assert.deepEqual(found(schedule, stage('One', disabled)), [
      ['idle-schedule', at, 'no execution in it is enabled.'],
    ]);
  });

  it('can be disabled', () => {
    const mended = (config: string) =>
      findingsIn(`[[procedure]]\nname = "p"\n${config}\n`, {}, 'idle-schedule')[0]!.mended[0]!;
    assert.match(
      mended(`  config.${schedule} # late`),
      /\n {2}config\.schedule = ".*" # late\n {2}config\.schedule_enabled = false\n/,
    );
    assert.match(mended(`config = { ${schedule} }`), /03:00", schedule_enabled = false }/);
    const enabled = `[procedure.config]\nschedule_enabled = true\n${schedule}`;
    assert.match(mended(enabled), /schedule_enabled = false\nschedule/);
  });

  it('that is disabled or empty starts nothing', () => {
    assert.deepEqual(found(`${schedule}\nschedule_enabled = false`), []);
    assert.deepEqual(found('schedule = ""'), []);
  });
});
