/** Batch executions: a pattern stands for one execution on each resource it matches. */
import { matchPattern, readPattern } from '../../komodo/patterns/index.ts';
import { isBatch, singleOf } from '../../komodo/plan/index.ts';
import type { Core } from '../core.ts';
import { CoreError, Panic } from '../errors.ts';
import type { Resource } from '../store/resources.ts';
import type { Execution, TargetParam } from './execution.ts';
import { targetParam } from './execution.ts';
import { withDefaults } from './defaults.ts';
import { textOf } from '../json/tree.ts';

/** The resources that a pattern matches, in the order of their names. Throws what Core says of a bad pattern. */
export function matching(core: Core, { kind }: TargetParam, pattern: string): Resource[] {
  const all = core.resources.list(kind);
  const { names, problem } = matchPattern(
    readPattern(pattern, 'batch'),
    all.map(({ name }) => name),
    core.regexEngine,
  );
  if (problem?.kind === 'panic') throw new Panic(problem.message);
  if (problem) throw new CoreError(problem.chain[0]!, { trace: problem.chain.slice(1) });
  const picked = new Set(names);
  return all.filter(({ name }) => picked.has(name));
}

/** An execution as it stands in a stage, a Batch in its place as one for each match; its tags are ignored there. */
export function expanded(core: Core, execution: Execution): Execution[] {
  const type = singleOf(execution.type);
  const target = targetParam(core, type);
  if (!isBatch(execution.type) || !target) return [execution];
  return matching(core, target, textOf(execution.params.pattern)).map(({ name }) => ({
    type,
    params: withDefaults(core, type, { [target.param]: name }),
  }));
}
