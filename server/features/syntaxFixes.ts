/** What mends a text that is no TOML, where it is plain what was meant. */
import type { Finding } from '../../komodo/checks/index.ts';
import {
  nodesAt,
  quotedFor,
  type HeaderNode,
  type Node,
  type PairNode,
  type Span,
  type StringNode,
  type ValueNode,
} from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';
import type { Fix } from './fix.ts';
import { pairAt, removing, replacing } from './pairEdits.ts';
import { goingOn, threeQuotesFixes } from './threeQuotesFixes.ts';

interface Place {
  readonly document: Document;
  /** Offset that the nodes' offsets count from. */
  readonly base: number;
  readonly span: Span;
}

export function syntaxFixes(document: Document, problem: Finding): Fix[] {
  const span = document.spanOf(problem.place!);
  const { nodes, start: base } = nodesAt(document.toml, span.start);
  const place = { document, base, span };
  const inText = threeQuotesFixes(document, span.start);
  if (inText.length > 0) return inText;
  if (problem.related) return doubledFixes(place, nodes, document.spanOf(problem.related));
  const node = nodes.findLast((each) => base + each.start === span.start) ?? nodes.at(-1);
  if (!node) return [...closedTooSoon(place), without(place)];
  if (document.textOf(problem.place!) === ':') return [withEquals(place, nodes)];
  const comma = missingComma(place, nodes);
  if (comma) return [comma];
  if (!('kind' in node)) return nodes.filter(isPair).flatMap((pair) => halfPairFixes(place, pair));
  switch (node.kind) {
    case 'invalid':
      return invalidFixes(place, node.text);
    case 'string':
      return node.open ? openStringFixes(place, node) : escapeFixes(place, node);
    case 'array':
      if ('items' in node) return node.open ? [closing(place, node, ']')] : [];
      return headerFixes(place, node);
    case 'inline-table':
      return node.open ? [closing(place, node, '}')] : [];
    case 'table':
      return headerFixes(place, node);
    default:
      return [];
  }
}

/** `=` for a colon, and a text without quotes in quotes. */
function withEquals({ document, base, span }: Place, nodes: readonly Node[]): Fix {
  const isBare = document.text.charAt(span.start - 1).trim() !== '';
  const edits = [replacing(document, span, isBare ? ' =' : '=')];
  const value = nodes.findLast(isPair)?.value;
  const at = value && { start: base + value.start, end: base + value.end };
  const text = value?.kind === 'invalid' ? quotedFor(document.toml, at!, value.text) : undefined;
  if (text !== undefined) edits.push(replacing(document, at!, text));
  return { title: 'Write `=` in its place', edits };
}

const booleans: Readonly<Record<string, string>> = {
  true: 'true',
  yes: 'true',
  on: 'true',
  false: 'false',
  no: 'false',
  off: 'false',
};

/** A word that is no value: a boolean in other words, or a text without quotes. */
function invalidFixes({ document, span }: Place, text: string): Fix[] {
  const fixes: Fix[] = [];
  const boolean = booleans[text.toLowerCase()];
  if (boolean !== undefined)
    fixes.push({ title: `Change to \`${boolean}\``, edits: [replacing(document, span, boolean)] });
  // Quotes that a text processor has made typographic are meant as those of TOML.
  const plain = /^[“”„‘’](.*)[“”‘’]$/su.exec(text)?.[1] ?? text;
  const quoted = /^['"]|['"]$/.test(plain) ? undefined : quotedFor(document.toml, span, plain);
  if (quoted !== undefined)
    fixes.push({ title: 'Put it in quotes', edits: [replacing(document, span, quoted)] });
  return fixes;
}

/** `test` alone on a line. */
function halfPairFixes({ document, base }: Place, { key, equals, start }: PairNode): Fix[] {
  const found = equals === undefined ? pairAt(document, base + start) : undefined;
  if (!found) return [];
  const name = key.parts.map((part) => part.name).join('.');
  return [{ title: `Remove \`${name}\``, edits: [removing(document, found)] }];
}

function openStringFixes(place: Place, node: StringNode): Fix[] {
  const fixes = [closing(place, node, node.quote)];
  const { document, base } = place;
  const start = base + node.start;
  // "\^web-.*$\" was meant to end where the regex does.
  const meant = /^"([^'"]*\\)"(?=[ \t]*(?:[,}\]#]|$))/.exec(
    document.text.slice(start, base + node.end),
  );
  if (node.quote === '"' && meant)
    fixes.unshift(inApostrophes(document, { start, end: start + meant[0].length }, meant[1]!));
  return fixes;
}

/**
 * A backslash that TOML takes for the beginning of an escape. Core's own exports have such: they escape quotes alone, so
 * a backslash before one is taken for that.
 */
function escapeFixes({ document, base }: Place, { start, end, quote }: StringNode): Fix[] {
  const span = { start: base + start, end: base + end };
  if (quote !== '"') return [];
  const meant = document.text.slice(span.start + 1, span.end - 1).replaceAll('\\"', '"');
  if (!meant.includes("'")) return [inApostrophes(document, span, meant)];
  const written = quotedFor(document.toml, span, meant, '"');
  return written === undefined
    ? []
    : [{ title: 'Escape its backslashes', edits: [replacing(document, span, written)] }];
}

function inApostrophes(document: Document, span: Span, text: string): Fix {
  const edits = [replacing(document, span, `'${text}'`)];
  return { title: 'Write it in apostrophes, where a backslash is just that', edits };
}

function headerFixes({ document, base }: Place, header: HeaderNode): Fix[] {
  if (header.closed) return [];
  const end = base + header.end;
  const has = /\]*$/.exec(document.text.slice(base + header.key.end, end))![0].length;
  const missing = ']'.repeat((header.kind === 'array' ? 2 : 1) - has);
  return [
    {
      title: `Close it with \`${missing}\``,
      edits: [replacing(document, { start: end, end }, missing)],
    },
  ];
}

function closing({ document, base }: Place, node: ValueNode, bracket: string): Fix {
  const end = base + node.end;
  const edits = [replacing(document, { start: end, end }, bracket)];
  return { title: `Close it with \`${bracket}\``, edits };
}

/** Two items, or two pairs in braces, with nothing but blanks between. */
function missingComma({ document, base, span }: Place, nodes: readonly Node[]): Fix | undefined {
  for (const node of nodes) {
    if (!('kind' in node) || 'key' in node) continue;
    const items =
      node.kind === 'array' ? node.items : node.kind === 'inline-table' ? node.pairs : [];
    const index = items.findIndex(({ start }) => base + start === span.start);
    const end = base + (items[index - 1]?.end ?? 0);
    const isMissing = index > 0 && !document.text.slice(end, span.start).includes(',');
    if (isMissing)
      return { title: 'Add the comma', edits: [replacing(document, { start: end, end }, ',')] };
  }
  return undefined;
}

/** A key that stands twice, or a table that goes on where the header of the next resource is missing. */
function doubledFixes(place: Place, nodes: readonly Node[], first: Span): Fix[] {
  const { document, span } = place;
  const header = nodes.find(isHeader);
  if (header) return [...mergedTable(place, header), ...newResourceFixes(place, header)];
  const pairs = [pairAt(document, span.start), pairAt(document, first.start)];
  const [again, before] = pairs.map((found) => found && [removing(document, found)]);
  const name = document.text.slice(span.start, span.end);
  const fixes: Fix[] = [];
  if (again) fixes.push({ title: `Remove this \`${name}\``, edits: again });
  if (before) fixes.push({ title: `Remove the first \`${name}\``, edits: before });
  return fixes;
}

/** Takes the header away where the same table is right above, so that its keys go on there. */
function mergedTable({ document, base }: Place, header: HeaderNode): Fix[] {
  const { blocks, starts } = document.toml;
  const index = starts.indexOf(base);
  const [block, above] = [blocks[index]!, blocks[index - 1]];
  const nameOf = (node: HeaderNode | undefined) =>
    node?.key.parts.map(({ name }) => name).join('.');
  const isSame = above?.header?.kind === 'table' && nameOf(above.header) === nameOf(header);
  if (header.kind !== 'table' || !above || !isSame || above.pairs.length === 0) return [];
  const names = new Set(above.pairs.map((pair) => pair.key.parts[0]?.name));
  if (block.pairs.some((pair) => names.has(pair.key.parts[0]?.name))) return [];
  const { start } = header;
  const line = document.lines.positionAt(base + start).line;
  const span = {
    start: document.lines.offsetAt({ line, character: 0 }),
    end: document.lines.endOf(line) + 1,
  };
  const comment = /#[^\r\n]*/.exec(document.text.slice(base + start, span.end))?.[0];
  const kept = comment === undefined ? '' : `${comment}\n`;
  return [{ title: 'Go on in the table above', edits: [replacing(document, span, kept)] }];
}

/** Puts `[[stack]]` before the `name` that the next resource seems to begin with, else before its `[stack.config]`. */
function newResourceFixes({ document, base }: Place, { key, start }: HeaderNode): Fix[] {
  const [kind] = key.parts;
  if (!kind || key.parts.length < 2) return [];
  const header = `[[${kind.name}]]`;
  const title = `Begin a new resource with \`${header}\``;
  const index = document.toml.starts.indexOf(base);
  const before = document.toml.blocks[index - 1];
  const name = before?.pairs.find((pair) => pair.key.parts[0]?.name === 'name');
  const above = name
    ? { offset: document.startOf(before!) + name.start, text: `${header}\n` }
    : { offset: base + start, text: `${header}\nname = ""\n` };
  const at = { start: above.offset, end: above.offset };
  return [{ title, edits: [replacing(document, at, above.text)] }];
}

/** Quotes that close nothing, as those before them have closed the text already. */
function closedTooSoon({ document, base, span }: Place): Fix[] {
  const quotes = document.text.slice(span.start, span.end);
  const closed = document
    .blockAt(span.start)
    .pairs.findLast(({ value, end }) => base + end < span.start && isTextIn(quotes, value));
  if (!closed) return [];
  const name = closed.key.parts.map((part) => part.name).join('.');
  const end = base + closed.value.end;
  const line = lineOf(document, end);
  // With something behind them they are rather quotes of the text itself, see threeQuotesFixes.ts.
  if (/^[ \t]*[^\s#]/.test(document.text.slice(end, line.end))) return [];
  const isAlone = document.text.slice(line.start, line.end).trim() === quotes;
  const edits = [replacing(document, isAlone ? line : { start: end - quotes.length, end }, '')];
  const text = { start: base + closed.value.start, end, name };
  return [
    { title: `Let \`${name}\` go on to these quotes`, edits },
    ...(quotes === '"""' ? goingOn(document, text) : []),
  ];
}

function isTextIn(quotes: string, value: ValueNode): boolean {
  return value.kind === 'string' && value.quote === quotes;
}

/** A line that holds nothing of a document. */
function without({ document, span }: Place): Fix {
  return {
    title: 'Remove this line',
    edits: [replacing(document, lineOf(document, span.start), '')],
  };
}

/** The line of an offset, with its line break. */
function lineOf({ lines }: Document, offset: number): Span {
  const { line } = lines.positionAt(offset);
  return {
    start: lines.offsetAt({ line, character: 0 }),
    end: lines.offsetAt({ line: line + 1, character: 0 }),
  };
}

function isPair(node: Node): node is PairNode {
  return 'kind' in node && node.kind === 'pair';
}

function isHeader(node: Node): node is HeaderNode {
  return 'kind' in node && 'key' in node && node.kind !== 'pair';
}
