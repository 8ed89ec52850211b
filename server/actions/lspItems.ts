/** TypeScript's completions and outline as LSP has them. */
import {
  CompletionItemKind,
  CompletionItemTag,
  SymbolKind,
  type CompletionItem,
  type DocumentSymbol,
  type TextEdit,
} from 'vscode-languageserver';
import type { CompletionEntry, ScriptSymbol } from './messages.ts';
import { rangeIn, type OpenScript } from './openScripts.ts';

/** Carried by a completion item until its documentation is asked for. */
export interface ScriptItemData {
  readonly script: { readonly uri: string; readonly name: string; readonly offset: number };
}

/** @param textEdit what taking it does to the file */
export function itemOf(
  { label, kind, sort, isDeprecated }: CompletionEntry,
  textEdit: TextEdit,
  data: ScriptItemData,
): CompletionItem {
  return {
    label,
    kind: itemKinds[kind] ?? CompletionItemKind.Text,
    sortText: sort,
    filterText: label,
    textEdit,
    data,
    ...(isDeprecated && { tags: [CompletionItemTag.Deprecated] }),
  };
}

const itemKinds: Readonly<Record<string, CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  var: CompletionItemKind.Variable,
  let: CompletionItemKind.Variable,
  const: CompletionItemKind.Constant,
  'local var': CompletionItemKind.Variable,
  parameter: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  'local function': CompletionItemKind.Function,
  method: CompletionItemKind.Method,
  property: CompletionItemKind.Property,
  getter: CompletionItemKind.Property,
  class: CompletionItemKind.Class,
  interface: CompletionItemKind.Interface,
  type: CompletionItemKind.Interface,
  enum: CompletionItemKind.Enum,
  'enum member': CompletionItemKind.EnumMember,
  module: CompletionItemKind.Module,
  alias: CompletionItemKind.Variable,
  string: CompletionItemKind.Constant,
};

/** A part of a script's outline, with what is in it. */
export function symbolOf(
  script: OpenScript,
  { name, kind, nameSpan, children, ...span }: ScriptSymbol,
): DocumentSymbol {
  return {
    name,
    kind: symbolKinds[kind] ?? SymbolKind.Variable,
    range: rangeIn(script, span),
    selectionRange: rangeIn(script, nameSpan),
    children: children.map((each) => symbolOf(script, each)),
  };
}

const symbolKinds: Readonly<Record<string, SymbolKind>> = {
  function: SymbolKind.Function,
  'local function': SymbolKind.Function,
  method: SymbolKind.Method,
  property: SymbolKind.Property,
  class: SymbolKind.Class,
  interface: SymbolKind.Interface,
  type: SymbolKind.Interface,
  enum: SymbolKind.Enum,
  'enum member': SymbolKind.EnumMember,
  const: SymbolKind.Constant,
};
