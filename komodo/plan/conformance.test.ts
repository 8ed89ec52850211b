/** Plans against recorded runs of a Core 2.3.2: what it said it was executing, stage by stage, and how it ended. */
import assert from 'node:assert/strict';
import { engine } from '../patterns/testing/engine.ts';
import { readFixture } from '../testing/fixtures.ts';
import { definitionOfCore } from './definition.ts';
import type { Plan, ProcedureDefinition } from './plan.ts';
import { planProcedure } from './plan-procedure.ts';

/** Recordings in which a run fails by its definition alone, and not by what it acts on. */
const recordings = [
  'batch',
  'batch-itself',
  'batch-lone-backslash',
  'cycle-of-three',
  'disabled',
  'empty',
  'mutual-cycle',
  'nested',
  'nested-by-id',
  'one-sleep',
  'self-reference',
  'two-stages-parallel',
];

interface Exchange {
  request: { path: string; body?: { procedure?: string } };
  response: { body: unknown };
}
interface Update {
  _id: { $oid: string };
  operation: string;
  success: boolean;
  logs: { stdout: string }[];
}
interface Recording {
  setup: Exchange[];
  steps: Exchange[];
  updates: { states: { body: Update }[] }[];
}

/** Each stage that was begun and what was executed in it, as `RunProcedure child` or `Sleep 30`, in any order. */
type Executed = [stage: string, executions: string[]][];

function executedIn(update: Update, nameOf: (nameOrId: string) => string): Executed {
  const lines = update.logs[0]?.stdout.replace(/<[^>]*>/g, '').split('\n') ?? [];
  const executed: Executed = [];
  for (const line of lines) {
    const stage = /^INFO: Executing stage: '(.*)'$/.exec(line)?.[1];
    if (stage !== undefined) executed.push([stage, []]);
    const [, type = '', value = ''] =
      /^INFO: Executing: (\w+)\(\w+(?: \{ \w+: "?([^"}]*?)"? \})?\)$/.exec(line) ?? [];
    if (type !== '') executed.at(-1)![1].push(`${type} ${nameOf(value)}`.trim());
  }
  return executed.map(([stage, executions]) => [stage, executions.sort()]);
}

function executedByPlan({ stages }: Plan): Executed {
  const enabled = stages.filter((stage) => stage.runs);
  const failing = enabled.findIndex((stage) => stage.fails);
  const begun = failing < 0 ? enabled : enabled.slice(0, failing + 1);
  return begun.map(({ name, executions }) => {
    const run = executions.filter((execution) => execution.runs);
    // A pattern that is refused fails the stage before anything of it is begun.
    if (run.some((execution) => execution.pattern?.problem)) return [name, []];
    const said = run.flatMap(({ type, runsAs, sleep, targets, pattern }) => {
      if (sleep !== undefined) return [`Sleep ${sleep}`];
      if (targets.length === 0 && !pattern) return [type];
      return targets.map((target) => `${runsAs} ${target.name}`);
    });
    return [name, said.sort()];
  });
}

describe('plans against recorded runs', () => {
  for (const name of recordings)
    it(`agree with ${name}`, () => {
      const recording = readFixture(`core/procedure-${name}.json.gz`) as Recording;
      const procedures = new Map<string, ProcedureDefinition>();
      let runs = 0;
      for (const { request, response } of [...recording.setup, ...recording.steps]) {
        const saved = definitionOfCore(response.body);
        if (saved.name !== '' && saved.id !== undefined) procedures.set(saved.id, saved);
        if (request.path !== '/execute/RunProcedure') continue;
        runs++;

        const all = [...procedures.values()];
        const asked = all.find((one) => one.name === request.body?.procedure);
        const id = (response.body as Update)._id.$oid;
        const update = recording.updates
          .map(({ states }) => states.at(-1)!.body)
          .find((body) => body._id.$oid === id);
        assert.ok(asked && update);
        const nameOf = (nameOrId: string) => procedures.get(nameOrId)?.name ?? nameOrId;
        const resources = { procedure: all };
        const plan = planProcedure(asked, { resources, procedures: all, engine });
        assert.deepEqual(executedByPlan(plan), executedIn(update, nameOf), asked.name);
        assert.equal(!plan.stages.some((stage) => stage.fails), update.success, asked.name);
      }
      assert.ok(runs > 0);
    });
});
