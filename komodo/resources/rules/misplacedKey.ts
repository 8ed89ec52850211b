import type { Definition, Schema, StructDefinition, Type } from '../../schema/index.ts';
import type { GivenTable } from '../given.ts';
import type { Owner } from '../walk.ts';
import { ignored, type Rule, tableName } from './rule.ts';

/** How many tables down a key is looked for (`execution`, `params`). */
const DEPTH = 2;

/** A key that Core knows, but in another table: `auto_update` beside `config` instead of in it. */
export const misplacedKey: Rule = (passed) => {
  const { walk, owner, entry } = passed;
  const at = walk.owners.length - 1;
  if (at === 0) return undefined;
  const path = walk.owners.slice(2).map(({ name }) => name!);
  const below = pathBelow(walk.schema, owner.definition, owner.table, entry.name, DEPTH);
  if (below) return said([...path, ...below], below);
  for (let above = at - 1; above >= 1; above--) {
    const { definition, table } = walk.owners[above]!;
    // Each resource has its name already.
    const isThere = table.entries.some(({ name }) => name === entry.name);
    if (has(definition, entry.name) && !(isThere && entry.name === 'name'))
      return said(path.slice(0, above - 1));
  }
  return undefined;

  /** @param shown the way there, from the table that the key stands in if it leads down from that */
  function said(belongsIn: readonly string[], shown = belongsIn) {
    const where = shown.length === 0 ? 'directly in the block' : `in \`${shown.join('.')}\``;
    const message = `Core ignores \`${entry.name}\` in ${tableName(passed)}: it belongs ${where}.`;
    return ignored(passed, 'misplaced-key', message, { belongsIn });
  }
};

function has(definition: Definition, name: string): boolean {
  if (definition.kind === 'tagged') return name === definition.tag || name === definition.content;
  return definition.kind === 'struct' && definition.byName.has(name);
}

/** The keys that lead down to a table that knows a name; one that is further down must be there already. */
function pathBelow(
  schema: Schema,
  definition: Definition,
  table: GivenTable | undefined,
  name: string,
  depth: number,
): readonly string[] | undefined {
  if (depth === 0) return undefined;
  for (const { key, type } of tablesIn(definition, table)) {
    const inner = type.kind === 'ref' ? schema.types.get(type.name) : undefined;
    if (!inner || inner.kind === 'enum') continue;
    const innerTable = tableUnder(table, key);
    if (has(inner, name) && (innerTable || depth === DEPTH)) return [key];
    const below = pathBelow(schema, inner, innerTable, name, depth - 1);
    if (below) return [key, ...below];
  }
  return undefined;
}

function tablesIn(
  definition: Definition,
  table: GivenTable | undefined,
): readonly { key: string; type: Type }[] {
  if (definition.kind === 'struct') return definition.fields.map(keyed);
  if (definition.kind === 'enum') return [];
  const tag = table?.entries.find(({ name }) => name === definition.tag)?.value;
  const variant = tag?.kind === 'string' ? definition.byName.get(tag.value) : undefined;
  return variant ? [{ key: definition.content, type: variant.content }] : [];
}

function keyed({ name, preferred, type }: StructDefinition['fields'][number]) {
  return { key: preferred ?? name, type };
}

function tableUnder(table: Owner['table'] | undefined, key: string): GivenTable | undefined {
  const value = table?.entries.find(({ name }) => name === key)?.value;
  return value?.kind === 'table' ? value : undefined;
}
