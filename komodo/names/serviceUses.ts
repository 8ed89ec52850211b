import {
  configOf,
  memberOf,
  perResource,
  stagesOf,
  textOf,
  type PlacedText,
  type ResourceNode,
} from '../resources/index.ts';
import { splitList } from '../patterns/index.ts';
import {
  contentOf,
  placesWithin,
  type Datum,
  type Place,
  type TomlDocument,
} from '../toml/index.ts';
import { scriptNamesOf } from './scripts.ts';

/** Where a file names services of a Stack. */
export interface ServiceUse {
  /** The name, or Core's id, of the Stack. */
  readonly stack: string;
  /** Of the execution; left out in the config of the Stack itself, and in scripts. */
  readonly execution?: string;
  /** A script gives it to the `komodo` client. */
  readonly in?: 'script';
  /** The value as a whole, be it one text or a list of them. */
  readonly place: Place;
  /** Each with its place without quotes. */
  readonly names: readonly PlacedText[];
}

/** The lists of services that a Stack has of itself. */
const ownLists = ['ignore_services', 'auto_update_skip_services'];

/** All places of a block where services are named, or can be: an empty list too. */
export const serviceUsesOf = perResource((resource, toml): readonly ServiceUse[] => {
  if (resource.kind === 'stack') return inOwnConfig(resource, toml);
  if (resource.kind === 'action') return scriptNamesOf(resource, toml).services;
  const executions = stagesOf(resource).flatMap((stage) => stage.executions);
  return executions.flatMap(({ type, definition, params }) => {
    const named = (wanted: string) => params.find(({ name }) => name === wanted)?.entry.value;
    const [services, stack] = [named('services') ?? named('service'), textOf(named('stack'))];
    if (!type || !definition || !services || !stack) return [];
    return [{ stack: stack.text, execution: type.text, ...listed(services) }];
  });
});

function inOwnConfig(resource: ResourceNode, toml: TomlDocument): readonly ServiceUse[] {
  const config = configOf(resource);
  if (!config || !resource.name) return [];
  const stack = resource.name.text;
  return ownLists.flatMap((name) => {
    const value = memberOf(config.table, config.definition, name)?.value;
    if (!value) return [];
    const text = textOf(value);
    return [
      { stack, ...(text ? { place: value.place, names: split(text, toml) } : listed(value)) },
    ];
  });
}

/** A list that is written as one text. */
function split({ text, place }: PlacedText, toml: TomlDocument): readonly PlacedText[] {
  const entries = splitList(text);
  const places = placesWithin(toml, place, entries);
  return entries.map((entry, index) => ({ text: entry.text, place: places[index]! }));
}

function listed(value: Datum): Pick<ServiceUse, 'place' | 'names'> {
  const items = value.kind === 'array' ? value.items : [value];
  const names = items.flatMap((item) => {
    const text = textOf(item)?.text;
    return text === undefined ? [] : { text, place: contentOf(item) };
  });
  return { place: value.place, names };
}
