/** A pattern in other words: the names that it picks now, or an item of it as a wildcard or a regex. */
import { CodeActionKind, type TextEdit } from 'vscode-languageserver';
import {
  asRegex,
  asWildcard,
  matchPattern,
  readPattern,
  type PatternItem,
} from '../../../komodo/patterns/index.ts';
import { quotedFor, stringMap, type Notation } from '../../../komodo/toml/index.ts';
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

/** The item at the cursor as a regex, or as a wildcard. */
export const patternItem: Rewrite = (site) => {
  const written = listAt(site);
  const item = written && itemAt(site, written);
  const other = item && (item.kind === 'wildcard' ? asRegex(item) : asWildcard(item));
  if (other === undefined) return [];
  if (!same(picks(site, written!, other), picks(site, written!, item!.text))) return [];
  const { text } = written!.pattern;
  const fresh = text.slice(0, item!.start) + other + text.slice(item!.end);
  const kind = item!.kind === 'wildcard' ? 'regex' : 'wildcard';
  return offer(site, written!, `Write \`${item!.text}\` as a ${kind}: \`${other}\``, fresh);
};

/** The pattern of a Batch execution. */
function listAt({ document, offset, schema }: Site): PatternInFile | undefined {
  const written = patternAt(document, offset, schema);
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
function picks({ context }: Site, { kind }: PatternInFile, text: string): readonly string[] {
  const names = itemsOf(effectiveInventory(context), kind).map(({ name }) => name);
  return matchPattern(readPattern(text, 'batch'), names, context.engine).names;
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

function offer({ document }: Site, { place }: PatternInFile, title: string, text: string): Offer[] {
  const edits = (): TextEdit[] => {
    const span = document.spanOf(place);
    const [quote] = /^("""|'''|"|')/.exec(document.textOf(place)) ?? [];
    const quoted = quotedFor(document.toml, span, text, quote as Notation | undefined);
    return quoted === undefined ? [] : [replacing(document, span, quoted)];
  };
  const changes =
    /^procedure\/[^/]*\/config\/stages\/\d+\/executions\/\d+\/execution\/params\/pattern$/;
  return [{ title, kind: CodeActionKind.RefactorRewrite, edits, changes }];
}
