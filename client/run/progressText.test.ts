import assert from 'node:assert/strict';
import type { Run, RunExecution, RunStage } from '../../komodo/runs/index.ts';
import { outcomeText, progressText } from './progressText.ts';

const run = (more: Partial<Run>): Run => ({
  id: 'r',
  operation: 'RunProcedure',
  kind: 'Procedure',
  target: 't',
  operator: 'me',
  status: 'running',
  start: 0,
  stages: [],
  logs: [],
  ...more,
});
const stage = (status: RunStage['status'], more: Partial<RunStage> = {}): RunStage => ({
  name: 's',
  status,
  executions: [],
  ...more,
});
const failed = (more: Partial<RunExecution>): RunExecution => ({
  type: 'RunProcedure',
  params: '',
  status: 'failed',
  ...more,
});

describe('how far a run is', () => {
  it('is said by its stages', () => {
    const stages = [stage('ok', { index: 0 }), stage('running', { index: 1 })];
    assert.equal(progressText('release', run({ stages })), 'release 2/2');
    assert.equal(progressText('release', run({ stages: [stage('running')] })), 'release stage 1');
    assert.equal(progressText('release', undefined), 'release');
  });
});

describe('how a run ended', () => {
  it('is one sentence', () => {
    const ok = run({ status: 'ok', end: 41_000 });
    assert.equal(outcomeText('release', 'lan', ok), 'release succeeded on lan after 00:41');
    const cancelled = run({ status: 'cancelled', end: 500 });
    assert.equal(
      outcomeText('release', 'the sandbox', cancelled),
      'release was cancelled on the sandbox after 0.5 s',
    );
  });

  it('names what failed at the bottom of it all', () => {
    const child = run({
      status: 'failed',
      error: 'ERROR: Failed stage\n\nTRACE:',
      stages: [
        stage('failed', {
          executions: [failed({ type: 'DeployStack', target: 'web', error: 'a\n port is taken' })],
        }),
      ],
    });
    const outer = run({
      status: 'failed',
      end: 2000,
      error: 'see update',
      stages: [stage('failed', { executions: [failed({ target: 'inner', child })] })],
    });
    assert.equal(
      outcomeText('release', 'lan', outer),
      'release failed on lan after 2.0 s: DeployStack web: port is taken',
    );
  });

  it('takes the words of the log of what failed', () => {
    const child = run({
      status: 'failed',
      kind: 'Stack',
      error: 'ERROR: Failed at DeployStack\n\nTRACE:\n\t1: Server is unreachable',
    });
    const outer = run({
      status: 'failed',
      stages: [
        stage('failed', {
          executions: [failed({ type: 'DeployStack', target: 'web', error: 'see update', child })],
        }),
      ],
    });
    assert.equal(
      outcomeText('release', 'lan', outer),
      'release failed on lan: DeployStack web: Server is unreachable',
    );
  });

  it('says what Core refused at once', () => {
    assert.equal(
      outcomeText('release', 'lan', run({ status: 'failed', error: 'ERROR: Resource is busy' })),
      'release failed on lan: Resource is busy',
    );
  });

  it('says when Core stopped in the middle of it', () => {
    const interrupted = run({ status: 'failed', interrupted: true, error: 'Komodo shutdown …' });
    assert.equal(
      outcomeText('release', 'lan', interrupted),
      'release failed on lan: Core stopped meanwhile',
    );
  });
});
