/** Which versions of Core have something, in words. */
import { availability, knownVersions, schemaFor, type Schema } from '../../komodo/schema/index.ts';
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

/** What a Core lacks has to wait for: `needs Core 2.3.0`, `until Core 2.0.0`. */
export function lackingWords(type: string, name: string): string | undefined {
  const { first, last } = availability(type, name) ?? {};
  if (first !== undefined) return `needs Core ${first}`;
  return last === undefined ? undefined : `until Core ${last}`;
}

/** The version that files are checked for: that of the connected Core, unless a setting says another. */
function runningVersion({ core, schema }: Context): string {
  return core?.version !== undefined && schemaFor(core.version) === schema
    ? `${core.label} runs ${core.version}`
    : `files are checked for ${schema.version}`;
}

/** The facts of all other versions, the newest first: for what the version at hand lacks. */
export function otherSchemas(schema: Schema): readonly Schema[] {
  return [...new Set(knownVersions.map(schemaFor))].reverse().filter((other) => other !== schema);
}
