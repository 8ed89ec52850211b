import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { runOf } from './runOf.ts';
import type { Run } from './run.ts';
import { outline, recording, runIdsOf, updatesAt } from './testing/recording.ts';
import type { CoreUpdate, PlannedStage } from './update.ts';

/** The tree of the nth run of a Procedure in a recording, as lines. */
function treeOf(scenario: string, procedure: string, nth = 0): string[] {
  return outline(runIn(scenario, procedure, nth));
}

function runIn(scenario: string, procedure: string, nth = 0): Run {
  const recorded = recording(scenario);
  return runOf(updatesAt(recorded), runIdsOf(recorded, procedure)[nth]!)!;
}

/** The config a recording gave a Procedure when it made it. */
function plannedIn(scenario: string, procedure: string): PlannedStage[] {
  const step = recording(scenario).setup.find(({ request }) => request?.body?.name === procedure);
  return (step!.response!.body as { config: { stages: PlannedStage[] } }).config.stages;
}

function* descendants(run: Run): Generator<Run> {
  yield run;
  for (const stage of run.stages)
    for (const { child } of stage.executions) if (child) yield* descendants(child);
}

describe('the tree of a run', () => {
  it('opens nested Procedures in place [procedure-nested]', () => {
    assert.deepEqual(treeOf('procedure-nested', 'p-outer'), [
      'ok RunProcedure p-outer',
      "  ok stage 'Outer'",
      '    ok RunProcedure p-middle',
      '      ok RunProcedure p-middle',
      "        ok stage 'Middle'",
      '          ok RunProcedure p-inner',
      '            ok RunProcedure p-inner',
      "              ok stage 'Inner'",
      '                ok Sleep duration_ms: 150',
      '          ok Sleep duration_ms: 50',
      '    ok Sleep duration_ms: 80',
      "  ok stage 'After'",
      '    ok Sleep duration_ms: 30',
    ]);
  });

  it('reckons times from the durations in the log', () => {
    const run = runIn('procedure-nested', 'p-outer');
    const [outer, after] = run.stages;
    const begin = 1795345758812;
    assert.equal(run.start, 1795345758794);
    assert.equal(run.end, 1795345759550);
    assert.deepEqual([outer!.start, outer!.end], [begin, begin + 620]);
    assert.deepEqual([after!.start, after!.end], [begin + 620, begin + 672]);
    assert.deepEqual(
      [outer!.executions[1]!.start, outer!.executions[1]!.end],
      [begin, begin + 102],
    );
  });

  it('tells where a failure came from, two levels down [procedure-fail-child]', () => {
    const run = runIn('procedure-fail-child', 'p-grandparent-of-bad');
    assert.deepEqual(outline(run), [
      'failed RunProcedure p-grandparent-of-bad',
      "  failed stage 'Calls'",
      '    failed RunProcedure p-parent-of-bad',
      '      failed RunProcedure p-parent-of-bad',
      "        failed stage 'Calls'",
      '          failed RunProcedure p-child-bad',
      '            failed RunProcedure p-child-bad',
      "              failed stage 'Bad'",
      '                failed RunAction 6b02cee481239eed3731da2c',
      '          ok Sleep duration_ms: 200',
    ]);
    const deepest = [...descendants(run)].at(-1)!;
    assert.match(deepest.error!, /^ERROR: Failed stage 'Bad' execution after 126\.791804ms\n/);
    assert.match(deepest.error!, /Did not find any Action matching 6b02cee481239eed3731da2c$/);
    assert.equal(deepest.stages[0]!.executions[0]!.error, deepest.error);
  });

  it('tells apart two runs of one busy Procedure [procedure-busy]', () => {
    assert.deepEqual(treeOf('procedure-busy', 'p-busy-twice'), [
      'failed RunProcedure p-busy-twice',
      "  failed stage 'Twice'",
      '    failed RunProcedure p-busy',
      '      failed RunProcedure p-busy',
      '    ok RunProcedure p-busy',
      '      ok RunProcedure p-busy',
      "        ok stage 'S'",
      '          ok Sleep duration_ms: 600',
    ]);
    const busy = runIn('procedure-busy', 'p-busy', 1);
    assert.deepEqual([busy.status, busy.error], ['failed', 'ERROR: Resource is busy']);
  });

  it('does not claim to know which of two runs of an Action had the arguments', () => {
    assert.deepEqual(treeOf('procedure-busy', 'p-action-twice'), [
      'ok RunProcedure p-action-twice',
      "  ok stage 'Twice'",
      '    ok RunAction 6b02d681d85e4b5292f3620c (doubtful)',
      '      ok RunAction',
      '    ok RunAction 6b02d681d85e4b5292f3620c args: {"n":2} (doubtful)',
      '      ok RunAction',
    ]);
  });

  it('knows a cancelled run from a failed one [procedure-cancel]', () => {
    const planned = plannedIn('procedure-cancel', 'p-cancel');
    const recorded = recording('procedure-cancel');
    const [cancelled, tooLate] = runIdsOf(recorded, 'p-cancel').map((id) =>
      runOf(updatesAt(recorded), id, { stagesOf: () => planned }),
    );
    assert.deepEqual(outline(cancelled), [
      'cancelled RunProcedure p-cancel',
      "  ok stage 'One'",
      '    ok Sleep duration_ms: 800',
      '    ok Sleep duration_ms: 200',
      "  not-run stage 'Two'",
      '    not-run Sleep duration_ms: 400',
    ]);
    assert.equal(cancelled!.error, 'ERROR: Procedure cancelled before completion');
    assert.equal(tooLate!.status, 'ok');
  });

  it('shows a cancelled child as the reason its parent failed', () => {
    assert.deepEqual(treeOf('procedure-cancel', 'p-cancel-parent', 1), [
      'failed RunProcedure p-cancel-parent',
      "  failed stage 'Call'",
      '    failed RunProcedure p-cancel',
      '      cancelled RunProcedure p-cancel',
      "        ok stage 'One'",
      '          ok Sleep duration_ms: 800',
      '          ok Sleep duration_ms: 200',
    ]);
  });

  it('has an execution for each match of a batch [procedure-batch]', () => {
    assert.deepEqual(treeOf('procedure-batch', 'x-batch-wildcard'), [
      'ok RunProcedure x-batch-wildcard',
      "  ok stage 'Batch'",
      ...['bt-alpha', 'bt-beta', 'bt-gamma one'].flatMap((name) => [
        `    ok RunProcedure ${name}`,
        `      ok RunProcedure ${name}`,
        "        ok stage 'S'",
        '          ok Sleep duration_ms: 30',
      ]),
      '    ok Sleep duration_ms: 20',
    ]);
  });

  it('shows a batch that matched nothing, or whose pattern Core refused', () => {
    const recorded = recording('procedure-batch');
    const lines = (name: string): string[] =>
      outline(
        runOf(updatesAt(recorded), runIdsOf(recorded, name)[0]!, {
          stagesOf: () => [
            {
              name: 'Batch',
              enabled: true,
              executions: [
                {
                  execution: { type: 'BatchRunProcedure', params: { pattern: 'p', tags: [] } },
                  enabled: true,
                },
                { execution: { type: 'Sleep', params: { duration_ms: 20 } }, enabled: true },
              ],
            },
          ],
        }),
      );
    assert.deepEqual(lines('x-batch-none'), [
      'ok RunProcedure x-batch-none',
      "  ok stage 'Batch'",
      '    ok BatchRunProcedure pattern: "p"',
      '    ok Sleep duration_ms: 20',
    ]);
    assert.deepEqual(lines('x-batch-bad-regex'), [
      'failed RunProcedure x-batch-bad-regex',
      "  failed stage 'Batch'",
      '    not-run BatchRunProcedure pattern: "p"',
      '    not-run Sleep duration_ms: 20',
    ]);
    const stage = runIn('procedure-batch', 'x-batch-bad-regex').stages[0]!;
    assert.match(stage.error!, /unclosed character class/);
  });

  it('runs stages one after another and their executions side by side [procedure-two-stages-parallel]', () => {
    const { stages } = runIn('procedure-two-stages-parallel', 'p-two');
    assert.deepEqual(
      stages.map((stage) => [stage.name, stage.executions.map(({ params }) => params)]),
      [
        ['First', ['duration_ms: 100', 'duration_ms: 250', 'duration_ms: 400']],
        ['Second', ['duration_ms: 400', 'duration_ms: 250', 'duration_ms: 100']],
      ],
    );
    for (const stage of stages)
      for (const execution of stage.executions) {
        assert.equal(execution.start, stage.start);
        const took = execution.end! - execution.start!;
        assert.ok(took >= Number(/\d+/.exec(execution.params)![0]) && execution.end! <= stage.end!);
      }
    assert.ok(stages[1]!.start! >= stages[0]!.end!);
  });

  it('keeps disabled stages and executions in sight [procedure-disabled]', () => {
    const recorded = recording('procedure-disabled');
    const [id] = runIdsOf(recorded, 'p-disabled');
    const planned = plannedIn('procedure-disabled', 'p-disabled');
    const run = runOf(updatesAt(recorded), id!, { stagesOf: () => planned })!;
    const statuses = run.stages.map(({ name, status, executions }) => [
      name,
      status,
      ...executions.map((each) => `${each.status} ${each.params}`),
    ]);
    assert.deepEqual(statuses, [
      ['First', 'ok', 'ok duration_ms: 50', 'skipped duration_ms: 5000'],
      ['Off', 'skipped', 'skipped duration_ms: 5000'],
      ['All off', 'ok', 'skipped duration_ms: 5000'],
      ['Last', 'ok', 'ok duration_ms: 60'],
    ]);
    assert.deepEqual(
      run.stages.map(({ index }) => index),
      [0, 1, 2, 3],
    );
  });

  it('moves from waiting over running to ok [procedure-states]', () => {
    const recorded = recording('procedure-states');
    const [id] = runIdsOf(recorded, 'p-states');
    const { states } = recorded.updates.find((update) => update.id === id)!;
    const started = { ...states[0]!.body, status: 'InProgress', logs: [], end_ts: null };
    const planned = plannedIn('procedure-states', 'p-states');
    const seen = [{ body: started }, ...states].map(({ body }) => {
      const run = runOf([body], id!, { stagesOf: () => planned })!;
      return [run.status, run.stages[0]!.status, run.stages[0]!.executions[0]!.status].join(' ');
    });
    assert.equal(seen[0], 'running waiting waiting');
    assert.equal(seen.at(-1), 'ok ok ok');
    assert.ok(seen.includes('running running running'), seen.join('; '));
  });

  it('ends a cycle where Core does: at the first busy Procedure', () => {
    assert.deepEqual(treeOf('procedure-cycle-of-three', 'p-cy-a'), [
      'failed RunProcedure p-cy-a',
      "  failed stage 'A'",
      '    failed RunProcedure p-cy-b',
      '      failed RunProcedure p-cy-b',
      "        failed stage 'B'",
      '          failed RunProcedure p-cy-c',
      '            failed RunProcedure p-cy-c',
      "              failed stage 'C'",
      '                failed RunProcedure p-cy-a',
      '                  failed RunProcedure p-cy-a',
      '                ok Sleep duration_ms: 100',
    ]);
    const run = runIn('procedure-mutual-cycle', 'p-ping');
    assert.deepEqual(
      [...descendants(run)].map(({ name, status }) => `${status} ${name!}`),
      ['failed p-ping', 'failed p-pong', 'failed p-ping'],
    );
    assert.match([...descendants(run)].at(-1)!.error!, /Resource is busy/);
  });

  it('does not invent an outcome: only the first failure of a stage is told [procedure-fail-unknown]', () => {
    const { stages } = runIn('procedure-fail-unknown', 'p-fail-two');
    assert.deepEqual(
      stages[0]!.executions.map(({ status }) => status),
      ['failed', 'ended'],
    );
    const beside = runIn('procedure-fail-unknown', 'p-fail-beside').stages[0]!;
    assert.deepEqual(
      beside.executions.map(({ status }) => status),
      ['failed', 'ok'],
    );
  });

  it('says that a restart cut it off [restart]', () => {
    const { steps } = recording('restart');
    const after = steps.find(({ note }) => note === 'the run that was cut off')!.response!
      .body as CoreUpdate;
    const run = runOf([after], after._id!.$oid)!;
    assert.equal(run.status, 'failed');
    assert.equal(run.interrupted, true);
    assert.match(run.error!, /^Komodo shutdown during execution/);
    assert.equal(run.end, 1795347981271);
    assert.deepEqual(
      run.stages.map(({ status }) => status),
      ['failed'],
    );
    assert.deepEqual(
      run.stages[0]!.executions.map(({ status }) => status),
      ['interrupted'],
    );
    assert.equal(run.stages[0]!.executions[0]!.error, run.error);
  });

  it('knows a cancelled Action [action-cancel]', () => {
    const runs = updatesAt(recording('action-cancel')).filter(
      ({ operation }) => operation === 'RunAction',
    );
    for (const update of runs) assert.equal(runOf([update], update._id!.$oid)!.status, 'cancelled');
    assert.equal(runs.length, 2);
  });

  it('uses names the caller knows', () => {
    const recorded = recording('procedure-repo');
    const [id] = runIdsOf(recorded, 'p-clone-missing');
    const names: Record<string, string> = {
      '6b02d2f781239eed3731e0ed': 'r-git',
      '6b02d2f781239eed3731e0ef': 'r-git-missing',
    };
    assert.deepEqual(outline(runOf(updatesAt(recorded), id!, { nameOf: (_, id) => names[id] })), [
      'failed RunProcedure p-clone-missing',
      "  failed stage 'Clone'",
      '    failed CloneRepo r-git-missing',
      '      failed CloneRepo r-git-missing',
      '    ok PullRepo r-git',
      '      ok PullRepo r-git',
    ]);
    assert.ok(
      outline(runOf(updatesAt(recorded), id!)).includes('    ok PullRepo r-git (doubtful)'),
    );
  });

  it('leaves a plan aside that is of another version of the Procedure', () => {
    const recorded = recording('procedure-one-sleep');
    const [id] = runIdsOf(recorded, 'p-one-sleep');
    const renamed = [{ name: 'Renamed since', enabled: true }];
    const run = runOf(updatesAt(recorded), id!, { stagesOf: () => renamed })!;
    assert.deepEqual(
      run.stages.map(({ name }) => name),
      ['Only'],
    );
  });

  it('gives a sound tree at every moment of every recording', () => {
    const scenarios = readdirSync(new URL('../../test-fixtures/core/', import.meta.url))
      .map((file) => file.replace('.json.gz', ''))
      .filter((name) => name.startsWith('procedure-') || name === 'schedule-fires');
    assert.ok(scenarios.length >= 25);
    for (const scenario of scenarios) {
      const recorded = recording(scenario);
      const moments = recorded.updates.flatMap(({ states }) => states.map((state) => state.t_ms));
      for (const moment of moments) {
        const updates = updatesAt(recorded, moment);
        for (const update of updates) {
          const run = runOf(updates, update._id!.$oid)!;
          const ids = [...descendants(run)].map(({ id }) => id);
          assert.equal(
            new Set(ids).size,
            ids.length,
            `${scenario}: an Update stands twice in the tree`,
          );
          assert.deepEqual(JSON.parse(JSON.stringify(run)), run);
          const complete = update.status === 'Complete';
          assert.equal(complete, run.status !== 'running', scenario);
          for (const { start, end } of run.stages) assert.ok(start! <= (end ?? Infinity));
          for (const stage of run.stages)
            if (stage.status === 'running') assert.equal(run.status, 'running', scenario);
        }
      }
    }
  });

  it('finds a child for every execution that made an Update, once all is over', () => {
    for (const scenario of [
      'procedure-fail-executions',
      'procedure-servers',
      'procedure-alerts',
      'procedure-repo',
    ]) {
      const recorded = recording(scenario);
      const updates = updatesAt(recorded);
      const roots = updates.filter(
        (update) =>
          update.operation === 'RunProcedure' && update.operator !== '000000000000000000000001',
      );
      const found = roots.flatMap((update) =>
        [...descendants(runOf(updates, update._id!.$oid)!)].map(({ id }) => id),
      );
      const made = updates.filter((update) => !/^(Create|Update|Delete)/.test(update.operation));
      assert.deepEqual(new Set(found), new Set(made.map((update) => update._id!.$oid)), scenario);
    }
  });
});
