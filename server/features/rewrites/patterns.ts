/** A pattern in other words: the names that it picks now, or an item of it as a wildcard or a regex. */
import { CodeActionKind, type TextEdit } from 'vscode-languageserver';
import {
  asRegex,
  asWildcard,
  matchPattern,
  readPattern,
  type PatternItem,
} from '../../../komodo/patterns/index.ts';
import {
  quotedFor,
  stringMap,
  type Notation,
  type Place,
  type Span,
} from '../../../komodo/toml/index.ts';
import type { Document } from '../../workspace/document.ts';
import { effectiveInventory, itemsOf } from '../context.ts';
import { replacing } from '../pairEdits.ts';
import { patternAt, type PatternInFile } from '../patternAt.ts';
import type { Offer, Rewrite } from './rewrite.ts';
import type { Site } from './site.ts';

/** More names than this are nothing that a person wants to read. */
const mostNames = 100;

/** What a pattern picks, one by one; of a list of names, the wildcard that picks the same. */
export const patternAsList: Rewrite = (site) => {
  const written = listAt(site);
  // What is said in comments of the list would be lost.
  if (!written || written.pattern.text.includes('#')) return [];
  const { items } = written.pattern;
  const picked = picks(site, written, written.pattern.text);
  if (items.every(({ onlyName }) => onlyName !== undefined)) {
    const names = new Set(items.map(({ onlyName }) => onlyName!));
    const wildcard = names.size === picked.length ? commonWildcard([...names]) : undefined;
    if (wildcard === undefined || !same(picks(site, written, wildcard), picked)) return [];
    return offer(site, written, `Write it as \`${wildcard}\`, which picks the same now`, wildcard);
  }
  if (picked.length === 0 || picked.length > mostNames) return [];
  const list = picked.map((name) => name.replace(/[*?\\]/g, '\\$&')).join(', ');
  const names = readPattern(list, 'batch').items.map(({ onlyName }) => onlyName);
  if (!same(names, picked)) return [];
  const title = picked.length === 1 ? 'the name' : `the ${picked.length} names`;
  return offer(site, written, `Write ${title} that it picks now`, list);
};

/** The item at the cursor as a regex, or as a wildcard; of a permission all of its target. */
export const patternItem: Rewrite = (site) => {
  const written = writtenAt(site);
  const item = written && itemAt(site, written);
  if (!written || !item) return [];
  const { text, mode } = written.pattern;
  // A regex that lacks its backslashes is meant as one: a quick fix tells.
  if (item.kind === 'wildcard' && /^\^|\.\*|\$$/.test(item.text)) return [];
  const other = item.kind === 'wildcard' ? asRegex(item, mode) : asWildcard(item, mode);
  if (other === undefined) return [];
  if (!same(picks(site, written, other), picks(site, written, item.text))) return [];
  const fresh = text.slice(0, item.start) + other + text.slice(item.end);
  const kind = item.kind === 'wildcard' ? 'regex' : 'wildcard';
  return offer(site, written, `Write \`${item.text}\` as a ${kind}: \`${other}\``, fresh);
};

function writtenAt({ document, offset, schema }: Site): PatternInFile | undefined {
  return patternAt(document, offset, schema);
}

/** The pattern of a Batch execution. */
function listAt(site: Site): PatternInFile | undefined {
  const written = writtenAt(site);
  return written?.pattern.mode === 'batch' ? written : undefined;
}

/** Also at its end; in a list of one, anywhere. */
function itemAt({ document, offset }: Site, { pattern, place }: PatternInFile) {
  const at = stringMap(document.toml, place).valueAt(offset);
  const { items } = pattern;
  return items.length === 1
    ? items[0]
    : items.find(({ start, end }: PatternItem) => start <= at && at <= end);
}

/** Which of the names that count a pattern picks. */
function picks(
  { context }: Site,
  { kind, pattern: { mode } }: PatternInFile,
  text: string,
): readonly string[] {
  const names = itemsOf(effectiveInventory(context), kind).map(({ name }) => name);
  return matchPattern(readPattern(text, mode), names, context.engine).names;
}

/** The beginning that all have, and `*`, or the other way round; undefined where they have neither in common. */
function commonWildcard(names: readonly string[]): string | undefined {
  if (names.length < 2) return undefined;
  const [first = ''] = names;
  let [start, end] = [first.length, first.length];
  for (const name of names) {
    while (!name.startsWith(first.slice(0, start))) start--;
    while (!name.endsWith(first.slice(first.length - end))) end--;
  }
  const isStart = start >= end;
  const common = isStart ? first.slice(0, start) : first.slice(first.length - end);
  if (common === '' || /[*?\\]/.test(common)) return undefined;
  return isStart ? `${common}*` : `*${common}`;
}

function same(a: readonly (string | undefined)[], b: readonly (string | undefined)[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}

function offer(site: Site, { place }: PatternInFile, title: string, text: string): Offer[] {
  const edits = (): TextEdit[] => {
    const { document } = site;
    const quoted = quotedAt(document, place, text);
    return quoted === undefined ? [] : [replacing(document, document.spanOf(place), quoted)];
  };
  const changes =
    /^procedure\/[^/]*\/config\/stages\/\d+\/executions\/\d+\/execution\/params\/pattern$|^user_group\/[^/]*\/permissions\/\d+\/target\/id$/;
  return [{ title, kind: CodeActionKind.RefactorRewrite, edits, changes }];
}

/** A text in the quotes of the string that it is to replace, or in others that it needs. */
function quotedAt(document: Document, place: Place, text: string): string | undefined {
  const [quote] = /^("""|'''|"|')/.exec(document.textOf(place)) ?? [];
  return quotedFor(document.toml, document.spanOf(place), text, quote as Notation | undefined);
}

/** The permission of a user group as one for each resource that its pattern picks now. */
export const permissionForEach: Rewrite = (site) => {
  const { document, offset, resource } = site;
  const written = writtenAt(site);
  const list = resource?.datum.entries.get('permissions')?.value;
  if (written?.pattern.mode !== 'group' || list?.kind !== 'array' || list.ofTables) return [];
  const permission = list.items.find(({ place }) => isWithin(document.spanOf(place), offset));
  const names = picks(site, written, written.pattern.text);
  const isName = names.length === 1 && names[0] === written.pattern.text;
  // A comment would stand there for each.
  if (!permission || names.length === 0 || names.length > mostNames || isName) return [];
  if (document.textOf(permission.place).includes('#')) return [];
  const edits = (): TextEdit[] => {
    const span = document.spanOf(permission.place);
    const { start, end } = document.spanOf(written.place);
    const { text } = document;
    const [before, behind] = [text.slice(span.start, start), text.slice(end, span.end)];
    const quoted = names.map((name) => {
      const literal = name.replace(/[*?\\]/g, '\\$&');
      return quotedAt(document, written.place, literal);
    });
    if (quoted.includes(undefined)) return [];
    // Each on a line of its own, if this stands at the beginning of one.
    const [line, blanks] = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, span.start)) ?? [];
    const between = line === undefined ? ', ' : `,\n${blanks}`;
    const all = quoted.map((name) => `${before}${name}${behind}`);
    return [replacing(document, span, all.join(between))];
  };
  const title =
    names.length === 1
      ? 'Write the name that it picks now'
      : `Write a permission for each of the ${names.length} names that it picks now`;
  const changes = /^user_group\/[^/]*\/permissions(?:\/\d+\/target\/id)?$/;
  return [{ title, kind: CodeActionKind.RefactorRewrite, edits, changes }];
};

function isWithin({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
