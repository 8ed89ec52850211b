/** The `ARGS` that a script outside of TOML begins with. */
import { argsOfComment } from '../../komodo/actions/index.ts';
import type { ResourceFacts } from '../../komodo/names/index.ts';
import { actionAt, actionScheme } from '../../protocol/actionPlace.ts';
import type { Document } from './document.ts';
import { pathOf, unescaped } from './filePath.ts';
import type { NameIndex } from './nameIndex.ts';

/**
 * The default arguments of the Action whose script a document is, in a tab of its own or by a comment that links the two;
 * else those that a comment in it says. Undefined where neither says any.
 */
export function argsOfScript({ uri, ownText }: Document, index: NameIndex): object | undefined {
  return argsOfAction(uri, index) ?? argsOfComment(ownText);
}

/** The default arguments of the Action whose script is in a file or a tab; undefined where they are not known. */
export function argsOfAction(uri: string, index: NameIndex): object | undefined {
  return actionOfScript(uri, index)?.args?.args;
}

/** The Action of which a file or a tab holds the script. */
function actionOfScript(uri: string, index: NameIndex): ResourceFacts | undefined {
  if (!uri.startsWith(`${actionScheme}:`)) return index.actionLinkedTo(pathOf(uri));
  const { host, pathname } = new URL(uri);
  const place = actionAt({ scheme: actionScheme, authority: host, path: unescaped(pathname) });
  if (!place) return undefined;
  const { scheme, path } = place.toml;
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  const toml = pathOf(scheme === 'file' ? `file://${escaped}` : `${scheme}:${path}`);
  return index.definitionsOf('action', place.name).find((each) => pathOf(each.uri) === toml)?.facts;
}
