import { definitionOf, storedName, type NameKind } from '../../names/index.ts';
import { perResource } from '../../resources/index.ts';
import { hasPlaceholder } from '../placeholder.ts';
import type { WorkspaceRule } from '../rule.ts';
import { inWords } from '../world.ts';

/**
 * A resource that Core calls otherwise than the file does. The next sync finds none of the file's name, and tries to
 * make another one, which fails: its name is taken.
 */
export const rewrittenNames: WorkspaceRule = (resource, toml, surroundings) => {
  const rewritten = rewrittenIn(resource, toml);
  if (!rewritten) return [];
  const { definition, given } = rewritten;
  const { kind, name, place } = definition;
  const isTaken = surroundings.definitionsOf(kind, given).length > 0;
  return [
    {
      code: 'rewritten-name',
      class: 'fails',
      message: messageOf(kind, name, given, isTaken),
      place,
      ...(given !== '' && !isTaken && { newName: given }),
    },
  ];
};

/** The name that a block gives, and the one that Core makes of it; undefined where that is the same. */
const rewrittenIn = perResource((resource, toml) => {
  const definition = definitionOf(resource, toml);
  if (!definition) return undefined;
  const { kind, name } = definition;
  const given = storedName(kind, name, resource.schema.version);
  return given === name || hasPlaceholder(name) ? undefined : { definition, given };
});

function messageOf(kind: NameKind, name: string, given: string, isTaken: boolean): string {
  const what = inWords(kind);
  if (isTaken) return `Core calls this ${what} \`${given}\`, and that is the name of another one.`;
  const itsName = given === '' ? 'nothing at all' : `\`${given}\``;
  return (
    `Core calls this ${what} ${itsName}: the next sync finds no \`${name}\`, tries to make it once more and fails. ` +
    (given === '' ? 'Give it a name of letters and digits.' : `Write \`${given}\`.`)
  );
}
