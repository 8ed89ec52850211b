/** Which versions of Core have something, in words. */
import {
  availability,
  compareVersions,
  schemaFor,
  type Schema,
} from '../../komodo/schema/index.ts';
import type { Context } from './context.ts';

/**
 * Since when or until when Komodo has a type's key or variant: `Komodo has it since 2.1.0; komodo.lan runs 1.19.5.`
 * Undefined where all known versions have it, or none.
 */
export function versionWords(type: string, name: string, context: Context): string | undefined {
  const { first, last } = availability(type, name) ?? {};
  if (first === undefined && last === undefined) return undefined;
  const since = first === undefined ? '' : ` since ${first}`;
  const until = last === undefined ? '' : ` until ${last}`;
  return `Komodo has it${since}${until}; ${runningVersion(context)}.`;
}

/**
 * What newer versions of Komodo have and the one at hand has not, in words: `needs Core 2.3.0; komodo.lan runs 2.1.1`.
 * Undefined where it has it.
 */
export function neededVersion(type: string, name: string, context: Context): string | undefined {
  const { first } = availability(type, name) ?? {};
  if (first === undefined || compareVersions(first, context.schema.version) <= 0) return undefined;
  return `needs Core ${first}; ${runningVersion(context)}`;
}

/** The version that files are checked for: that of the connected Core, unless a setting says another. */
function runningVersion({ core, schema }: Context): string {
  return core?.version !== undefined && schemaFor(core.version) === schema
    ? `${core.label} runs ${core.version}`
    : `files are checked for ${schema.version}`;
}

/** The facts of a version that has a type's key or variant: the one at hand if it has. Undefined where none has. */
export function schemaWith(type: string, name: string, schema: Schema): Schema | undefined {
  const found = availability(type, name);
  if (!found) return undefined;
  const { first, last } = found;
  const isNewer = first !== undefined && compareVersions(schema.version, first) < 0;
  const isOlder = last !== undefined && compareVersions(schema.version, last) > 0;
  return isNewer ? schemaFor(first) : isOlder ? schemaFor(last) : schema;
}
