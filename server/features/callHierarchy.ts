/** Who runs whom: Procedures and Actions, what they act on, and who acts on a resource. */
import {
  SymbolKind,
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Location,
  type Position,
} from 'vscode-languageserver';
import { picked } from '../../komodo/checks/index.ts';
import type { ResourceKind } from '../../komodo/inventory/inventory.ts';
import { isResourceKind, type NameKind } from '../../komodo/names/index.ts';
import { matchPattern } from '../../komodo/patterns/index.ts';
import type { Document } from '../workspace/document.ts';
import { allUses, definitionsIn, type PatternItem, type Use } from '../workspace/names.ts';
import { resourceAt } from '../workspace/resourceAt.ts';
import { effectiveInventory, inWords, type Context } from './context.ts';
import { fileName } from './fileName.ts';
import { kindsMeant, nameAt, patternItemAt } from './nameAt.ts';

/** A resource that runs something, or that something is run on. */
interface Subject {
  readonly kind: ResourceKind;
  readonly name: string;
}

const symbolKinds: Partial<Readonly<Record<ResourceKind, SymbolKind>>> = {
  procedure: SymbolKind.Function,
  action: SymbolKind.Method,
};

/** The resource at a position, be it defined or named there; all that a wildcard or regex picks. */
export function callItems(
  document: Document,
  position: Position,
  context: Context,
): CallHierarchyItem[] {
  return subjectsAt(document, position, context).flatMap(({ at, ...subject }) =>
    itemsFor(subject, { uri: document.uri, range: at }, context),
  );
}

function subjectsAt(
  document: Document,
  position: Position,
  context: Context,
): (Subject & { readonly at: Location['range'] })[] {
  const name = nameAt(document, position, context);
  if (name) {
    const kinds = name.kinds.filter(isResourceKind);
    return kinds.map((kind) => ({ kind, name: name.name, at: name.range }));
  }
  const item = patternItemAt(document, position, context);
  if (item) return pickedBy(item, context).map((subject) => ({ ...subject, at: item.range }));
  return subjectOfHeader(document, position, context);
}

/** On the line of a header: what it begins. */
function subjectOfHeader(document: Document, position: Position, { schema }: Context) {
  const resource = resourceAt(document, schema, document.lines.offsetAt(position));
  const header = resource && document.rangeOf(resource.datum.place);
  if (header?.start.line !== position.line) return [];
  return definitionsIn(document, resource!).flatMap(({ kind, name, range }) =>
    isResourceKind(kind) ? [{ kind, name, at: range }] : [],
  );
}

/** What acts on a resource, by its name or by a pattern. */
export function incomingCalls(
  { data }: CallHierarchyItem,
  context: Context,
): CallHierarchyIncomingCall[] {
  const { kind, name } = data as Subject;
  const calls = new Calls();
  for (const { uri, use } of context.index.usesOf(kind, name)) {
    if (runs(use) && kindsMeant(use, context)[0] === kind)
      calls.add(use.by, { uri, range: use.range }, use);
  }
  for (const { uri, item } of context.index.patternItemsOf(kind)) {
    if (isPicker(item) && picksName(item, name, context))
      calls.add(item.by, { uri, range: item.range }, item);
  }
  return calls.all.flatMap(({ subject, uri, ranges, disabled }) =>
    itemsFor(subject, { uri, range: ranges[0]! }, context)
      .filter((item) => item.uri === uri)
      .slice(0, 1)
      .map((item) => ({ from: marked(item, disabled), fromRanges: ranges })),
  );
}

/** What a Procedure or Action acts on. */
export function outgoingCalls(
  { data, uri }: CallHierarchyItem,
  context: Context,
): CallHierarchyOutgoingCall[] {
  const { kind, name } = data as Subject;
  const isOwn = ({ by }: Pick<Use, 'by'>) => by?.kind === kind && by.name === name;
  const calls = new Calls();
  const names = context.index.fileAt(uri);
  if (!names) return [];
  for (const use of allUses(names).filter((each) => isOwn(each) && runs(each))) {
    const [meant] = kindsMeant(use, context);
    calls.add({ kind: meant!, name: use.name }, { uri, range: use.range }, use);
  }
  for (const item of names.patternItems.filter((each) => isOwn(each) && isPicker(each))) {
    for (const subject of pickedBy(item, context))
      calls.add(subject, { uri, range: item.range }, item);
  }
  return calls.all.flatMap(({ subject, ranges, disabled }) =>
    itemsFor(subject, { uri, range: ranges[0]! }, context)
      .slice(0, 1)
      .map((item) => ({ to: marked(item, disabled), fromRanges: ranges })),
  );
}

/** Says of a call that Core skips that it does. */
function marked(item: CallHierarchyItem, disabled: boolean): CallHierarchyItem {
  return disabled ? { ...item, detail: `${item.detail}, disabled` } : item;
}

/** Whether a use is one that runs something on what it names. */
function runs({ by, runsNothing }: Use): boolean {
  return isRunner(by) && !runsNothing;
}

/** Whether a pattern is that of an execution, and no name: those are among the uses. */
function isPicker({ by, pattern, item }: PatternItem): boolean {
  return isRunner(by) && pattern.items[item]!.onlyName === undefined;
}

function isRunner(by: Use['by']): boolean {
  return by?.kind === 'procedure' || by?.kind === 'action';
}

function picksName({ pattern, item }: PatternItem, name: string, { engine }: Context): boolean {
  const { items, problem } = matchPattern(pattern, [name], engine);
  return problem === undefined && items[item]!.names.length > 0;
}

/** What an item of a pattern picks of the names that count; nothing where Core refuses the pattern. */
function pickedBy({ kind, pattern, item }: PatternItem, context: Context): Subject[] {
  const matches = picked({ kind, pattern }, effectiveInventory(context), context.engine);
  if (matches.problem) return [];
  return matches.items[item]!.names.map((name) => ({ kind, name }));
}

/** The resource where it is defined; where no file defines it, at the place that speaks of it. */
function itemsFor(
  { kind, name }: Subject,
  spokenOf: Location,
  context: Context,
): CallHierarchyItem[] {
  const definitions = context.index.definitionsOf(kind, name);
  const item = ({ uri, range }: Location, detail: string): CallHierarchyItem => ({
    name,
    kind: symbolKinds[kind] ?? SymbolKind.Object,
    detail: `${inWords(kind)}, ${detail}`,
    uri,
    range,
    selectionRange: range,
    data: { kind, name } satisfies Subject,
  });
  if (definitions.length > 0) {
    return definitions.map(({ uri, range }) => item({ uri, range }, fileName(uri)));
  }
  const isOnCore = context.core?.resources[kind]?.some((known) => known.name === name);
  return [item(spokenOf, isOnCore ? `on ${context.core!.label}` : 'not defined in this workspace')];
}

interface Call {
  readonly subject: Subject;
  readonly uri: string;
  readonly ranges: Location['range'][];
  /** Core skips them all. */
  readonly disabled: boolean;
}

/** Calls, put together by who is called or calls, and whether they are disabled. */
class Calls {
  readonly #calls = new Map<string, Call>();

  add(
    subject: { readonly kind: NameKind; readonly name: string } | undefined,
    { uri, range }: Location,
    { disabled = false }: { readonly disabled?: boolean },
  ): void {
    if (!subject || !isResourceKind(subject.kind)) return;
    const { kind, name } = subject;
    const key = `${kind} ${name} ${uri} ${disabled}`;
    const call = this.#calls.get(key) ?? { subject: { kind, name }, uri, ranges: [], disabled };
    this.#calls.set(key, call);
    call.ranges.push(range);
  }

  get all(): readonly Call[] {
    return [...this.#calls.values()];
  }
}
