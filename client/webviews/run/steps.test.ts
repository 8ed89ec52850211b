import assert from 'node:assert/strict';
import {
  findStep,
  firstFailure,
  newestRunning,
  stepsOf,
  visibleRows,
  withOpenKept,
} from './steps.ts';
import type { StepView } from './steps.ts';
import { execution, makeRun, shownRun, stage } from './testing/shownRun.ts';

/** The rows as a person sees them: indentation, what happened, words, time. */
const picture = (steps: readonly StepView[]): string[] =>
  visibleRows(steps).map(({ step, depth }) =>
    `${'  '.repeat(depth - 1)}${step.status} ${step.label} ${step.detail} ${step.time}`.trimEnd(),
  );

const migrate = makeRun('migrate', {
  stages: [
    stage('Only', 'running', [
      execution('RunAction', 'ok', {
        target: 'backup',
        start: 10_000,
        end: 30_000,
        child: makeRun('backup', { kind: 'Action', status: 'ok' }),
        link: 'certain',
      }),
      execution('RunAction', 'running', {
        target: 'migrate',
        start: 30_000,
        child: makeRun('migrate-action', { kind: 'Action' }),
        link: 'doubtful',
      }),
    ]),
  ],
});

const release = shownRun({
  stages: [
    stage(
      'Sync',
      'ok',
      [execution('RunSync', 'ok', { target: 'main', start: 10_000, end: 10_400 })],
      {
        start: 10_000,
        end: 10_500,
      },
    ),
    stage('Deploy', 'running', [
      execution('DeployStack', 'failed', { target: 'web-admin', error: 'port is taken' }),
      execution('RunProcedure', 'running', { target: 'migrate-db', start: 10_000, child: migrate }),
      execution('Sleep', 'running', { params: 'duration_ms: 300', start: 35_000 }),
    ]),
    stage('', 'waiting', [execution('RunAction', 'skipped', { target: 'tidy' })], { index: 4 }),
    stage('Off', 'skipped'),
  ],
});

describe('the steps of the run panel', () => {
  it('says what was under way when Core stopped', () => {
    const cut = shownRun({
      status: 'failed',
      stages: [
        stage('Deploy', 'failed', [
          execution('Sleep', 'ok', { params: 'duration_ms: 1500', start: 0, end: 1500 }),
          execution('Sleep', 'interrupted', { params: 'duration_ms: 3000', start: 0 }),
        ]),
      ],
    });
    const steps = stepsOf(cut, {}, 60_000);
    assert.deepEqual(picture(steps), [
      'failed Deploy',
      '  ok Sleep duration_ms: 1500 1.5 s',
      '  interrupted Sleep duration_ms: 3000 · interrupted',
    ]);
    assert.deepEqual(findStep(steps, '0/1')?.log, ['root']);
  });

  it('shows stages, executions and what runs inside, with times', () => {
    assert.deepEqual(picture(stepsOf(release, {}, 40_000)), [
      'ok Sync  0.5 s',
      '  ok RunSync main 0.4 s',
      'running Deploy',
      '  failed DeployStack web-admin',
      '  running RunProcedure migrate-db 00:31',
      '    ok RunAction backup 00:20',
      '    running RunAction migrate 00:11',
      '  running Sleep duration_ms: 300 00:06',
      'waiting Stage 5',
      '  skipped RunAction tidy · disabled',
      'skipped Off disabled',
    ]);
  });

  it('folds and unfolds, and remembers both', () => {
    const folded = stepsOf(release, { '1': false, '0': true }, 40_000);
    assert.deepEqual(
      picture(folded).filter((row) => row.includes('RunProcedure')),
      [],
    );
    assert.equal(findStep(folded, '1/1/0/1')?.detail, 'migrate');
  });

  it('folds what ended well inside, until somebody opens it', () => {
    const over = shownRun({
      status: 'ok',
      stages: [
        stage('One', 'ok', [execution('RunProcedure', 'ok', { target: 'x', child: migrate })]),
      ],
    });
    assert.equal(picture(stepsOf(over, {}, 0)).length, 2);
    assert.equal(picture(stepsOf(over, { '0/0': true }, 0)).length, 4);
  });

  it('leaves open what was open while it ran', () => {
    const of = (status: 'running' | 'ok') =>
      shownRun({
        stages: [stage('S', status, [execution('RunProcedure', status, { child: migrate })])],
      });
    const folds = withOpenKept({}, stepsOf(of('running'), {}, 0));
    assert.deepEqual(folds, { '0': true, '0/0': true });
    assert.equal(findStep(stepsOf(of('ok'), folds, 0), '0/0')?.open, true);
    assert.equal(withOpenKept(folds, stepsOf(of('ok'), folds, 0)), folds);
  });

  it('shows the stages of a nested Procedure when it has several', () => {
    const child = makeRun('child', {
      stages: [stage('A', 'ok'), stage('B', 'running', [execution('Sleep', 'running')])],
    });
    const shown = shownRun({
      stages: [
        stage('One', 'running', [execution('RunProcedure', 'running', { target: 'c', child })]),
      ],
    });
    assert.deepEqual(picture(stepsOf(shown, {}, 0)), [
      'running One',
      '  running RunProcedure c',
      '    ok A',
      '    running B',
      '      running Sleep',
    ]);
  });

  it('knows whose log belongs to a step', () => {
    const steps = stepsOf(release, {}, 0);
    assert.deepEqual(findStep(steps, '1/1')?.runs, ['migrate', 'backup', 'migrate-action']);
    assert.deepEqual(findStep(steps, '1')?.runs, ['migrate', 'backup', 'migrate-action']);
    assert.deepEqual(findStep(steps, '1/2')?.runs, []);
  });

  it('shows the log of the Procedure for what has none of its own', () => {
    const steps = stepsOf(release, {}, 0);
    assert.deepEqual(findStep(steps, '1/2')?.log, ['root']);
    assert.deepEqual(findStep(steps, '1/1')?.log, findStep(steps, '1/1')?.runs);
    assert.deepEqual(findStep(steps, '2')?.log, []);
  });

  it('shows the log of the Procedure for what Core has lost', () => {
    const child = makeRun('lost', { kind: 'Stack' });
    const failed = execution('DeployStackIfChanged', 'failed', { error: 'id is not …', child });
    const shown = shownRun({ status: 'failed', stages: [stage('S', 'failed', [failed])] });
    const step = findStep(stepsOf(shown, {}, 0), '0/0');
    assert.deepEqual([step?.runs, step?.log], [[], ['root']]);
  });

  it('knows where a step stands in the TOML, and what can be cancelled by itself', () => {
    const steps = stepsOf(release, {}, 0);
    assert.deepEqual(findStep(steps, '1/0')?.place, { run: 'root', stage: 1, execution: 0 });
    assert.deepEqual(findStep(steps, '2')?.place, { run: 'root', stage: 4 });
    assert.deepEqual(findStep(steps, '1/1/0/0')?.place, { run: 'migrate', stage: 0, execution: 0 });
    assert.equal(findStep(steps, '1/1')?.cancellable, 'migrate');
    assert.equal(findStep(steps, '1/1/0/0')?.cancellable, undefined);
  });

  it('says which nested run is a guess', () => {
    const steps = stepsOf(release, {}, 0);
    assert.equal(findStep(steps, '1/1/0/1')?.doubtful, true);
    assert.equal(findStep(steps, '1/1/0/0')?.doubtful, false);
  });

  it('knows where the run is at', () => {
    assert.equal(newestRunning(stepsOf(release, {}, 0)), '1/2');
    assert.equal(newestRunning(stepsOf(release, { '1': false }, 0)), '1');
    assert.equal(newestRunning(stepsOf(shownRun({}), {}, 0)), undefined);
  });

  it('finds the innermost failure', () => {
    const child = makeRun('child', {
      status: 'failed',
      stages: [stage('Bad', 'failed', [execution('RunAction', 'failed', { target: 'gone' })])],
    });
    const shown = shownRun({
      status: 'failed',
      stages: [
        stage('Good', 'ok'),
        stage('Calls', 'failed', [execution('RunProcedure', 'failed', { target: 'c', child })]),
      ],
    });
    assert.equal(firstFailure(stepsOf(shown, {}, 0))?.detail, 'gone');
    assert.equal(firstFailure(stepsOf(release, {}, 0)), undefined);
  });
});
