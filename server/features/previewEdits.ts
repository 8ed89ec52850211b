/** Writes what was tried in the preview panel into a file. */
import type { Range, TextEdit } from 'vscode-languageserver';
import { asLiteral, EmbeddedScript } from '../../komodo/actions/index.ts';
import { rescheduling } from '../../komodo/checks/index.ts';
import { actionScriptOf } from '../../komodo/names/index.ts';
import { type ScheduleNode, containerOf, type Meaning } from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import {
  edit,
  nodesAt,
  parse,
  quotedFor,
  type Place,
  type Span,
  type StringNode,
  type TomlDocument,
} from '../../komodo/toml/index.ts';
import type { PreviewSubject, ScheduleSubject } from '../../protocol/preview.ts';
import { cursorAt, type Cursor } from '../workspace/cursor.ts';
import type { Document } from '../workspace/document.ts';
import { resourceAt } from '../workspace/resourceAt.ts';
import { replacing } from './pairEdits.ts';
import { patternAt, scriptPatternAt } from './patternAt.ts';
import { scheduleAt } from './scheduleAt.ts';

/**
 * The pattern or schedule at the selection is replaced, with the quotes that stand there where those can hold it. Where
 * there is none the new one takes the place of what is selected: as a value, with its key where a key can stand, or
 * without quotes inside of another text.
 */
export function editsFor(
  document: Document,
  selection: Range,
  subject: PreviewSubject,
  schema: Schema,
): TextEdit[] {
  const offset = document.lines.offsetAt(selection.end);
  if (subject.about === 'pattern') {
    const pattern = patternAt(document, offset, schema);
    if (pattern) return rewriting(document, pattern.place, subject.text, offset);
    const inScript = scriptPatternAt(document, offset, schema);
    if (inScript) return rewritingInScript(document, inScript.place, subject.text, schema);
  } else {
    const schedule = scheduleAt(document, offset, schema);
    if (schedule) return changing(document, schedule, subject);
  }
  return inserting(document, selection, subject, cursorAt(document, schema, offset), schema);
}

/** Another value for the string at a place; where nothing closes it, what follows the word at the cursor stays. */
function rewriting(document: Document, place: Place, value: string, offset: number): TextEdit[] {
  const [quote] = /^("""|'''|"|')/.exec(document.textOf(place)) ?? [];
  const { start, end } = document.spanOf(place);
  const { nodes } = nodesAt(document.toml, start);
  const string = nodes.findLast((node) => 'kind' in node && node.kind === 'string');
  const isOpen = string !== undefined && 'open' in string;
  const word = /^[^\s,"'\]}#]*/.exec(document.text.slice(offset, end))![0];
  const span = { start, end: isOpen ? offset + word.length : end };
  const text = quotedFor(document.toml, span, value, quote as StringNode['quote'] | undefined);
  return text === undefined ? [] : [replacing(document, span, text)];
}

/** Another text for the literal of a script. */
function rewritingInScript(
  document: Document,
  place: Place,
  value: string,
  schema: Schema,
): TextEdit[] {
  const { start, end } = document.spanOf(place);
  const resource = resourceAt(document, schema, start);
  const string = resource && actionScriptOf(resource)?.place;
  const script = string && EmbeddedScript.at(document.toml, string);
  const from = script?.offsetAt(start);
  const to = script?.offsetAt(end);
  if (from === undefined || to === undefined) return [];
  const text = asLiteral(value, script!.text[from - 1] as '"' | "'" | '`');
  const changes = script!.changed([{ start: from, end: to, text }]) ?? [];
  return changes.map((change) => replacing(document, change, change.text));
}

/** Only what is another is written; format and zone are added where they are not the usual ones. */
function changing(
  document: Document,
  node: ScheduleNode,
  { text: schedule, format, timezone }: ScheduleSubject,
): TextEdit[] {
  const zone = timezone === node.timezone ? {} : { timezone };
  const mends = rescheduling(node, { title: '', schedule, format, ...zone }, document.toml);
  return mends.flatMap(({ edits }) =>
    edits.map(({ place, text }) => replacing(document, document.spanOf(place), text)),
  );
}

function inserting(
  document: Document,
  selection: Range,
  subject: PreviewSubject,
  cursor: Cursor | undefined,
  schema: Schema,
): TextEdit[] {
  const span = {
    start: document.lines.offsetAt(selection.start),
    end: document.lines.offsetAt(selection.end),
  };
  if (cursor?.at === 'value' && cursor.node?.kind === 'string') {
    const { parts } = cursor.holder?.pair.key ?? { parts: [] };
    if (parts.at(-1)?.name !== keyOf(subject)) return [replacing(document, span, subject.text)];
    const text = quotedFor(document.toml, cursor.span, subject.text, cursor.node.quote);
    return text === undefined ? [] : [replacing(document, cursor.span, text)];
  }
  if (cursor?.at === 'value' && cursor.node?.kind === 'invalid') {
    const word = {
      start: Math.min(cursor.span.start, span.start),
      end: Math.max(cursor.span.end, span.end),
    };
    return [replacing(document, word, quotedAt(document.toml, word, '', subject.text))];
  }
  const isKey = cursor?.at === 'key' && cursor.pair === undefined;
  // Nobody writes the key of a permission's target before what it is a target of.
  const prefix =
    isKey && keyOf(subject) === subject.about
      ? prefixFor(subject, cursor.table, schema)
      : undefined;
  if (!isKey || prefix === undefined) {
    return [replacing(document, span, quotedAt(document.toml, span, '', subject.text))];
  }
  const pairs = pairsOf(subject).map(([name, value]) => {
    const key = `${prefix}${name} = `;
    return key + quotedAt(document.toml, span, key, value);
  });
  return [replacing(document, span, pairs.join(cursor.inline ? ', ' : '\n'))];
}

/** A value that stands behind `key` in the place of a span; where no value can stand, as it is usually written. */
function quotedAt(toml: TomlDocument, { start, end }: Span, key: string, value: string): string {
  const at = start + key.length;
  const tried =
    key === ''
      ? quotedFor(toml, { start, end }, value)
      : quotedFor(edit(toml, start, end, key), { start: at, end: at }, value);
  return tried ?? quotedFor(parse('a = '), { start: 4, end: 4 }, value)!;
}

/** The last part of the key that it is the value of. */
function keyOf(subject: PreviewSubject): string {
  return subject.about === 'pattern' && subject.mode === 'group' ? 'id' : subject.about;
}

function pairsOf(subject: PreviewSubject): readonly (readonly [string, string])[] {
  if (subject.about === 'pattern') return [['pattern', subject.text]];
  const { text, format, timezone } = subject;
  const pairs: (readonly [string, string])[] = [['schedule', text]];
  if (format !== 'English') pairs.push(['schedule_format', format]);
  if (timezone !== '') pairs.push(['schedule_timezone', timezone]);
  return pairs;
}

/** How the key is reached from a table that takes it, or what holds it; undefined where it would mean nothing. */
function prefixFor({ about }: PreviewSubject, table: Meaning, schema: Schema): string | undefined {
  const container = containerOf(schema, table);
  if (container?.kind === 'tagged') {
    return about === 'pattern' && container.content ? `${container.content}.` : undefined;
  }
  if (container?.kind !== 'struct') return undefined;
  if (container.byName.has(about)) return '';
  if (about === 'pattern')
    return container.byName.has('execution') ? 'execution.params.' : undefined;
  const config = container.byName.get('config')?.type;
  const inner = config?.kind === 'ref' ? schema.types.get(config.name) : undefined;
  return inner?.kind === 'struct' && inner.byName.has(about) ? 'config.' : undefined;
}
