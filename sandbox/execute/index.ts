/** POST /execute: starts an execution and answers with its Update; a Batch with one for each match. */
import type { Caller, Core } from '../core.ts';
import { isBatch, singleOf } from '../../komodo/plan/index.ts';
import { matching } from '../engine/batch.ts';
import { withDefaults } from '../engine/defaults.ts';
import { targetParam } from '../engine/execution.ts';
import { start } from '../engine/run.ts';
import { asCoreError } from '../errors.ts';
import { tagTest } from '../read/query.ts';
import type { Call } from '../requests/index.ts';
import type { Update } from '../wire.ts';
import { textOf } from '../json/tree.ts';

/** What a Batch answers of each match. */
interface BatchItem {
  readonly status: 'Ok' | 'Err';
  readonly data: object;
}

/** Throws a CoreError where there is nothing to act on, a Panic where Core would have panicked. */
export function execute(core: Core, call: Call, caller: Caller): Answer | BatchItem[] {
  // Core's BatchBuildRepo clones, when it is called directly.
  const type = call.type === 'BatchBuildRepo' ? 'CloneRepo' : singleOf(call.type);
  const target = targetParam(core, type);
  if (!isBatch(call.type) || !target) return answerOf(type, start(core, call, caller.id));
  // Called directly, a Batch goes by its tags too; in a stage it does not.
  const hasTags = tagTest(core, call.params.tags as string[], 'All');
  return matching(core, target, textOf(call.params.pattern))
    .filter(({ tags }) => hasTags(tags))
    .map(({ name }): BatchItem => {
      const params = withDefaults(core, type, { [target.param]: name });
      try {
        return { status: 'Ok', data: answerOf(type, start(core, { type, params }, caller.id)) };
      } catch (error) {
        return { status: 'Err', data: asCoreError(error).body };
      }
    });
}

type Answer = Update | Omit<Update, '_id'>;

/** The Update of a DeployStackIfChanged is handed out before it has an id: there may never be one. */
function answerOf(type: string, update: Update): Answer {
  if (type !== 'DeployStackIfChanged') return update;
  const answer = Object.entries(update).filter(([key]) => key !== '_id');
  return Object.fromEntries(answer) as unknown as Omit<Update, '_id'>;
}
