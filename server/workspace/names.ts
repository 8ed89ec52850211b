/** The names in a file: of the resources, Variables and tags that it defines, and of those that it speaks of. */
import type { Range } from 'vscode-languageserver';
import type { ResourceKind } from '../../komodo/inventory/inventory.ts';
import {
  definitionOf,
  factsOf,
  pickersOf,
  scriptNamesOf,
  usesOf,
  type NameKind,
  type NameUse,
  type ResourceFacts,
} from '../../komodo/names/index.ts';
import type { Pattern } from '../../komodo/patterns/index.ts';
import { findResources, perResource, type ResourceNode } from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import type { Place } from '../../komodo/toml/index.ts';
import type { Document } from './document.ts';

/** Something in a file that another file may ask for. */
interface Placed {
  readonly range: Range;
  /** The facts of the block it stands in; left out where that has no name. */
  readonly by?: ResourceFacts;
}
export interface Definition extends Placed {
  readonly kind: NameKind;
  readonly name: string;
  /** The same object as long as nothing of it changes. */
  readonly facts: ResourceFacts;
}
export interface Use extends Placed, Omit<NameUse, 'place' | 'field'> {}
/** An item of a pattern. */
export interface PatternItem extends Placed {
  readonly kind: ResourceKind;
  readonly pattern: Pattern;
  /** Its number in the pattern. */
  readonly item: number;
  readonly disabled?: true;
}
/** A string literal in a script, which may be a name or anything else. */
export interface Literal extends Placed {
  readonly text: string;
}

/** The uses in a block. Of a block that has not changed it is the same object as before. */
export interface UseGroup {
  readonly names: readonly Pick<NameUse, 'kinds' | 'name'>[];
}

export interface FileNames {
  readonly uri: string;
  /** What its blocks define, each the same object as long as nothing of it changes. */
  readonly facts: readonly ResourceFacts[];
  readonly definitions: readonly Definition[];
  readonly useGroups: readonly UseGroup[];
  /** A use by its group and its number in that. */
  readonly useIn: (group: UseGroup, number: number) => Use;
  readonly patternItems: readonly PatternItem[];
  readonly literals: readonly Literal[];
}

/** All but the facts is found when it is first asked for: seldom, while somebody types. */
export function namesIn(document: Document, schema: Schema): FileNames {
  return namesOf(document.resources(schema).byKind, document);
}

/** The same of a file that nobody has open, to be kept without its text. What Core makes of it is not asked. */
export function namesOnDisk(document: Document, schema: Schema): FileNames {
  const names = namesOf([findResources(document.data.root, schema)], document);
  const uses = allUses(names).map((use) => ({ ...use }));
  return {
    uri: names.uri,
    facts: names.facts,
    definitions: names.definitions.map((definition) => ({ ...definition })),
    useGroups: uses.length > 0 ? [{ names: uses }] : [],
    useIn: (_, number) => uses[number]!,
    patternItems: names.patternItems.map((item) => ({ ...item })),
    literals: names.literals.map((literal) => ({ ...literal })),
  };
}

/** The uses in a file, in its order. */
export function allUses({ useGroups, useIn }: FileNames): readonly Use[] {
  return useGroups.flatMap((group) => group.names.map((_, number) => useIn(group, number)));
}

function namesOf(lists: readonly (readonly ResourceNode[])[], document: Document): FileNames {
  const once = <Found>(find: (resource: ResourceNode) => readonly Found[]) => {
    let found: readonly Found[] | undefined;
    return () => (found ??= lists.flatMap((list) => list.flatMap(find)));
  };
  const definitions = once((resource) => definitionsIn(document, resource));
  const useGroups = once((resource) => [usesInBlock(resource, document.toml)]);
  const patternItems = once((resource) => patternItemsIn(document, resource));
  const literals = once((resource) => literalsIn(document, resource));
  return {
    uri: document.uri,
    facts: lists.flatMap((list) => factsIn(list, document)),
    get definitions() {
      return definitions();
    },
    get useGroups() {
      return useGroups();
    },
    useIn: (group, number) => placedUse(document, group as BlockUses, number),
    get patternItems() {
      return patternItems();
    },
    get literals() {
      return literals();
    },
  };
}

/** A list in which nothing has changed is the same list. */
const factsOfLists = new WeakMap<readonly ResourceNode[], readonly ResourceFacts[]>();

function factsIn(list: readonly ResourceNode[], { toml }: Document): readonly ResourceFacts[] {
  let facts = factsOfLists.get(list);
  if (!facts) {
    facts = list.flatMap((resource) => factsOf(resource, toml) ?? []);
    factsOfLists.set(list, facts);
  }
  return facts;
}

/** What a block defines; nothing where it has no name. */
export function definitionsIn(document: Document, resource: ResourceNode): readonly Definition[] {
  const facts = factsOf(resource, document.toml);
  if (!facts) return [];
  const { kind, name } = facts;
  const { place } = definitionOf(resource, document.toml)!;
  return [placed(document, place, facts, { kind, name, facts })];
}

interface BlockUses extends UseGroup {
  readonly names: readonly NameUse[];
  readonly by: ResourceFacts | undefined;
}

const usesInBlock = perResource((resource, toml): BlockUses => ({
  by: factsOf(resource, toml),
  names: [...usesOf(resource, toml), ...scriptNamesOf(resource, toml).uses],
}));

export function usesIn(document: Document, resource: ResourceNode): readonly Use[] {
  const group = usesInBlock(resource, document.toml);
  return group.names.map((_, number) => placedUse(document, group, number));
}

function placedUse(document: Document, { names, by }: BlockUses, number: number): Use {
  const { kinds, name, place, in: where, unsure, runsNothing, disabled } = names[number]!;
  return placed(document, place, by, {
    kinds,
    name,
    in: where,
    ...(unsure && { unsure }),
    ...(runsNothing && { runsNothing }),
    ...(disabled && { disabled }),
  });
}

export function patternItemsIn(document: Document, resource: ResourceNode): readonly PatternItem[] {
  const { toml } = document;
  const by = factsOf(resource, toml);
  const pickers = [...pickersOf(resource, toml), ...scriptNamesOf(resource, toml).pickers];
  return pickers.flatMap(({ kind, pattern, items, disabled }) =>
    items.map((place, item) =>
      placed(document, place, by, { kind, pattern, item, ...(disabled && { disabled }) }),
    ),
  );
}

function literalsIn(document: Document, resource: ResourceNode): readonly Literal[] {
  const by = factsOf(resource, document.toml);
  const { literals } = scriptNamesOf(resource, document.toml);
  return literals.map(({ text, place }) => placed(document, place, by, { text }));
}

/** Lines and characters are counted only where they are asked for. */
function placed<What extends object>(
  document: Document,
  place: Place,
  by: ResourceFacts | undefined,
  what: What,
): What & Placed {
  return {
    ...what,
    ...(by && { by }),
    get range() {
      return document.rangeOf(place);
    },
  };
}
