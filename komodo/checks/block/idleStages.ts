import { definitionOfResource } from '../../plan/from-resource.ts';
import type { ProcedureDefinition, StageDefinition } from '../../plan/index.ts';
import { scheduleOf, stagesOf, type ResourceNode } from '../../resources/index.ts';
import type { TomlDocument } from '../../toml/index.ts';
import type { Finding } from '../finding.ts';
import { doesNothing, isIdle, whyIdle } from '../idle.ts';
import { addingBeside, writing } from '../mends.ts';
import type { BlockRule } from '../rule.ts';

/** Stages that do nothing though they are enabled, and a schedule that starts a Procedure in which nothing runs. */
export const idleStages: BlockRule = (resource, toml) => {
  if (resource.kind !== 'procedure') return [];
  const procedure = definitionOfResource(resource);
  const scheduled = idleSchedule(resource, procedure, toml);
  if (scheduled) return [scheduled];
  return stagesOf(resource).flatMap((stage, index): Finding[] => {
    const definition = procedure.stages[index]!;
    if (!stage.enabled || !isIdle(definition)) return [];
    const message = `This stage does nothing: ${whyStageIsIdle(definition)}.`;
    const place = stage.name?.place ?? stage.place;
    return [{ code: 'idle-stage', class: 'style', message, place }];
  });
};

function idleSchedule(
  resource: ResourceNode,
  procedure: ProcedureDefinition,
  toml: TomlDocument,
): Finding | undefined {
  const schedule = scheduleOf(resource);
  if (!schedule?.enabled || schedule.text.text.trim() === '') return undefined;
  if (!doesNothing(procedure)) return undefined;
  return {
    code: 'idle-schedule',
    class: 'surprising',
    message: `Core runs this Procedure on schedule and does nothing: ${whyIdle(procedure)}.`,
    place: schedule.text.place,
    mends: schedule.enabledPlace
      ? writing(schedule.enabledPlace, 'false', 'Disable the schedule')
      : addingBeside(toml, schedule.text.place, 'schedule_enabled', 'false'),
  };
}

function whyStageIsIdle({ executions }: StageDefinition): string {
  if (executions.length === 0) return 'it has no executions';
  return executions.some(({ enabled }) => enabled)
    ? '`None` is all that runs in it'
    : 'all of its executions are disabled';
}
