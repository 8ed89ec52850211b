import assert from 'node:assert/strict';
import { engine } from '../patterns/testing/engine.ts';
import type { ExecutionDefinition, PlanWorld, ProcedureDefinition } from './plan.ts';
import { planProcedure } from './plan-procedure.ts';
import { planInWords } from './words.ts';
import type { WordsOptions } from './words.ts';

const run = (type: string, params: ExecutionDefinition['params'], enabled = true) => ({
  type,
  params,
  enabled,
});
const stage = (name: string, ...executions: ExecutionDefinition[]) => ({
  name,
  enabled: true,
  executions,
});
const inner: ProcedureDefinition = {
  name: 'inner',
  stages: [stage('Tidy', run('RunAction', { action: 'tidy' }))],
};
const known: PlanWorld = {
  resources: {
    stack: [{ name: 'web-a' }, { name: 'web-b' }, { name: 'web-c', template: true }],
    procedure: [{ name: 'inner' }, { name: 'outer' }],
    action: [{ name: 'tidy' }],
  },
  procedures: [inner],
  engine,
};

/** Each line indented, with a sign for its tone: `~` muted, `!` warning, `X` error. */
function words(stages: ProcedureDefinition['stages'], options?: WordsOptions): string[] {
  const signs = { plain: ' ', muted: '~', warning: '!', error: 'X' };
  return planInWords(planProcedure({ name: 'outer', stages }, known), options).map(
    ({ depth, text, tone }) => signs[tone] + '  '.repeat(depth) + text,
  );
}

describe('a plan in words', () => {
  it('has a line for each stage and execution, nested ones in place', () =>
    assert.deepEqual(
      words([
        stage('Wait', run('Sleep', { duration_ms: 90_000 }), run('Sleep', { duration_ms: 250 })),
        stage('Nested', run('RunProcedure', { procedure: 'inner' })),
        stage('Nothing'),
      ]),
      [
        ' 1. Wait',
        '   Sleep 90 s',
        '   Sleep 250 ms',
        ' 2. Nested',
        '   RunProcedure inner',
        '     1. Tidy',
        '       RunAction tidy',
        ' 3. Nothing',
        '~  nothing',
      ],
    ));

  it('lists what a pattern picks, and what is special among it', () => {
    const deploy = [stage('Deploy', run('BatchDeployStack', { pattern: 'web-*' }))];
    assert.deepEqual(words(deploy), [
      ' 1. Deploy',
      '   DeployStack for 3 stacks that match "web-*": web-a, web-b, web-c',
      '!    web-c: a template',
    ]);
    assert.equal(
      words(deploy, { mostNames: 1 })[1],
      '   DeployStack for 3 stacks that match "web-*": web-a and 2 more',
    );
  });

  it('shows a pattern as it is, unless it has several lines', () => {
    const pattern = (text: string) =>
      words([stage('Pull', run('BatchPullStack', { pattern: text }))])[1];
    assert.equal(
      pattern('\\^db\\d$\\'),
      '!  PullStack for no stack: there are none that match "\\^db\\d$\\"',
    );
    assert.equal(pattern('a\nb'), '!  PullStack for no stack: there are none that match "a\\nb"');
  });

  it('warns of patterns that pick nothing or nobody knows what, and of tags', () =>
    assert.deepEqual(
      words([
        stage(
          'Pull',
          run('BatchPullStack', { pattern: 'db', tags: ['prod'] }),
          run('BatchPullRepo', { pattern: '*' }),
        ),
      ]),
      [
        ' 1. Pull',
        '!  PullStack for no stack: there are none that match "db"',
        '!    tags are ignored inside a Procedure',
        '!  PullRepo for repos that match "*": which there are is not known',
      ],
    ));

  it('says what fails, and what is not reached or disabled', () =>
    assert.deepEqual(
      words([
        { ...stage('Off', run('RunAction', { action: 'tidy' })), enabled: false },
        stage(
          'Bad',
          run('DeployStack', { stack: 'gone' }),
          run('RunProcedure', { procedure: 'outer' }),
          run('BatchDeployStack', { pattern: '\\(\\' }, false),
        ),
        stage('Last', run('RunAction', { action: 'tidy' })),
      ]),
      [
        '~1. Off (disabled)',
        ' 2. Bad',
        'X  DeployStack gone: there is no such stack',
        'X  RunProcedure outer: a Procedure cannot run itself',
        '~  BatchDeployStack (disabled)',
        '~3. Last (not reached: a stage before it fails)',
      ],
    ));
});
