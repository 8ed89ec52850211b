/** The script of an Action, for whoever edits it in a tab of its own. */
import type { TextEdit } from 'vscode-languageserver';
import { EmbeddedScript, placesInString } from '../../komodo/actions/index.ts';
import { actionScriptOf } from '../../komodo/names/index.ts';
import { configOf, type ResourceNode } from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import { isInsideFence, quoted, startOf } from '../../komodo/toml/index.ts';
import type { PlacedScript } from '../../protocol/scripts.ts';
import type { Document } from '../workspace/document.ts';
import { addingInside, addingUnder, replacing } from './pairEdits.ts';

/**
 * The script of the Action of a name: empty where it has none yet, null where there is no such Action.
 * @throws Error in words for people, see {@link actionNamed}
 */
export function actionScript(document: Document, name: string, schema: Schema): string | null {
  const action = actionNamed(document, name, schema);
  return action ? (actionScriptOf(action)?.text ?? '') : null;
}

/**
 * The script of the Action of a name, with where it stands; null where there is none.
 * @throws Error in words for people, see {@link actionNamed}
 */
export function actionSource(
  document: Document,
  name: string,
  schema: Schema,
): PlacedScript | null {
  const action = actionNamed(document, name, schema);
  const script = action && actionScriptOf(action);
  const embedded = script && EmbeddedScript.at(document.toml, script.place);
  if (!embedded) return null;
  const places = placesInString(embedded, (offset) => document.lines.positionAt(offset));
  return { script: embedded.text, places };
}

/**
 * How a file is edited so that the Action of a name has another script. Line breaks become those of the file.
 * Null where there is no such Action.
 *
 * @throws Error in words for people, where TOML can hold no such text there; see {@link actionNamed}
 */
export function actionScriptEdits(
  document: Document,
  name: string,
  text: string,
  schema: Schema,
): TextEdit[] | null {
  const action = actionNamed(document, name, schema);
  if (!action) return null;
  const old = actionScriptOf(action);
  if (!old) return adding(document, action, text);
  const changes = EmbeddedScript.at(document.toml, old.place)?.rewritten(text);
  if (!changes) {
    throw new Error(`No string of this file can hold the script of “${name}” as it is now.`);
  }
  return changes.map((change) => replacing(document, change, change.text));
}

/**
 * The only Action of a name.
 * @throws Error in words for people, where several have it: a tab that shows one must not write another
 */
export function actionNamed(
  document: Document,
  name: string,
  schema: Schema,
): ResourceNode | undefined {
  const [first, ...others] = document
    .resources(schema)
    .resources.filter((resource) => resource.kind === 'action' && resource.name?.text === name);
  if (others.length === 0) return first;
  throw new Error(
    `This file has ${others.length + 1} Actions “${name}”: give each a name of its own first.`,
  );
}

/** The key is added where the rest of the config stands. */
function adding(document: Document, action: ResourceNode, text: string): TextEdit[] {
  const eol: '\r\n' | '\n' = document.text.includes('\r\n') ? '\r\n' : '\n';
  const script = text.replace(/\r?\n/g, eol);
  const table = configOf(action)?.table;
  const place = table?.kind === 'table' ? table.place : undefined;
  const isHeader = table?.kind === 'table' && table.form === 'header';
  const { block } = isHeader ? place! : action.datum.place;
  const base = startOf(document.toml, block) ?? 0;
  const around = { insideFence: isInsideFence(document.toml, base + block.length), eol };
  const written = `file_contents = ${quoted(script, around)}`;
  const inline = block.pairs.find(
    ({ key, value }) =>
      value.kind === 'inline-table' &&
      key.parts.length === 1 &&
      base + value.start === place?.start,
  )?.value;
  if (inline?.kind === 'inline-table') return [addingInside(document, inline, base, written)];
  return [addingUnder(document, { block, base }, `${isHeader ? '' : 'config.'}${written}`, 'last')];
}
