import { whyRefused } from '../../names/index.ts';
import { memberOf } from '../../resources/index.ts';
import { compareVersions } from '../../schema/index.ts';
import { contentOf } from '../../toml/index.ts';
import { hasPlaceholder } from '../placeholder.ts';
import { changingEverywhere } from '../renaming.ts';
import type { WorkspaceRule } from '../rule.ts';

/** A name that Core does not give to anything. */
export const refusedNames: WorkspaceRule = (resource, toml, { names }, blocks) => {
  const { kind, name, datum, definition, schema } = resource;
  const value = memberOf(datum, definition, 'name')?.value;
  if (!name || !value || hasPlaceholder(name.text)) return [];
  const why = whyRefused(kind, name.text);
  if (why === undefined) return [];
  if (kind === 'variable') {
    // Before 2.0 it could be any, and what is on Core is not made anew.
    if (compareVersions(schema.version, '2.0.0') < 0) return [];
    if (names.core?.variables.includes(name.text)) return [];
  }
  // The quotes alone, where there is no name between them.
  const place = name.text === '' ? name.place : contentOf(value);
  return [
    {
      code: 'refused-name',
      class: 'fails',
      message: `Core refuses this name: ${why}.`,
      place,
      get mends() {
        const fit =
          kind === 'variable'
            ? name.text.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_')
            : '';
        return changingEverywhere({ kind, name: name.text, place }, fit, blocks, toml);
      },
    },
  ];
};
