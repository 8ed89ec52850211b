import type { Inventory } from '../../komodo/inventory/inventory.ts';
import type { RegexEngine } from '../../komodo/patterns/index.ts';
import type { Documentation } from '../../komodo/schema/documentation.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import type { NameIndex } from '../workspace/nameIndex.ts';
import type { StoredIndex } from '../workspace/storedIndex.ts';

export {
  effectiveInventory,
  hasName,
  inWords,
  isId,
  itemOf,
  itemsOf,
  oneOf,
} from '../../komodo/checks/index.ts';

/** What a feature knows beside the file that it is asked about. */
export interface Context {
  /** The facts of the Core that files are checked for. */
  readonly schema: Schema;
  /** What the files of the workspace define. */
  readonly workspace: Inventory;
  /** Where they define names, and where they use them. */
  readonly index: NameIndex;
  /** What the connected Core has; null while none is connected. */
  readonly core: Inventory | null;
  /** What the connected Core has stored; null while that is not known. */
  readonly stored: StoredIndex | null;
  readonly engine: RegexEngine;
  readonly documentation: Documentation;
  readonly now: Date;
  /** IANA name of the zone of whoever reads the answer. */
  readonly localTimezone: string;
}

/** Whose names these are. */
export function sourceInWords({ core }: Context): string {
  return core ? `Names of ${core.label}` : 'Names in this workspace; no Core is connected';
}
