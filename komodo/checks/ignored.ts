/**
 * `# komodo: ignore[code]`: a person has seen what is found there and wants it so. Behind something the comment counts
 * for its line; alone on a line, for the pair or header that follows, or for the next line inside of an array or table.
 * In the script of an Action it is a comment of the script, see `ignoredInScript.ts`.
 */
import { EmbeddedScript } from '../actions/index.ts';
import { actionScriptOf } from '../names/index.ts';
import { perResource, similarNames, type Resources } from '../resources/index.ts';
import { nodesAt, startOf, type Block, type Span, type TomlDocument } from '../toml/index.ts';
import { codes, isCode } from './codes.ts';
import type { Finding, Mend } from './finding.ts';
import { codesIgnoredBy, type IgnoredCode } from './ignoreComment.ts';
import { calledInComment, ignoredIn, ignoringInScript, isOfTypeScript } from './ignoredInScript.ts';
import { didYouMean } from './mends.ts';
import { changingTo } from './renaming.ts';

/** A comment that ignores something; offsets count from its block. */
interface Ignoring {
  readonly codes: readonly IgnoredCode[];
  /** What it counts for; undefined for the header of the next block. */
  readonly span: Span | undefined;
}

/** A code that a comment ignores, and what it counts for. */
interface Ignored {
  readonly block: Block;
  readonly code: IgnoredCode;
  readonly target: Block | undefined;
  readonly span: Span | undefined;
}

/**
 * What is left of the findings in a file. What Core rejects is never ignored: it would be no less rejected. A code that
 * is ignored where it is not found is a finding itself.
 */
export function withoutIgnored(
  findings: readonly Finding[],
  toml: TomlDocument,
  { byKind }: Pick<Resources, 'byKind'>,
): readonly Finding[] {
  const ignored: Ignored[] = [];
  toml.blocks.forEach((block, index) => {
    for (const comment of ignoringIn(block, toml)) {
      const target = comment.span ? block : toml.blocks[index + 1];
      const span = comment.span ?? target?.header;
      for (const code of comment.codes) ignored.push({ block, code, target, span });
    }
  });
  for (const list of byKind) {
    if (list[0]?.kind !== 'action') continue;
    for (const action of list) ignored.push(...ignoredInScriptOf(action, toml));
  }
  if (ignored.length === 0) return findings;
  const used = new Set<Ignored>();
  const left = findings.filter(({ class: kind, code, place }) => {
    if (kind === 'rejected' || !place) return true;
    const found = ignored.filter(
      (each) =>
        each.code.code === code && each.target === place.block && holds(each.span, place.start),
    );
    for (const each of found) used.add(each);
    return found.length === 0;
  });
  const unused = ignored.filter((each) => !used.has(each));
  const isRejected = ({ code, target, span }: Ignored) =>
    findings.some(
      (each) =>
        each.class === 'rejected' &&
        each.code === code.code &&
        each.place?.block === target &&
        each.place !== undefined &&
        holds(span, each.place.start),
    );
  return [
    ...left,
    ...unused.map((each) =>
      each.code.code === '' ? ignoringNothing(each, left) : unusedIgnore(each, isRejected(each)),
    ),
  ];
}

/** A comment without a code: it is not taken for all of them, which would hide mistakes to come. */
function ignoringNothing(
  { block, code, target, span }: Ignored,
  left: readonly Finding[],
): Finding {
  const { start, end, unbracketed = [] } = code;
  const place = { block, start, end };
  const there = left.filter(
    ({ class: kind, place: at }) =>
      kind !== 'rejected' && at?.block === target && holds(span, at!.start),
  );
  const codes = unbracketed.length > 0 ? unbracketed : [...new Set(there.map((each) => each.code))];
  const text = `komodo: ignore[${codes.join(', ')}]`;
  return {
    code: 'unused-ignore',
    class: 'style',
    place,
    message:
      codes.length > 0
        ? `This ignores nothing: write which code, \`${text}\`.`
        : 'This ignores nothing: it names no code in brackets.',
    mends: codes.length > 0 ? [{ title: `Write \`${text}\``, edits: [{ place, text }] }] : [],
  };
}

/** What TypeScript finds was ignored where that was found. */
const ignoredInScriptOf = perResource((action, toml): readonly Ignored[] => {
  const script = actionScriptOf(action);
  const found = ignoredIn(script?.text ?? '').filter(({ code }) => !isOfTypeScript(code));
  const embedded = script && found.length > 0 && EmbeddedScript.at(toml, script.place);
  if (!embedded) return [];
  const { block } = script.place;
  const base = startOf(toml, block) ?? 0;
  const inBlock = (span: Span): Span => {
    const { start, end } = embedded.sourceOf(span);
    return { start: start - base, end: end - base };
  };
  return found.map(({ code, counts, ...span }): Ignored => {
    const { start, end } = inBlock(counts);
    const own = { code, ...inBlock(span) };
    return { block, code: own, target: block, span: { start, end: end + 1 } };
  });
});

function unusedIgnore({ code: ignored, block }: Ignored, isRejected: boolean): Finding {
  const { code, start, end } = ignored;
  const place = { block, start, end };
  const common = { code: 'unused-ignore', class: 'style', place } as const;
  if (isRejected)
    return { ...common, message: 'What Core rejects cannot be ignored: it stays rejected.' };
  if (isCode(code)) return { ...common, message: `There is no \`${code}\` to ignore here.` };
  const similar = similarNames(code, Object.keys(codes));
  return {
    ...common,
    message: `There is no diagnostic with the code \`${code}\`.${didYouMean(similar)}`,
    mends: similar.slice(0, 1).flatMap((meant) => changingTo(meant, place)),
  };
}

function holds(span: Span | undefined, offset: number): boolean {
  return span !== undefined && span.start <= offset && offset < span.end;
}

/** A block that has not changed has the same comments. */
const known = new WeakMap<Block, readonly Ignoring[]>();

const none: readonly Ignoring[] = [];

function ignoringIn(block: Block, toml: TomlDocument): readonly Ignoring[] {
  if (block.comments.length === 0) return none;
  let comments = known.get(block);
  if (!comments) {
    const base = startOf(toml, block) ?? 0;
    const text = toml.text.slice(base, base + block.length);
    comments = block.comments.flatMap((comment) => readComment(comment, block, text));
    known.set(block, comments);
  }
  return comments;
}

function readComment(comment: Span, block: Block, text: string): Ignoring[] {
  const codes = codesIgnoredBy(comment, text);
  return codes.length > 0 ? [{ codes, span: countsFor(comment, block, text) }] : [];
}

function countsFor(comment: Span, { pairs }: Block, text: string): Span | undefined {
  const lineStart = text.lastIndexOf('\n', comment.start - 1) + 1;
  const isAlone = text.slice(lineStart, comment.start).trim() === '';
  if (!isAlone) return { start: lineStart, end: comment.end };
  const isInside = pairs.some(({ start, end }) => start < comment.start && comment.end < end);
  if (isInside) return { start: comment.end, end: endOfLine(text, comment.end + 1) };
  const next = pairs.find(({ start }) => start > comment.end);
  return next && { start: next.start, end: next.end };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/**
 * The edit that has a finding ignored: a comment on the line above, in a script one of the script. Undefined for what
 * cannot be ignored.
 */
export function ignoring(
  finding: Finding,
  toml: TomlDocument,
  { byKind }: Pick<Resources, 'byKind'>,
): Mend | undefined {
  const { class: kind, code, place } = finding;
  if (kind === 'rejected' || code === 'unused-ignore' || !place) return undefined;
  const base = startOf(toml, place.block) ?? 0;
  const script = scriptAt(base + place.start, toml, byKind);
  if (script) return inScript(finding, script, base);
  const { nodes } = nodesAt(toml, base + place.start);
  // No comment can stand in a string.
  const string = nodes.find((node) => 'kind' in node && node.kind === 'string');
  const line = toml.text.lastIndexOf('\n', base + (string ?? place).start - 1) + 1;
  const at = { block: place.block, start: line - base, end: line - base };
  const indentation = /^[ \t]*/.exec(toml.text.slice(line, line + 200))![0];
  return {
    title: `Ignore \`${code}\` here`,
    edits: [{ place: at, text: `${indentation}# komodo: ignore[${code}]\n` }],
  };
}

/** The script that an offset of a file stands in. */
function scriptAt(
  offset: number,
  toml: TomlDocument,
  byKind: Resources['byKind'],
): EmbeddedScript | undefined {
  for (const action of byKind.flatMap((list) => (list[0]?.kind === 'action' ? list : []))) {
    const script = actionScriptOf(action);
    const embedded = script && EmbeddedScript.at(toml, script.place);
    if (embedded?.offsetAt(offset) !== undefined) return embedded;
  }
  return undefined;
}

/** Undefined where the string can't hold the comment. */
function inScript(finding: Finding, script: EmbeddedScript, base: number): Mend | undefined {
  const { code, number } = finding;
  const { block, start } = finding.place!;
  const offset = script.offsetAt(base + start)!;
  const found = { code, start: offset, ...(number !== undefined && { number }) };
  const edits = script.changed([ignoringInScript(script.text, found)]);
  return (
    edits && {
      title: `Ignore \`${calledInComment(found)}\` here`,
      edits: edits.map((edit) => ({
        place: { block, start: edit.start - base, end: edit.end - base },
        text: edit.text,
      })),
    }
  );
}
