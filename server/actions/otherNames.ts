/** Params by other names that Core takes, too: `{ id: "web" }` in the place of `{ server: "web" }`. The typings have one alone. */
import ts from 'typescript';
import type { ScriptFinding } from './finding.ts';
import { objectAt, sourceOf } from './nodes.ts';
import { membersOf } from './otherVersions.ts';
import type { Script, Scripts } from './scripts.ts';

/** What has other names; a request begins with it. */
const resources =
  /^(?:server|stack|deployment|build|repo|procedure|action|builder|alerter|sync|swarm|tag|user)$/;

/** All reads take them; of the writes only those of files, and those that look at a source again. */
const writes = /^(?:Refresh\w+|Write\w+FileContents|CommitSync)$/;

/**
 * What to say of a param that the typings don't have, and Core does: to it both are one.
 *
 * @param start where the param stands in the module
 * @param message of TypeScript
 */
export function otherName(
  scripts: Scripts,
  script: Script,
  start: number,
  message: string,
): Pick<ScriptFinding, 'message' | 'mends'> | undefined {
  const [, given = '', request = ''] = /'(\w+)' does not exist in type '(\w+)'/.exec(message) ?? [];
  const { typings, version } = scripts;
  const { read, write } = typings.requests[version]!;
  const takes = read.includes(request) || (write.includes(request) && writes.test(request));
  if (!takes) return undefined;
  const [name = ''] = membersOf(typings, version, request)?.keys() ?? [];
  const isOther = given === 'id' || given === (name === 'user' ? 'username' : 'name');
  if (!resources.test(name) || !isOther) return undefined;
  const property = objectAt(sourceOf(scripts, script), start)?.property;
  if (!property?.name) return undefined;
  const text = ts.isShorthandPropertyAssignment(property) ? `${name}: ${given}` : name;
  const at = property.name.getStart() - script.offset;
  return {
    message: `Core takes \`${given}\` for \`${name}\`, which the typings of its client do not know.`,
    mends: [
      {
        title: `Write \`${name}\``,
        changes: [{ start: at, end: property.name.end - script.offset, text }],
      },
    ],
  };
}
