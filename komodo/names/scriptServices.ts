/** Services of Stacks that a script gives to the `komodo` client. */
import type { KomodoCall, ScriptText, ScriptValue } from '../actions/index.ts';

export interface ServicesInCall {
  /** The name, or Core's id, of the Stack. */
  readonly stack: string;
  readonly services: readonly ScriptText[];
}

/**
 * What stands as `service` or among `services` beside a `stack`: `komodo.execute("DeployStack", { stack: "web", services:
 * ["db"] })`, in the target of a terminal too.
 */
export function servicesInCall({ arguments: given }: KomodoCall): readonly ServicesInCall[] {
  return given.flatMap(servicesIn);
}

function servicesIn(value: ScriptValue): readonly ServicesInCall[] {
  if (value.kind !== 'object') return [];
  const { entries } = value;
  const within = [...entries.values()].flatMap(servicesIn);
  const stack = entries.get('stack');
  const services = [entries.get('service'), entries.get('services')].flatMap((each) => {
    const items = each?.kind === 'array' ? each.items : [each];
    return items.filter((item): item is ScriptText => item?.kind === 'text');
  });
  return stack?.kind === 'text' && services.length > 0
    ? [...within, { stack: stack.value, services }]
    : within;
}
