/** Typings that a connected Core serves, beside those that are bundled. */
import { clientTypings, type ClientFiles } from './clientTypings.ts';
import type { CoreTypings } from './messages.ts';
import { textOf } from './nodes.ts';
import { Scripts } from './scripts.ts';
import { nearestVersion, type Typings } from './typings.ts';

/** What is right with every Komodo that runs Actions. */
const probe = `const { version } = await komodo.read("GetVersion", {});
const text: string = version;
const update: Types.Update = await komodo.execute("RunProcedure", { procedure: text });
console.log(update.success);`;

/**
 * The typings, with those of a Core's version among them.
 *
 * @throws Error in words for people, where these are none
 */
export function adopted(typings: Typings, { version, files }: CoreTypings): Typings {
  const client = clientTypings(files, authIn(typings));
  return {
    ...typings,
    versions: { ...typings.versions, [version]: client.files },
    requests: { ...typings.requests, [version]: client.requests },
  };
}

/**
 * Tries a plain script.
 *
 * @throws Error in words for people, where scripts can't be checked
 */
export function tryTypings(scripts: Scripts): void {
  const { name } = scripts.set('probe', probe);
  const [first] = scripts.service.getSemanticDiagnostics(name);
  scripts.delete('probe');
  if (first)
    throw new Error(`a plain script would be wrong with them: ${textOf(first.messageText)}`);
}

/** `mogh_auth_client`, which no Core serves. */
function authIn(typings: Typings): ClientFiles {
  const files = typings.versions[nearestVersion(typings, undefined)]!;
  const inFolder = Object.entries(files).filter(([name]) => name.startsWith('auth/'));
  return Object.fromEntries(inFolder.map(([name, text]) => [name.slice('auth/'.length), text]));
}
