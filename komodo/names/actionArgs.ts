/** The arguments of Actions: those that an Action knows, and those that runs of it are given. */
import { argsReadIn, callsIn, type ScriptValue } from '../actions/index.ts';
import { parseArguments, type Args, type ArgumentsFormat } from '../actions/args.ts';
import {
  configOf,
  memberOf,
  perResource,
  stagesOf,
  textOf,
  type ResourceNode,
} from '../resources/index.ts';
import { placeWithin, type Datum, type Place, type TomlDocument } from '../toml/index.ts';
import { actionScriptOf } from './scripts.ts';

export interface DefaultArgs {
  readonly args: Args;
  readonly format: ArgumentsFormat;
}

/** What an Action knows of its arguments. */
export interface ActionArgs extends DefaultArgs {
  /** The names that its script reads; left out where it can be any. */
  readonly read?: readonly string[];
}

/** A value of which only the kind counts. */
export type GivenValue =
  | { readonly kind: 'text' | 'number' | 'boolean' | 'null' | 'array' | 'other' }
  | { readonly kind: 'object'; readonly members: readonly GivenArg[] };
/** An argument that a run is given. */
export interface GivenArg {
  readonly name: string;
  /** Where its name stands, without quotes. */
  readonly key: Place;
  readonly value: GivenValue;
}
export interface RunWithArgs {
  readonly action: string;
  readonly args: readonly GivenArg[];
}

/** The default arguments of an Action; undefined where it has none, or ones that Core can't read. */
export const defaultArgsOf = perResource((action): DefaultArgs | undefined => {
  const written = textIn(action, 'arguments');
  if (written === undefined || written.trim() === '') return undefined;
  const format = (textIn(action, 'arguments_format') ?? 'key_value') as ArgumentsFormat;
  try {
    return { args: parseArguments(written, format), format };
  } catch {
    return undefined;
  }
});

/** What an Action knows of its arguments; undefined where that can't be told. */
export const actionArgsOf = perResource((resource, toml): ActionArgs | undefined => {
  const script = actionScriptOf(resource);
  if (!script) return undefined;
  const read = argsReadIn(script.text);
  const defaults = defaultArgsOf(resource, toml);
  const isBroken = !defaults && (textIn(resource, 'arguments') ?? '').trim() !== '';
  if (isBroken) return undefined;
  return { ...(defaults ?? { args: {}, format: 'key_value' }), ...(read && { read: [...read] }) };
});

/** The runs of Actions that a block gives arguments: executions of a Procedure, calls in the script of an Action. */
export const runsWithArgs = perResource((resource, toml): readonly RunWithArgs[] => [
  ...runsInStages(resource),
  ...runsInScript(resource, toml),
]);

function runsInStages(resource: ResourceNode): readonly RunWithArgs[] {
  return stagesOf(resource).flatMap(({ executions }) =>
    executions.flatMap(({ type, params }): RunWithArgs[] => {
      if (type?.text !== 'RunAction') return [];
      const valueOf = (name: string) => params.find((param) => param.name === name)?.entry.value;
      const action = textOf(valueOf('action'))?.text;
      const args = valueOf('args');
      if (!action || args?.kind !== 'table') return [];
      return [{ action, args: membersOf(args) }];
    }),
  );
}

function membersOf(table: Datum & { readonly kind: 'table' }): readonly GivenArg[] {
  return [...table.entries.values()].map(({ name, key, value }) => ({
    name,
    key,
    value: givenBy(value),
  }));
}

function givenBy(datum: Datum): GivenValue {
  if (datum.kind === 'table') return { kind: 'object', members: membersOf(datum) };
  if (datum.kind === 'array') return { kind: 'array' };
  switch (datum.node.kind) {
    case 'string':
      return { kind: 'text' };
    case 'integer':
    case 'float':
      return { kind: 'number' };
    case 'boolean':
      return { kind: 'boolean' };
    default:
      return { kind: 'other' };
  }
}

function runsInScript(resource: ResourceNode, toml: TomlDocument): readonly RunWithArgs[] {
  const script = actionScriptOf(resource);
  if (!script?.text.includes('RunAction')) return [];
  return callsIn(script.text).calls.flatMap(({ arguments: given }): RunWithArgs[] => {
    const [type, params] = given;
    if (type?.kind !== 'text' || type.value !== 'RunAction' || params?.kind !== 'object') return [];
    const action = params.entries.get('action');
    const args = params.entries.get('args');
    if (action?.kind !== 'text' || args?.kind !== 'object') return [];
    return [{ action: action.value, args: givenInScript(args, toml, script.place) }];
  });
}

function givenInScript(
  { entries, keys }: ScriptValue & { readonly kind: 'object' },
  toml: TomlDocument,
  place: Place,
): readonly GivenArg[] {
  return [...entries].map(([name, value]) => ({
    name,
    key: placeWithin(toml, place, keys.get(name)!),
    value:
      value.kind === 'object'
        ? { kind: 'object', members: givenInScript(value, toml, place) }
        : { kind: value.kind },
  }));
}

function textIn(action: ResourceNode, name: string): string | undefined {
  const config = action.kind === 'action' ? configOf(action) : undefined;
  return config && textOf(memberOf(config.table, config.definition, name)?.value)?.text;
}
