/** A plan in words: what the command line prints, what is confirmed before a run, what an editor shows. */
import { problemText } from '../patterns/index.ts';
import type { ResourceKind } from '../inventory/inventory.ts';
import type {
  NestedPlan,
  Plan,
  PlannedExecution,
  PlannedStage,
  PlannedTarget,
  TargetProblem,
} from './plan.ts';

export interface PlanLine {
  /** How far it is indented: 0 for a stage, 1 for its executions, 2 for their targets or nested stages. */
  readonly depth: number;
  readonly text: string;
  /** `muted`: does not run. `warning`: runs, and perhaps not as meant. `error`: fails. */
  readonly tone: 'plain' | 'muted' | 'warning' | 'error';
}

export interface WordsOptions {
  /** How many names of a pattern to list; all unless given. */
  readonly mostNames?: number;
}

/** The stages in their order, with everything in them, nested Procedures in place. */
export function planInWords(plan: Plan, options: WordsOptions = {}): readonly PlanLine[] {
  return linesOf(plan, 0, options);
}

function linesOf(plan: Plan, depth: number, options: WordsOptions): PlanLine[] {
  if (plan.stages.length === 0) return [{ depth, text: 'no stages', tone: 'muted' }];
  const failing = plan.stages.findIndex((stage) => stage.fails);
  return plan.stages.flatMap((stage, index) => {
    const reached = failing < 0 || index <= failing;
    return stageLines(stage, index + 1, reached, depth, options);
  });
}

function stageLines(
  stage: PlannedStage,
  number: number,
  reached: boolean,
  depth: number,
  options: WordsOptions,
): PlanLine[] {
  const title = `${number}. ${stage.name}`;
  if (!stage.runs) return [{ depth, text: `${title} (disabled)`, tone: 'muted' }];
  if (!reached)
    return [{ depth, text: `${title} (not reached: a stage before it fails)`, tone: 'muted' }];
  const executions = stage.executions.flatMap((execution) =>
    executionLines(execution, depth + 1, options),
  );
  const empty: PlanLine = { depth: depth + 1, text: 'nothing', tone: 'muted' };
  return [{ depth, text: title, tone: 'plain' }, ...(executions.length > 0 ? executions : [empty])];
}

function executionLines(
  execution: PlannedExecution,
  depth: number,
  options: WordsOptions,
): PlanLine[] {
  const { type, runs, pattern, sleep, targets } = execution;
  if (!runs) return [{ depth, text: `${type} (disabled)`, tone: 'muted' }];
  if (sleep !== undefined) return [sleepLine(sleep, depth)];
  const tagged: PlanLine[] = execution.ignoredTags
    ? [{ depth: depth + 1, text: 'tags are ignored inside a Procedure', tone: 'warning' }]
    : [];
  if (pattern) {
    const line = patternLine(execution, depth, options);
    return [line, ...tagged, ...targets.flatMap((target) => remarks(target, depth + 1, options))];
  }
  const [only, ...more] = targets;
  if (only && more.length === 0) {
    const { text, tone } = targetLine(only, depth);
    return [{ depth, text: `${type} ${text}`, tone }, ...nestedLines(only.nested, depth, options)];
  }
  return [
    { depth, text: type, tone: 'plain' },
    ...targets.map((target) => targetLine(target, depth + 1)),
  ];
}

function sleepLine(milliseconds: number, depth: number): PlanLine {
  if (milliseconds < 0)
    return { depth, text: 'Sleep that never ends: its duration is negative', tone: 'error' };
  return { depth, text: `Sleep ${durationInWords(milliseconds)}`, tone: 'plain' };
}

function durationInWords(milliseconds: number): string {
  if (milliseconds === 0 || milliseconds % 1000 !== 0) return `${milliseconds} ms`;
  const seconds = milliseconds / 1000;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

/** `DeployStack for 2 stacks that match "web-*": web-a, web-b`. */
function patternLine(
  { runsAs, kind, pattern, targets }: PlannedExecution,
  depth: number,
  { mostNames = Infinity }: WordsOptions,
): PlanLine {
  const { text, problem, namesKnown } = pattern!;
  const matching = `that match ${quoted(text)}`;
  const word = kindInWords(kind!);
  const say = (words: string, tone: PlanLine['tone']) => ({ depth, text: runsAs + words, tone });
  if (problem)
    return say(`: the pattern ${quoted(text)} is refused: ${problemText(problem)}`, 'error');
  if (!namesKnown) return say(` for ${word}s ${matching}: which there are is not known`, 'warning');
  const names = targets.map((target) => target.name);
  if (names.length === 0) return say(` for no ${word}: there are none ${matching}`, 'warning');
  const count = `${names.length} ${word}${names.length === 1 ? '' : 's'}`;
  const left = names.length - mostNames;
  const more = left > 0 ? ` and ${left} more` : '';
  return say(` for ${count} ${matching}: ${names.slice(0, mostNames).join(', ')}${more}`, 'plain');
}

/** A pattern as it is; with escapes where it would not be one line or end too early. */
const quoted = (pattern: string): string =>
  /["\p{Cc}]/u.test(pattern) ? JSON.stringify(pattern) : `"${pattern}"`;

/** What is to be said of a target of a pattern beside its name: nothing where all is well. */
function remarks(target: PlannedTarget, depth: number, options: WordsOptions): PlanLine[] {
  const line = targetLine(target, depth);
  const nested = nestedLines(target.nested, depth, options);
  return line.tone === 'plain' && nested.length === 0 ? [] : [line, ...nested];
}

function targetLine({ kind, name, template, problems }: PlannedTarget, depth: number): PlanLine {
  const said = problems.map((problem) => problemInWords(problem, kind));
  if (said.length > 0) return { depth, text: `${name}: ${said.join('; ')}`, tone: 'error' };
  return template
    ? { depth, text: `${name}: a template`, tone: 'warning' }
    : { depth, text: name, tone: 'plain' };
}

function problemInWords(problem: TargetProblem, kind: ResourceKind): string {
  switch (problem) {
    case 'unknown':
      return `there is no such ${kindInWords(kind)}`;
    case 'self-reference':
      return 'a Procedure cannot run itself';
    case 'cycle':
      return 'it waits for this run itself, so it is busy';
    case 'busy':
      return 'busy with another execution of this stage';
    case 'busy-within':
      return 'it begins with what another execution of this stage keeps busy';
  }
}

function nestedLines(
  nested: NestedPlan | undefined,
  depth: number,
  options: WordsOptions,
): PlanLine[] {
  if (nested === undefined) return [];
  if (nested === 'unknown')
    return [{ depth: depth + 1, text: 'its stages are not known', tone: 'muted' }];
  if (nested === 'too-many')
    return [
      { depth: depth + 1, text: 'its stages are left out: there are too many', tone: 'muted' },
    ];
  return linesOf(nested, depth + 1, options);
}

/** A kind as it is called in a sentence. */
export function kindInWords(kind: ResourceKind): string {
  const named: Readonly<Partial<Record<ResourceKind, string>>> = {
    procedure: 'Procedure',
    action: 'Action',
    resource_sync: 'ResourceSync',
  };
  return named[kind] ?? kind;
}
