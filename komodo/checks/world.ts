/** What rules know beside the block that they look at. */
import type { Inventory, InventoryItem, ResourceKind } from '../inventory/inventory.ts';
import { isResourceKind, type NameKind, type ResourceFacts } from '../names/index.ts';
import type { RegexEngine } from '../patterns/index.ts';
import type { ProcedureDefinition } from '../plan/index.ts';
import type { LineRange } from './finding.ts';

/**
 * The names there are. As long as none of them changes it is the same object, so that what was found with it holds on.
 */
export interface Names {
  /** What the files of the workspace define. */
  readonly workspace: Inventory;
  /** What the connected Core has; null while none is connected. */
  readonly core: Inventory | null;
  /** The version of Core that files are checked for, as exactly as it was told; left out where nobody told one. */
  readonly coreVersion?: string;
  readonly engine: RegexEngine;
}

/** What stands in the other blocks and files of the workspace; any key that is typed can change it. */
export interface Surroundings {
  readonly file: CheckedFile;
  /** The moment of the check: what is over, and what comes within a year. Another day is another state. */
  readonly now: Date;
  readonly names: Names;
  /**
   * The same object as long as none of the other blocks and files says anything else, so that what rules find or work out
   * can be kept for as long. Where things stand may be another all the same.
   */
  readonly state: object;
  /** Where the files of the workspace define a name. */
  readonly definitionsOf: (kind: NameKind, name: string) => readonly PlacedDefinition[];
  /**
   * What a Procedure of the workspace runs, of two with one name the first; else one that only the connected Core has, as far
   * as that is known.
   */
  readonly procedureNamed: (name: string) => ProcedureDefinition | undefined;
  /** What a file says, by its path from the folder of the checked file on: null where there is none. */
  readonly textOfFile?: (path: string) => string | null;
}

/** The file that is checked. */
export interface CheckedFile {
  readonly uri: string;
  /** Its path from the folder of the workspace on, parts with `/` between; left out for a file that stands in none. */
  readonly path?: string;
}

export interface PlacedDefinition {
  readonly uri: string;
  readonly range: LineRange;
  /** That of a block that is checked is the same object as `factsOf` gives for it. */
  readonly facts: ResourceFacts;
}

/** The names that count: those of the connected Core, which is what runs; while none is connected the workspace's. */
export function effectiveInventory({
  core,
  workspace,
}: Pick<Names, 'core' | 'workspace'>): Inventory {
  return core ?? workspace;
}

export function itemsOf(inventory: Inventory, kind: ResourceKind): readonly InventoryItem[] {
  return inventory.resources[kind] ?? [];
}

/** Whether an inventory has something of a kind and name. User groups are in none. */
export function hasName(inventory: Inventory, kind: NameKind, name: string): boolean {
  if (kind === 'tag') return inventory.tags.includes(name);
  if (kind === 'variable') return inventory.variables.includes(name);
  return isResourceKind(kind) && itemsOf(inventory, kind).some((item) => item.name === name);
}

/** What an inventory has of a kind by this name, or else by this id: Core takes either. */
export function itemOf(
  inventory: Inventory | null,
  kind: NameKind,
  nameOrId: string,
): InventoryItem | undefined {
  if (!inventory || !isResourceKind(kind)) return undefined;
  const items = itemsOf(inventory, kind);
  const named = items.find(({ name }) => name === nameOrId);
  return named ?? (isId(nameOrId) ? items.find(({ id }) => id === nameOrId) : undefined);
}

/** Core takes the id of a resource wherever it takes its name. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{24}$/i.test(text);
}

/** Where the names that count are: "on komodo.lan", "in this workspace". */
export function whereInWords({ core }: Pick<Names, 'core'>): string {
  return core ? `on ${core.label}` : 'in this workspace';
}

/** A kind as a word of a sentence: "resource sync". */
export function inWords(kind: NameKind): string {
  return kind.replace('_', ' ');
}

/** One of a kind: "a stack", "an action". */
export function oneOf(kind: NameKind): string {
  return `${/^[aeio]/.test(kind) ? 'an' : 'a'} ${inWords(kind)}`;
}
