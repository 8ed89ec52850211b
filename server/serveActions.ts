/** The scripts of Actions, as files of their own. */
import { ResponseError, type Connection } from 'vscode-languageserver';
import { actionTemplates as templates } from '../komodo/actions/index.ts';
import {
  actionScript,
  actionScriptEdits,
  actionSource,
  actionTemplates,
  actionTypings,
  allLinkedScripts,
  linkedScripts,
  linkScript,
  newAction,
  scriptPlace as scriptPlaceRequest,
} from '../protocol/scripts.ts';
import type { CoreTypingsInUse } from './actions/coreTypings.ts';
import type { OpenScripts } from './actions/openScripts.ts';
import type { CoreTerminals } from './actions/terminals.ts';
import { filesForWorkspace } from './actions/workspaceTypings.ts';
import type { Typings } from './actions/typings.ts';
import * as features from './features/actionScript.ts';
import { linkedScriptsIn, linkEdit } from './features/linkedScripts.ts';
import type { Context } from './features/context.ts';
import { newActionEdit } from './features/newAction.ts';
import { scriptPlace } from './features/scriptPlace.ts';
import { filesOf } from './serveNames.ts';
import { serveScripts } from './serveScripts.ts';
import { documentOnDisk } from './workspace/diskFiles.ts';
import { Document } from './workspace/document.ts';
import type { Workspace } from './workspace/workspace.ts';

/** LSP's code for a request that was well understood and could not be done. */
const REQUEST_FAILED = -32803;

/** What knows scripts. */
export interface ScriptTools {
  /** Read anew each time: they are large, and seldom wanted. */
  readonly typings: () => Typings;
  readonly coreTypings: CoreTypingsInUse;
  readonly scripts: OpenScripts;
  readonly terminals: CoreTerminals;
}

export function serveActions(
  connection: Connection,
  workspace: Workspace,
  { typings, coreTypings, scripts, terminals }: ScriptTools,
  context: Context,
): void {
  connection.onRequest(actionScript, ({ uri, name, text }) => {
    const document = workspace.ours(uri, text);
    return document ? inWords(() => features.actionScript(document, name, workspace.schema)) : null;
  });
  connection.onRequest(actionSource, ({ uri, name, text }) => {
    const document = workspace.ours(uri, text);
    return document ? inWords(() => features.actionSource(document, name, workspace.schema)) : null;
  });
  connection.onRequest(scriptPlaceRequest, async (place) => {
    await workspace.filesRead;
    const defined = workspace.index.definitionsOf('action', place.name);
    const documents = await Promise.all(defined.map(({ uri }) => filesOf(workspace).read(uri)));
    const known = documents.flatMap((document) => document ?? []);
    return inWords(() => scriptPlace(place, known, workspace.schema));
  });
  connection.onRequest(linkedScripts, ({ uri, text }) => {
    const document = Document.of(uri, null, text);
    return workspace.isOurs(document) ? linkedScriptsIn(document, workspace.schema) : [];
  });
  connection.onRequest(allLinkedScripts, async () => {
    await workspace.filesRead;
    const uris = [...workspace.index.files].flatMap(({ uri }) => (uri.endsWith('.ts') ? [] : uri));
    const options = { version: workspace.schema.toml };
    const documents = await Promise.all(
      uris.map(async (uri) => workspace.document(uri) ?? (await documentOnDisk(uri, options))),
    );
    return documents.flatMap((document) =>
      document?.text.includes('komodo:') ? linkedScriptsIn(document, workspace.schema) : [],
    );
  });
  connection.onRequest(linkScript, ({ uri, name, path }) => {
    const document = workspace.ours(uri);
    return document ? inWords(() => linkEdit(document, name, path, workspace.schema)) : null;
  });
  serveScripts(connection, workspace, { scripts, terminals }, context);
  connection.onRequest(actionTypings, async () => {
    const { version, files } = await coreTypings.client();
    return { version, files: filesForWorkspace(typings(), files) };
  });
  connection.onRequest(actionTemplates, () =>
    templates.map(({ id, title, name }) => ({ id, title, name })),
  );
  connection.onRequest(newAction, ({ uri, name, template: id }) => {
    const document = workspace.document(uri);
    const template = templates.find((each) => each.id === id);
    const takesIt =
      document &&
      !document.script &&
      (document.detection === 'blank' || workspace.isOurs(document));
    return takesIt && template ? newActionEdit(document, template, name) : null;
  });
  connection.onRequest(actionScriptEdits, ({ uri, name, script }) => {
    const document = workspace.ours(uri);
    return document
      ? inWords(() => features.actionScriptEdits(document, name, script, workspace.schema))
      : null;
  });
}

/** An answer, or what is thrown in its place as words for the person who has asked. */
function inWords<Answer>(answer: () => Answer): Answer | ResponseError {
  try {
    return answer();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return new ResponseError<void>(REQUEST_FAILED, message);
  }
}
