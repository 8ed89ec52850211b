import { whyRefused } from '../../names/index.ts';
import { memberOf, perResource } from '../../resources/index.ts';
import { compareVersions } from '../../schema/index.ts';
import { contentOf } from '../../toml/index.ts';
import { hasPlaceholder } from '../placeholder.ts';
import type { WorkspaceRule } from '../rule.ts';

/** A name that Core does not give to anything. */
export const refusedNames: WorkspaceRule = (resource, toml, { names }) => {
  const refused = refusedIn(resource, toml);
  if (!refused) return [];
  const { kind } = resource;
  const { name, place, why } = refused;
  // What is on Core from before is not made anew.
  if (kind === 'variable' && names.core?.variables.includes(name)) return [];
  const fit = kind === 'variable' ? fitForVariable(name) : '';
  return [
    {
      code: 'refused-name',
      class: 'fails',
      message: `Core refuses this name: ${why}.`,
      place,
      ...(fit !== '' && { newName: fit }),
    },
  ];
};

const refusedIn = perResource(({ kind, name, datum, definition, schema }) => {
  const value = memberOf(datum, definition, 'name')?.value;
  if (!name || !value || hasPlaceholder(name.text)) return undefined;
  const why = whyRefused(kind, name.text);
  // Before 2.0 a Variable could have any name.
  const isOlder = kind === 'variable' && compareVersions(schema.version, '2.0.0') < 0;
  if (why === undefined || isOlder) return undefined;
  // The quotes alone, where there is no name between them.
  const place = name.text === '' ? name.place : contentOf(value);
  return { name: name.text, place, why };
});

function fitForVariable(name: string): string {
  return name.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_');
}
