/** What a grammar can't know: which words are executions, and names of what. */
import type { Range } from 'vscode-languageserver';
import {
  definitionOf,
  patternsOf,
  permissionPatternsOf,
  scriptNamesOf,
  usesOf,
  type NameKind,
  type WrittenPattern,
} from '../../komodo/names/index.ts';
import {
  configOf,
  meaningOf,
  memberOf,
  perResource,
  textOf,
  visitValues,
  type Meaning,
  type ResourceNode,
} from '../../komodo/resources/index.ts';
import {
  contentOf,
  placesWithin,
  startOf,
  type Block,
  type Place,
  type Span,
  type TomlDocument,
} from '../../komodo/toml/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import type { Document } from '../workspace/document.ts';
import { LineTable } from '../workspace/lineTable.ts';

const types = [
  'function',
  'type',
  'variable',
  'enumMember',
  'string',
  'label',
  // Of scripts.
  'class',
  'enum',
  'interface',
  'namespace',
  'typeParameter',
  'parameter',
  'property',
  'method',
] as const;
const modifiers = [
  'declaration',
  'schedule',
  'pattern',
  'execution',
  'server',
  'swarm',
  'stack',
  'deployment',
  'build',
  'repo',
  'procedure',
  'action',
  'builder',
  'alerter',
  'resource_sync',
  'user_group',
  'static',
  'async',
  'readonly',
  'defaultLibrary',
] as const;
type TokenType = (typeof types)[number];
type Modifier = (typeof modifiers)[number];

/**
 * The types are LSP's own, so that every editor has colours for them; the modifiers say more to who wants to know:
 * `type.stack` is the name of a stack.
 */
export const legend = { tokenTypes: [...types], tokenModifiers: [...modifiers] };

/** A word and what it is. */
interface Word {
  readonly place: Place;
  readonly type: TokenType;
  readonly modifiers: readonly Modifier[];
}

/** A word as LSP has it; its line counts from the first line of its block. */
interface Token {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: number;
  readonly modifiers: number;
}

/** A token as LSP's builder takes it; its line counts from the first of the file. */
type Pushed = [line: number, character: number, length: number, type: number, modifiers: number];

/** What takes tokens in their order. */
export interface TokenTaker {
  push(...token: Pushed): void;
}

/** A word of a script, on one line of the file. */
export interface ScriptWord {
  readonly range: Range;
  readonly type: TokenType;
  readonly modifiers: readonly Modifier[];
}

/** As {@link semanticTokens}, with the words of scripts among them; where two meet, what Komodo knows counts. */
export function tokensWithScripts(
  document: Document,
  schema: Schema,
  words: readonly ScriptWord[],
  builder: TokenTaker,
  range?: Range,
): void {
  if (words.length === 0) {
    semanticTokens(document, schema, builder, range);
    return;
  }
  const own: Pushed[] = [];
  const byLine = new Map<number, Pushed[]>();
  const take = (...token: Pushed): void => {
    own.push(token);
    const others = byLine.get(token[0]);
    if (others) others.push(token);
    else byLine.set(token[0], [token]);
  };
  semanticTokens(document, schema, { push: take }, range);
  const inScripts = words
    .filter(({ range: { start } }) => !range || isBetween(start.line, range))
    .map(({ range: { start, end }, type, modifiers: given }): Pushed => {
      const length = end.character - start.character;
      return [start.line, start.character, length, types.indexOf(type), bitsOf(given)];
    })
    .filter((token) => !byLine.get(token[0])?.some((other) => meet(token, other)));
  const all = [...own, ...inScripts].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  for (const token of all) builder.push(...token);
}

const isBetween = (line: number, { start, end }: Range) => start.line <= line && line <= end.line;
/** Whether two tokens of one line have a character in common. */
const meet = ([, from, length]: Pushed, [, otherFrom, otherLength]: Pushed) =>
  from < otherFrom + otherLength && otherFrom < from + length;
const bitsOf = (given: readonly Modifier[]) =>
  given.reduce((sum, name) => sum | (1 << modifiers.indexOf(name)), 0);

/** Fills a builder with the words of a file in their order; of a range, with those of all blocks that it touches. */
export function semanticTokens(
  document: Document,
  schema: Schema,
  builder: TokenTaker,
  range?: Range,
): void {
  const { toml, lines } = document;
  const tokens = new Map<Block, readonly Token[]>();
  for (const resource of document.resources(schema).resources) {
    for (const [block, own] of tokensOf(resource, toml)) tokens.set(block, own);
  }
  const [first, last] = range
    ? [lines.offsetAt(range.start), lines.offsetAt(range.end)]
    : [0, document.text.length];
  toml.blocks.forEach((block, index) => {
    const own = tokens.get(block);
    const start = toml.starts[index]!;
    if (!own || start + block.length <= first || start >= last) return;
    const { line } = lines.positionAt(start);
    for (const token of own) {
      // What a script would stand in is not seen.
      if (line + token.line < 0) continue;
      const { character, length, type, modifiers: bits } = token;
      builder.push(line + token.line, character, length, type, bits);
    }
  });
}

/**
 * The tokens of a resource by the blocks that it is written in, in their order. Blocks stay the same while somebody types
 * elsewhere, and so does what was made of them.
 */
const tokensOf = perResource((resource, toml): ReadonlyMap<Block, readonly Token[]> => {
  const words = new Map<Block, Word[]>();
  for (const word of wordsOf(resource, toml)) {
    const { block } = word.place;
    const own = words.get(block);
    if (own) own.push(word);
    else words.set(block, [word]);
  }
  return new Map([...words].map(([block, own]) => [block, tokensIn(block, own, toml)]));
});

function tokensIn(block: Block, words: readonly Word[], toml: TomlDocument): readonly Token[] {
  const start = startOf(toml, block) ?? 0;
  const text = toml.text.slice(start, start + block.length);
  const lines = new LineTable(text);
  let behind = 0;
  return words
    .toSorted((a, b) => a.place.start - b.place.start || a.place.end - b.place.end)
    .flatMap(({ place, type, modifiers: given }): Token[] => {
      // Tokens must not overlap, and stand on one line each.
      if (place.start < behind || !/^[^\r\n]+$/.test(text.slice(place.start, place.end))) return [];
      behind = place.end;
      const bits = bitsOf(given);
      const length = place.end - place.start;
      const position = lines.positionAt(place.start);
      return [{ ...position, length, type: types.indexOf(type), modifiers: bits }];
    });
}

/** The words of a block. What has a Variable in it is no name yet. */
function wordsOf(resource: ResourceNode, toml: TomlDocument): readonly Word[] {
  const definition = definitionOf(resource, toml);
  const uses = [...usesOf(resource, toml), ...scriptNamesOf(resource, toml).uses];
  const schedule = scheduleIn(resource);
  return [
    ...(definition ? [wordOf(definition.kind, definition.place, 'declaration')] : []),
    ...uses
      .filter((use) => use.in === 'text' || !use.name.includes('[['))
      .map(({ kinds, place }) => wordOf(kinds[0]!, place)),
    ...[...patternsOf(resource, toml), ...permissionPatternsOf(resource, toml)].flatMap((pattern) =>
      piecesOf(pattern, toml),
    ),
    ...chosenIn(resource),
    ...(schedule ? [{ place: schedule, ...asSchedule }] : []),
  ];
}

function scheduleIn(resource: ResourceNode): Place | undefined {
  const config = configOf(resource);
  const schedule = config && memberOf(config.table, config.definition, 'schedule')?.value;
  return textOf(schedule) && contentOf(schedule!);
}

const asSchedule = { type: 'string', modifiers: ['schedule'] } as const;

function wordOf(kind: NameKind, place: Place, ...more: readonly Modifier[]): Word {
  if (kind === 'tag') return { place, type: 'label', modifiers: more };
  if (kind === 'variable') return { place, type: 'variable', modifiers: more };
  const runs = kind === 'procedure' || kind === 'action';
  const type = runs ? 'function' : 'type';
  return { place, type, modifiers: [kind, ...more] };
}

/** What stands between the wildcards of an item; the wildcards themselves, and regexes, are for the grammar. */
function piecesOf(
  { kind, pattern, place }: Pick<WrittenPattern, 'kind' | 'pattern' | 'place'>,
  toml: TomlDocument,
): readonly Word[] {
  const wildcards = pattern.items.filter(
    (item) => item.kind === 'wildcard' && item.onlyName === undefined,
  );
  const pieces = wildcards.flatMap((item) =>
    Array.from(item.text.matchAll(/(?:\\.|[^\\*?])+/g), ({ index, 0: piece }): Span => {
      const start = item.start + index;
      return { start, end: start + piece.length };
    }),
  );
  return placesWithin(toml, place, pieces).map((each) => wordOf(kind, each, 'pattern'));
}

/** The executions, and the values that are one of a few that Core knows. */
function chosenIn(resource: ResourceNode): readonly Word[] {
  const words: Word[] = [];
  visitValues(resource.schema, meaningOf(resource), (meaning) => {
    const word = chosen(meaning, resource);
    if (word && meaning.datum) words.push({ place: contentOf(meaning.datum), ...word });
  });
  return words;
}

function chosen(
  { owner, type, datum }: Meaning,
  { schema }: ResourceNode,
): Omit<Word, 'place'> | undefined {
  const text = textOf(datum)?.text;
  if (text === undefined) return undefined;
  if (owner?.kind === 'tagged' && !type) {
    if (!owner.byName.has(text)) return undefined;
    return owner.name === 'Execution'
      ? { type: 'function', modifiers: ['execution'] }
      : { type: 'enumMember', modifiers: [] };
  }
  const definition = type?.kind === 'ref' ? schema.types.get(type.name) : undefined;
  return definition?.kind === 'enum' && definition.byName.has(text)
    ? { type: 'enumMember', modifiers: [] }
    : undefined;
}
