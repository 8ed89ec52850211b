/** What an execution is about: the resource it acts on, and what its Update is called. */
import { referenceOf } from '../../komodo/plan/index.ts';
import type { Core } from '../core.ts';
import type { JsonObject } from '../json/tree.ts';
import { textOf } from '../json/tree.ts';
import { kindOfHeader } from '../store/kinds.ts';
import type { Kind, Operation, Target } from '../wire.ts';
import { debugExecution } from './debug.ts';

/** `params` with all defaults filled in, by Core's own names. */
export interface Execution {
  readonly type: string;
  readonly params: JsonObject;
}

/** An execution as it stands in a stage. */
export interface EnabledExecution {
  readonly execution: Execution;
  readonly enabled: boolean;
}
export interface Stage {
  readonly name: string;
  readonly enabled: boolean;
  readonly executions: readonly EnabledExecution[];
}

export interface TargetParam {
  readonly kind: Kind;
  readonly param: string;
}

/** Which param names the resource that an execution acts on; undefined for those that act on Core itself. */
export function targetParam(core: Core, type: string): TargetParam | undefined {
  const definition = core.schema.types.get(type);
  if (definition?.kind !== 'struct') return undefined;
  for (const { name } of definition.fields) {
    const reference = referenceOf(type, name);
    if (reference?.form === 'name') return { kind: kindOfHeader(reference.kind)!, param: name };
  }
  return undefined;
}

/** The target as an Update has it. Throws Core's error where there is no such resource. */
export function targetOf(core: Core, { type, params }: Execution): Target {
  const found = targetParam(core, type);
  if (!found) return { type: 'System', id: 'system' };
  const { kind, param } = found;
  return { type: kind, id: core.resources.get(kind, textOf(params[param]))._id.$oid };
}

/** What the Update of an execution is called. */
export function operationOf({ type, params }: Execution): Operation {
  if (type === 'DeployStackIfChanged') return 'DeployStack';
  const { services } = params;
  const some = Array.isArray(services) && services.length > 0;
  return (some && type.endsWith('Stack') ? `${type}Service` : type) as Operation;
}

/** An execution as Core's log lines show it. */
export function shownExecution(core: Core, { type, params }: Execution): string {
  return debugExecution(core.schema, type, params);
}
