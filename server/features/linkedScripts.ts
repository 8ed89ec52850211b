/** Scripts that comments link to files. */
import type { TextEdit } from 'vscode-languageserver';
import { actionScriptOf, linkComment, scriptLinkOf } from '../../komodo/names/index.ts';
import { configOf, memberOf } from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import type { LinkedScript } from '../../protocol/scripts.ts';
import type { Document } from '../workspace/document.ts';
import { actionNamed } from './actionScript.ts';
import { replacing } from './pairEdits.ts';

/** The scripts of a file that are linked to others. */
export function linkedScriptsIn(document: Document, schema: Schema): readonly LinkedScript[] {
  return document.resources(schema).resources.flatMap((resource) => {
    const link = scriptLinkOf(resource, document.toml);
    const script = link && actionScriptOf(resource);
    if (!script || !resource.name) return [];
    return [{ uri: document.uri, name: resource.name.text, path: link.path, script: script.text }];
  });
}

/** Links the script of the Action of a name; null where there is none, or it does not begin a line. */
export function linkEdit(
  document: Document,
  name: string,
  path: string,
  schema: Schema,
): TextEdit | null {
  const action = actionNamed(document, name, schema);
  if (!action) return null;
  const link = scriptLinkOf(action, document.toml);
  if (link) return replacing(document, document.spanOf(link.place), path);
  const config = configOf(action);
  const key = config && memberOf(config.table, config.definition, 'file_contents')?.key;
  if (!key) return null;
  const { start } = document.spanOf(key);
  const lineStart = document.lines.offsetAt({
    line: document.lines.positionAt(start).line,
    character: 0,
  });
  const before = document.text.slice(lineStart, start);
  const [indent = ''] = /^[\t ]*/.exec(before) ?? [];
  if (!/^[\w\t ."'-]*$/.test(before)) return null;
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  const at = { start: lineStart, end: lineStart };
  return replacing(document, at, indent + linkComment(path) + eol);
}
