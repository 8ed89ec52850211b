import { memberOf, tablesIn } from '../../resources/index.ts';
import {
  pairAt,
  spanOf,
  type Place,
  type TableDatum,
  type TomlDocument,
} from '../../toml/index.ts';
import type { Finding, Mend } from '../finding.ts';
import type { BlockRule } from '../rule.ts';

/**
 * A permission that says no level has the level None, and Core drops those before it looks at anything else of them, at
 * what is `specific` too.
 */
export const permissionLevels: BlockRule = ({ kind, datum, definition, schema }, toml) => {
  if (kind !== 'user_group') return [];
  const struct = schema.types.get('PermissionToml');
  if (struct?.kind !== 'struct') return [];
  const permissions = tablesIn(memberOf(datum, definition, 'permissions')?.value);
  return permissions.flatMap((permission: TableDatum): Finding[] => {
    const target = memberOf(permission, struct, 'target');
    if (!target || memberOf(permission, struct, 'level')) return [];
    return [
      {
        code: 'permission-without-level',
        class: 'ignored',
        message:
          'Core drops a permission without a `level`: it permits nothing. Write `level = "Read"`, `"Execute"` or `"Write"`.',
        place: permission.place,
        mends: ['Read', 'Execute', 'Write'].flatMap((level) =>
          adding(toml, target.key, `level = "${level}"`),
        ),
      },
    ];
  });
};

/** Behind the last pair of the permission that has this key: in its braces, or on a line under its header. */
function adding(toml: TomlDocument, key: Place, pair: string): readonly Mend[] {
  const found = pairAt(toml, spanOf(toml, key).start);
  const last = (found?.table ?? key.block).pairs.at(-1);
  if (!found || !last) return [];
  const end = found.table ? last.end : lineEnd(toml.text, found.base + last.end) - found.base;
  const place = { block: key.block, start: end, end };
  return [
    { title: `Add \`${pair}\``, edits: [{ place, text: `${found.table ? ', ' : '\n'}${pair}` }] },
  ];
}

/** Comments behind it stay there. */
function lineEnd(text: string, offset: number): number {
  return offset + /^[^\r\n]*/.exec(text.slice(offset))![0].length;
}
