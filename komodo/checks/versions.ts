/** What is to be said of words that only other versions of Komodo know. */
import type { Problem } from '../resources/index.ts';
import { compareVersions, type Schema } from '../schema/index.ts';
import type { Finding } from './finding.ts';
import type { Names } from './world.ts';

/** A problem of reading, with since or until when Komodo knows the word that this version does not. */
export function sayingVersions(problem: Problem, names: Names, schema: Schema): Finding {
  const { name, first, last } = problem.data?.knownIn ?? {};
  const isNewer = first !== undefined && compareVersions(first, schema.version) > 0;
  const when = isNewer
    ? `\`${name}\` needs Core ${first}`
    : last !== undefined && `Core knows \`${name}\` up to ${last}`;
  return when ? { ...problem, advice: `${when}; ${whichVersion(names, schema)}.` } : problem;
}

/** Which version counts, and why. */
function whichVersion({ core, coreVersion }: Names, schema: Schema): string {
  return core?.version !== undefined && core.version === coreVersion
    ? `${core.label} runs ${core.version}`
    : `this file is checked for ${coreVersion ?? schema.version}`;
}
