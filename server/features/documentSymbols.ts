import { SymbolKind, type DocumentSymbol, type Position, type Range } from 'vscode-languageserver';
import type { InlineTableNode, PairNode, ValueNode } from '../../komodo/toml/index.ts';
import { kindMeantBy } from '../workspace/detect.ts';
import type { Document } from '../workspace/document.ts';
import { sectionsOf, stringAt, type Section } from './sections.ts';

const kindSymbols: Readonly<Record<string, SymbolKind>> = {
  procedure: SymbolKind.Function,
  action: SymbolKind.Method,
  variable: SymbolKind.Variable,
  user_group: SymbolKind.Interface,
  alerter: SymbolKind.Event,
  resource_sync: SymbolKind.File,
  repo: SymbolKind.Package,
};

/** The sign by which a kind of resource is shown. */
export function symbolOfKind(kind: string): SymbolKind {
  return kindSymbols[kind] ?? SymbolKind.Module;
}

/** The outline: resources by name, in them their tables and keys; Procedures with stages and executions. */
export function documentSymbols(document: Document): DocumentSymbol[] {
  const symbolAt = (
    base: number,
    node: { start: number; end: number },
    selection: { start: number; end: number },
    symbol: Pick<DocumentSymbol, 'name' | 'kind'> & Partial<DocumentSymbol>,
  ): DocumentSymbol => ({
    ...symbol,
    range: document.lines.range(base + node.start, base + node.end),
    selectionRange: document.lines.range(base + selection.start, base + selection.end),
  });

  const ofSection = (section: Section): DocumentSymbol => {
    const { block, base, path, start, end, sections } = section;
    const written = path.join('.');
    const last = path.at(-1) ?? '';
    const name = stringAt(block.pairs, 'name');
    return symbolAt(
      0,
      { start, end },
      { start, end: base + block.header!.end },
      {
        name: name ?? (last === '' ? '[]' : last),
        ...(name && { detail: path.length === 1 ? last : written }),
        kind: symbolOf(section),
        children: [...block.pairs.map((pair) => ofPair(pair, base)), ...sections.map(ofSection)],
      },
    );
  };
  const ofPair = (pair: PairNode, base: number): DocumentSymbol =>
    symbolAt(base, pair, pair.key, {
      name: pair.key.parts.map((part) => part.name).join('.') || '""',
      kind: valueSymbols[pair.value.kind],
      children: ofItems(pair.value, base),
    });
  const ofItems = (value: ValueNode, base: number): DocumentSymbol[] => {
    if (value.kind === 'inline-table') return value.pairs.map((pair) => ofPair(pair, base));
    if (value.kind !== 'array') return [];
    return value.items.flatMap((item, index) =>
      item.kind === 'inline-table'
        ? [symbolAt(base, item, item, { ...labelOf(item, index), kind: SymbolKind.Object })]
        : [],
    );
  };
  const before = document.toml.blocks[0]!.pairs.map((pair) => ofPair(pair, 0));
  return [...before, ...sectionsOf(document).map(ofSection)];
}

const valueSymbols: Readonly<Record<ValueNode['kind'], SymbolKind>> = {
  string: SymbolKind.String,
  integer: SymbolKind.Number,
  float: SymbolKind.Number,
  boolean: SymbolKind.Boolean,
  datetime: SymbolKind.Constant,
  array: SymbolKind.Array,
  'inline-table': SymbolKind.Object,
  missing: SymbolKind.Null,
  invalid: SymbolKind.Null,
};

function symbolOf({ path, block }: Section): SymbolKind {
  if (path.length > 1) return block.header?.kind === 'array' ? SymbolKind.Event : SymbolKind.Object;
  return symbolOfKind(kindMeantBy(path[0] ?? '') ?? '');
}

/** An execution by its type and first parameter, anything else by its name or number. */
function labelOf(table: InlineTableNode, index: number): { name: string; detail?: string } {
  const type = stringAt(table.pairs, 'execution', 'type');
  if (!type) return { name: stringAt(table.pairs, 'name') ?? `[${index}]` };
  const param = table.pairs.find(
    ({ key, value }) => key.parts[1]?.name === 'params' && value.kind === 'string',
  );
  return { name: type, ...(param?.value.kind === 'string' && { detail: param.value.value }) };
}

/** The outline with the symbols of what stands in some strings, each under the innermost one that holds its string. */
export function withSymbols(
  outline: DocumentSymbol[],
  inStrings: readonly { readonly range: Range; readonly symbols: DocumentSymbol[] }[],
): DocumentSymbol[] {
  for (const { range, symbols } of inStrings) {
    let owner: DocumentSymbol | undefined;
    let candidates: DocumentSymbol[] | undefined = outline;
    for (;;) {
      const inner: DocumentSymbol | undefined = candidates?.find((each) =>
        holds(each.range, range),
      );
      if (!inner) break;
      owner = inner;
      candidates = inner.children;
    }
    if (owner) owner.children = [...(owner.children ?? []), ...symbols];
  }
  return outline;
}

function holds(outer: Range, { start, end }: Range): boolean {
  const isAfter = (a: Position, b: Position) =>
    a.line > b.line || (a.line === b.line && a.character >= b.character);
  return isAfter(start, outer.start) && isAfter(outer.end, end);
}
