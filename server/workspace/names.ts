/** The names in a file: of the resources, Variables and tags that it defines, and of those that it speaks of. */
import type { Range } from 'vscode-languageserver';
import {
  definitionOf,
  factsOf,
  usesOf,
  type NameKind,
  type NameUse,
  type ResourceFacts,
} from '../../komodo/names/index.ts';
import { findResources, type ResourceNode } from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import type { Document } from './document.ts';

export interface PlacedName {
  readonly kind: NameKind;
  readonly name: string;
  readonly range: Range;
}
export interface Definition extends PlacedName {
  /** The same object as long as nothing of it changes. */
  readonly facts: ResourceFacts;
}
export interface Use extends PlacedName {
  readonly in: NameUse['in'];
}
export interface FileNames {
  readonly uri: string;
  readonly definitions: readonly Definition[];
  /** Where a name is used; one that can be of several kinds stands there once for each. */
  readonly uses: readonly Use[];
}

/** Uses, and where names stand, are found when they are first asked for: seldom, while somebody types. */
export function namesIn(document: Document, schema: Schema): FileNames {
  return namesOf(document.resources(schema).resources, document);
}

/** The same of a file that nobody has open, to be kept without its text. What Core makes of it is not asked. */
export function namesOnDisk(document: Document, schema: Schema): FileNames {
  const { uri, definitions, uses } = namesOf(findResources(document.data.root, schema), document);
  const kept = definitions.map(({ kind, name, facts, range }) => ({ kind, name, facts, range }));
  return { uri, definitions: kept, uses };
}

function namesOf(resources: readonly ResourceNode[], document: Document): FileNames {
  let uses: readonly Use[] | undefined;
  return {
    uri: document.uri,
    definitions: resources.flatMap((resource): Definition[] => {
      const facts = factsOf(resource, document.toml);
      if (!facts) return [];
      const { kind, name } = facts;
      return [
        {
          kind,
          name,
          facts,
          get range() {
            return document.rangeOf(definitionOf(resource, document.toml)!.place);
          },
        },
      ];
    }),
    get uses() {
      return (uses ??= resources.flatMap((resource) =>
        usesOf(resource, document.toml).flatMap((use) => placed(use, document)),
      ));
    },
  };
}

function placed({ kinds, name, place, ...use }: NameUse, document: Document): Use[] {
  const range = document.rangeOf(place);
  return kinds.map((kind) => ({ kind, name, range, in: use.in }));
}
