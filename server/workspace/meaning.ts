/** What the schema makes of a block of a file: the type of the path of keys that its header names. */
import {
  fileMeaning,
  itemMeaning,
  tablesIn,
  under,
  type Meaning,
} from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import type { Block, TableDatum } from '../../komodo/toml/index.ts';
import type { Document } from './document.ts';

export function rootMeaning(schema: Schema, document: Document): Meaning {
  return fileMeaning(schema, document.data.root);
}

/** What the pairs of a block stand in: the file itself, or what its header names. */
export function blockMeaning(schema: Schema, document: Document, block: Block): Meaning {
  return headerMeanings(schema, document, block).at(-1)!;
}

/** What each name of a block's header stands in, which for the first is the file; last, what its pairs stand in. */
export function headerMeanings(
  schema: Schema,
  document: Document,
  block: Block,
): readonly Meaning[] {
  const meanings = [rootMeaning(schema, document)];
  if (!block.header) return meanings;
  const names = block.header.key.parts.map((part) => part.name);
  const way = wayTo(document.data.root, names, block) ?? [];
  names.forEach((name, depth) => {
    const value = under(schema, meanings.at(-1)!, name);
    // Also where somebody wrote [stack] for [[stack]].
    const item =
      value.type?.kind === 'custom' && block.header?.kind === 'table'
        ? undefined
        : itemMeaning(value);
    meanings.push({ ...(item ?? value), datum: way[depth] });
  });
  return meanings;
}

/** The tables that lead to the one that a block's header made, that included and the root not. */
function wayTo(
  table: TableDatum,
  names: readonly string[],
  block: Block,
): TableDatum[] | undefined {
  const [name, ...rest] = names;
  if (name === undefined) {
    return table.form === 'header' && table.place.block === block ? [] : undefined;
  }
  // The last one first: that is the one mostly asked for while typing.
  for (const next of tablesIn(table.entries.get(name)?.value).toReversed()) {
    const way = wayTo(next, rest, block);
    if (way) return [next, ...way];
  }
  return undefined;
}
