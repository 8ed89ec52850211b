import assert from 'node:assert/strict';
import type { InventoryItem, ResourceKind } from '../inventory/inventory.ts';
import { engine } from '../patterns/testing/engine.ts';
import type { ExecutionDefinition, Plan, PlanWorld, ProcedureDefinition } from './plan.ts';
import { planProcedure } from './plan-procedure.ts';

type Params = ExecutionDefinition['params'];

function execution(type: string, params: Params = {}, enabled = true): ExecutionDefinition {
  return { type, params, enabled };
}

/** A Procedure with one stage for each list of executions. */
function procedure(name: string, ...stages: ExecutionDefinition[][]): ProcedureDefinition {
  return {
    name,
    stages: stages.map((executions, index) => ({
      name: `s${index + 1}`,
      enabled: true,
      executions,
    })),
  };
}

function world(
  names: Partial<Record<ResourceKind, readonly (string | InventoryItem)[]>>,
  ...procedures: ProcedureDefinition[]
): PlanWorld {
  const resources = Object.fromEntries(
    Object.entries({ procedure: procedures.map(({ name }) => name), ...names }).map(
      ([kind, items]) => [
        kind,
        items.map((item) => (typeof item === 'string' ? { name: item } : item)),
      ],
    ),
  );
  return { resources, procedures, engine };
}

/** The targets of all executions, by stage: `name`, with its problems behind it. */
function targetsOf(plan: Plan): string[][] {
  return plan.stages.map((stage) =>
    stage.executions.flatMap(({ targets }) =>
      targets.map(({ name, problems }) => [name, ...problems].join(' ')),
    ),
  );
}

describe('a plan', () => {
  it('has the stages and executions with their targets', () => {
    const deploy = procedure(
      'deploy',
      [execution('PullRepo', { repo: 'infra' })],
      [execution('Sleep', { duration_ms: 500 }), execution('DeployStack', { stack: 'web' })],
    );
    const plan = planProcedure(deploy, world({ repo: ['infra'], stack: ['web'] }));
    assert.deepEqual(targetsOf(plan), [['infra'], ['web']]);
    assert.equal(plan.stages[1]?.executions[0]?.sleep, 500);
    assert.deepEqual(
      plan.stages.map((stage) => stage.fails),
      [false, false],
    );
  });

  it('expands patterns over the names of the kind, templates too, by name', () => {
    const all = procedure('all', [execution('BatchDeployStack', { pattern: 'web-*, \\db\\' })]);
    const stacks = ['web-b', 'db', { name: 'web-a', template: true }, 'other'];
    const [stage] = planProcedure(all, world({ stack: stacks, repo: ['web-c'] })).stages;
    const [batch] = stage!.executions;
    assert.equal(batch?.runsAs, 'DeployStack');
    assert.deepEqual(
      batch.targets.map(({ name, template }) => [name, template]),
      [
        ['db', false],
        ['web-a', true],
        ['web-b', false],
      ],
    );
  });

  it('tells names that are not there from names that nobody told', () => {
    const run = procedure('run', [
      execution('DeployStack', { stack: 'gone' }),
      execution('PullRepo', { repo: 'infra' }),
      execution('BatchPullRepo', { pattern: '*' }),
    ]);
    const [stage] = planProcedure(run, world({ stack: [] })).stages;
    assert.deepEqual(
      stage?.executions.map(({ targets }) => targets.map(({ problems }) => problems)),
      [[['unknown']], [[]], []],
    );
    assert.equal(stage.executions[2]?.pattern?.namesKnown, false);
    assert.equal(stage.fails, true);
  });

  it('finds resources by their ids, as Core stores them', () => {
    const run = procedure('run', [execution('DeployStack', { stack: '6b02cdc9' })]);
    const stack = { name: 'web', id: '6b02cdc9' };
    assert.deepEqual(targetsOf(planProcedure(run, world({ stack: [stack] }))), [['web']]);
  });

  it('fails at a pattern that Core refuses', () => {
    const bad = procedure('bad', [execution('BatchDeployStack', { pattern: 'a\\b' })], []);
    const [first, second] = planProcedure(bad, world({ stack: ['a'] })).stages;
    assert.deepEqual(first?.executions[0]?.pattern?.problem, {
      kind: 'error',
      chain: [
        'Wildcard matching string invalid',
        'wildcard syntax error at position 1: invalid escape sequence',
      ],
    });
    assert.deepEqual([first.fails, second?.fails], [true, false]);
  });

  it('marks what is disabled, and does not let it fail', () => {
    const disabled = procedure('disabled', [
      execution('DeployStack', { stack: 'gone' }, false),
      execution('DeployStack', { stack: 'web' }),
      execution('RestartStack', { stack: 'web' }, false),
    ]);
    const [stage] = planProcedure(disabled, world({ stack: ['web'] })).stages;
    assert.deepEqual(
      stage?.executions.map((one) => one.runs),
      [false, true, false],
    );
    assert.equal(stage.fails, false);
  });

  it('says that tags beside a pattern do nothing', () => {
    const tagged = procedure('tagged', [execution('BatchPullRepo', { pattern: '*', tags: ['a'] })]);
    const [stage] = planProcedure(tagged, world({ repo: [] })).stages;
    assert.deepEqual(stage?.executions[0]?.ignoredTags, ['a']);
  });
});

describe('a plan of executions side by side', () => {
  const twice = (type: string, other: string, params: Params) =>
    targetsOf(
      planProcedure(
        procedure('twice', [execution(type, params), execution(other, params)]),
        world({ stack: ['web'], action: ['tidy'], procedure: ['p'] }),
      ),
    )[0];

  it('finds two that work on the same resource', () => {
    assert.deepEqual(twice('DeployStack', 'RestartStack', { stack: 'web' }), [
      'web busy',
      'web busy',
    ]);
    assert.deepEqual(twice('RunProcedure', 'RunProcedure', { procedure: 'p' }), [
      'p busy',
      'p busy',
    ]);
  });

  it('lets an Action run twice', () =>
    assert.deepEqual(twice('RunAction', 'RunAction', { action: 'tidy' }), ['tidy', 'tidy']));

  it('finds one that a pattern picks as well', () => {
    const both = procedure('both', [
      execution('BatchDeployStack', { pattern: '*' }),
      execution('StopStack', { stack: 'b' }),
    ]);
    assert.deepEqual(targetsOf(planProcedure(both, world({ stack: ['a', 'b'] }))), [
      ['a', 'b busy', 'b busy'],
    ]);
  });
});

describe('a plan of nested Procedures', () => {
  const runs = (...names: string[]) =>
    names.map((name) => execution('RunProcedure', { procedure: name }));

  it('finds what they begin with busy', () => {
    const web = [execution('DeployStack', { stack: 'web' })];
    const db = [execution('DeployStack', { stack: 'db' })];
    const inner = procedure('inner', [], web, db);
    const both = procedure(
      'both',
      [...web, ...runs('inner')],
      [...db, ...runs('inner')],
      runs('outer', 'inner'),
    );
    const outer = procedure('outer', runs('inner'));
    const names = { stack: ['web', 'db'] };
    assert.deepEqual(targetsOf(planProcedure(both, world(names, inner, outer, both))), [
      ['web busy', 'inner busy-within'],
      // What comes later may be free by then.
      ['db', 'inner'],
      ['outer busy-within', 'inner busy'],
    ]);
  });

  it('follows them', () => {
    const inner = procedure('inner', [execution('DeployStack', { stack: 'gone' })]);
    const outer = procedure('outer', runs('inner', 'elsewhere'));
    const names = { stack: [], procedure: ['inner', 'outer', 'elsewhere'] };
    const [stage] = planProcedure(outer, world(names, inner, outer)).stages;
    const [first, second] = stage!.executions.map(({ targets }) => targets[0]?.nested);
    assert.ok(typeof first === 'object');
    assert.deepEqual(targetsOf(first), [['gone unknown']]);
    assert.equal(second, 'unknown');
    assert.equal(stage?.fails, true);
  });

  it('stops at a Procedure that runs itself, by name or by a pattern', () => {
    const self = procedure('bts-self', runs('bts-self'), [
      execution('BatchRunProcedure', { pattern: 'bts-*' }),
    ]);
    const other = procedure('bts-a', []);
    assert.deepEqual(targetsOf(planProcedure(self, world({}, self, other))), [
      ['bts-self self-reference'],
      ['bts-a', 'bts-self self-reference'],
    ]);
  });

  it('stops at a cycle, where Core finds the first one busy', () => {
    const ping = procedure('ping', runs('pong'));
    const pong = procedure('pong', runs('ping'));
    const [stage] = planProcedure(ping, world({}, ping, pong)).stages;
    const nested = stage?.executions[0]?.targets[0]?.nested;
    assert.ok(typeof nested === 'object');
    assert.deepEqual(targetsOf(nested), [['ping cycle']]);
    assert.equal(stage?.fails, true);
  });

  it('stays small where Procedures run each other without end', () => {
    const names = Array.from({ length: 40 }, (_, index) => `p${index}`);
    const all = names.map((name) => procedure(name, runs(...names), runs(...names)));
    const plan = planProcedure(all[0]!, world({}, ...all));
    assert.match(JSON.stringify(plan), /"nested":"too-many"/);
  });
});
