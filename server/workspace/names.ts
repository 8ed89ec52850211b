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
import { findResources, type ResourceNode } from '../../komodo/resources/index.ts';
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
}
/** A string literal in a script, which may be a name or anything else. */
export interface Literal extends Placed {
  readonly text: string;
}

export interface FileNames {
  readonly uri: string;
  readonly definitions: readonly Definition[];
  readonly uses: readonly Use[];
  readonly patternItems: readonly PatternItem[];
  readonly literals: readonly Literal[];
}

/** All but definitions, and where names stand, is found when it is first asked for: seldom, while somebody types. */
export function namesIn(document: Document, schema: Schema): FileNames {
  return namesOf(document.resources(schema).resources, document);
}

/** The same of a file that nobody has open, to be kept without its text. What Core makes of it is not asked. */
export function namesOnDisk(document: Document, schema: Schema): FileNames {
  const names = namesOf(findResources(document.data.root, schema), document);
  return {
    uri: names.uri,
    definitions: names.definitions.map((definition) => ({ ...definition })),
    uses: names.uses.map((use) => ({ ...use })),
    patternItems: names.patternItems.map((item) => ({ ...item })),
    literals: names.literals.map((literal) => ({ ...literal })),
  };
}

function namesOf(resources: readonly ResourceNode[], document: Document): FileNames {
  const once = <Found>(find: (document: Document, resource: ResourceNode) => readonly Found[]) => {
    let found: readonly Found[] | undefined;
    return () => (found ??= resources.flatMap((resource) => find(document, resource)));
  };
  const [uses, patternItems, literals] = [once(usesIn), once(patternItemsIn), once(literalsIn)];
  return {
    uri: document.uri,
    definitions: resources.flatMap((resource) => definitionsIn(document, resource)),
    get uses() {
      return uses();
    },
    get patternItems() {
      return patternItems();
    },
    get literals() {
      return literals();
    },
  };
}

/** What a block defines; nothing where it has no name. */
export function definitionsIn(document: Document, resource: ResourceNode): readonly Definition[] {
  const facts = factsOf(resource, document.toml);
  if (!facts) return [];
  const { kind, name } = facts;
  const { place } = definitionOf(resource, document.toml)!;
  return [placed(document, place, facts, { kind, name, facts })];
}

export function usesIn(document: Document, resource: ResourceNode): readonly Use[] {
  const { toml } = document;
  const by = factsOf(resource, toml);
  return [...usesOf(resource, toml), ...scriptNamesOf(resource, toml).uses].map(
    ({ kinds, name, place, in: where, unsure, runsNothing }) =>
      placed(document, place, by, {
        kinds,
        name,
        in: where,
        ...(unsure && { unsure }),
        ...(runsNothing && { runsNothing }),
      }),
  );
}

export function patternItemsIn(document: Document, resource: ResourceNode): readonly PatternItem[] {
  const { toml } = document;
  const by = factsOf(resource, toml);
  const pickers = [...pickersOf(resource, toml), ...scriptNamesOf(resource, toml).pickers];
  return pickers.flatMap(({ kind, pattern, items }) =>
    items.map((place, item) => placed(document, place, by, { kind, pattern, item })),
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
