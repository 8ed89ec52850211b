/** A secret that stands in a file as it is, taken from a Variable instead: `[[NAME]]`. */
import { CodeActionKind, type TextEdit } from 'vscode-languageserver';
import { isInterpolatedIn, skipsInterpolation } from '../../../komodo/names/index.ts';
import type { Schema } from '../../../komodo/schema/index.ts';
import { isInsideFence, quoted, stringMap, type Span } from '../../../komodo/toml/index.ts';
import type { Document } from '../../workspace/document.ts';
import { effectiveInventory } from '../context.ts';
import { replacing } from '../pairEdits.ts';
import type { Offer, Rewrite } from './rewrite.ts';
import type { Site } from './site.ts';

export const variable: Rewrite = (site) => {
  const secret = secretAt(site);
  if (!secret) return [];
  const { document, context, schema } = site;
  const { name, text, span } = secret;
  const use = (): TextEdit => replacing(document, span, `[[${name}]]`);
  const offer = (title: string, edits: Offer['edits']): Offer => ({
    title,
    kind: CodeActionKind.RefactorExtract,
    edits,
    changes: /^(variable\/[^/]*$|[a-z_]+\/[^/]*\/config\/)/,
  });
  const offers = [offer(`Write \`[[${name}]]\` for it`, () => [use()])];
  const isDefined = [effectiveInventory(context), context.workspace].some(({ variables }) =>
    variables.includes(name),
  );
  if (!isDefined) {
    const title = `Move it into a secret Variable \`${name}\` of this file`;
    offers.push(offer(title, () => [use(), defining(document, schema, name, text)]));
  }
  return offers;
};

interface Secret {
  /** What its Variable is called. */
  readonly name: string;
  readonly text: string;
  readonly span: Span;
}

const line = /^(\s*(?:- )?([A-Za-z_]\w*)\s*[=:]\s*(["']?))([^\s"'].*?)\3\s*(?:\s#.*)?$/;
const isSecret = /pass|pwd|secret|token|key|credential|auth/i;

/** In a line `KEY=value`, or the address of an alerter, where Core puts in the values of Variables. */
function secretAt({ document, cursor, offset, resource, schema }: Site): Secret | undefined {
  if (cursor?.at !== 'value' || cursor.node?.kind !== 'string' || !resource) return undefined;
  const { owner, field } = cursor.meaning;
  if (owner?.kind !== 'struct' || !field || skipsInterpolation(resource)) return undefined;
  // A script is no list of lines with a key.
  if (!isInterpolatedIn(schema, owner.name, field.name) || resource.kind === 'action') {
    return undefined;
  }
  const { value, start, end } = cursor.node;
  const map = stringMap(document.toml, { block: cursor.block, start, end });
  const secret = (key: string, from: number, text: string): Secret | undefined => {
    if (text === '' || text.includes('[[')) return undefined;
    const name = key.replace(/\W+/g, '_').toUpperCase();
    return { name, text, span: map.sourceOf({ start: from, end: from + text.length }) };
  };
  if (field.name === 'url') return secret(`${resource.name?.text ?? ''}_URL`, 0, value);
  const lineStart = value.lastIndexOf('\n', map.valueAt(offset) - 1) + 1;
  const [written = ''] = /^[^\r\n]*/.exec(value.slice(lineStart)) ?? [];
  const [, before = '', key = '', , text = ''] = line.exec(written) ?? [];
  return isSecret.test(key) ? secret(key, lineStart + before.length, text) : undefined;
}

/** A block at the end of the file. */
function defining(document: Document, schema: Schema, name: string, value: string): TextEdit {
  const { text } = document;
  const field = schema.root.byName.get('variable')!;
  const key =
    [...document.data.root.entries.keys()].find((each) => schema.root.byName.get(each) === field) ??
    'variable';
  const around = { insideFence: isInsideFence(document.toml, text.length) };
  const lines = [
    `[[${key}]]`,
    `name = "${name}"`,
    `value = ${quoted(value, around)}`,
    'is_secret = true',
  ];
  const end = text.trimEnd().length;
  return replacing(document, { start: end, end: text.length }, `\n\n${lines.join('\n')}\n`);
}
