/** Completion of names that somebody has given: of resources, tags and Variables. */
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver';
import type { InventoryItem, ResourceKind } from '../../komodo/inventory/inventory.ts';
import { isResourceKind, type NameKind } from '../../komodo/names/index.ts';
import { splitList } from '../../komodo/patterns/index.ts';
import type { Span } from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';
import { itemsFrom, literally, quoted, type Proposal } from './completionItem.ts';
import { inWords, itemsOf, type Context } from './context.ts';

/** The names of some kinds, those of the connected Core first. */
export function namesOf(kinds: readonly NameKind[], context: Context): readonly Proposal[] {
  return kinds.flatMap((kind): Proposal[] => {
    switch (kind) {
      case 'tag':
        return distinct(context.core?.tags ?? [], context.workspace.tags).map((name) =>
          proposal(name, 'tag', CompletionItemKind.Keyword, 'tag'),
        );
      case 'variable':
        return variables(context).map((name) =>
          proposal(name, 'variable', CompletionItemKind.Variable, 'Variable'),
        );
      case 'user_group':
        return [];
      default:
        return resources(kind, context);
    }
  });
}

function resources(kind: ResourceKind, context: Context): Proposal[] {
  const onCore = context.core ? itemsOf(context.core, kind) : [];
  const inFiles = itemsOf(context.workspace, kind);
  const known = new Set(onCore.map(({ name }) => name));
  const shown = (item: InventoryItem, where?: string) =>
    proposal(
      item.name,
      kind,
      CompletionItemKind.Reference,
      [inWords(kind), item.state, item.template && 'template', where]
        .filter((fact) => typeof fact === 'string')
        .join(', '),
    );
  const items = [
    ...onCore.map((item) => ({ item, where: undefined })),
    ...inFiles
      .filter(({ name }) => !known.has(name))
      .map((item) => ({ item, where: context.core ? `not on ${context.core.label}` : undefined })),
  ];
  // Templates are there to be copied, and seldom meant.
  const isTemplate = ({ item }: (typeof items)[number]) => Number(item.template === true);
  return items
    .toSorted((a, b) => isTemplate(a) - isTemplate(b))
    .map(({ item, where }) => shown(item, where));
}

/** The ids of resources, found by their names: an alerter knows nothing else, and only Core has them. */
export function idsOf(kinds: readonly NameKind[], { core }: Context): readonly Proposal[] {
  return kinds.filter(isResourceKind).flatMap((kind) =>
    (core ? itemsOf(core, kind) : []).flatMap(({ name, id }) =>
      id === undefined
        ? []
        : [
            {
              ...proposal(name, kind, CompletionItemKind.Reference, `id of this ${inWords(kind)}`),
              snippet: literally(quoted(id)),
            },
          ],
    ),
  );
}

function variables({ core, workspace }: Context): readonly string[] {
  return distinct(core?.variables ?? [], workspace.variables);
}

/** The secrets in Core's own configuration, which it fills in as it does Variables. */
function secrets({ core }: Context): readonly Proposal[] {
  const names = core?.secrets?.filter((name) => !core.variables.includes(name)) ?? [];
  return names.map((name) =>
    proposal(name, 'variable', CompletionItemKind.Variable, 'secret in the configuration of Core'),
  );
}

const distinct = (...lists: (readonly string[])[]) => [...new Set(lists.flat())];

function proposal(
  label: string,
  names: NameKind,
  kind: CompletionItemKind,
  detail: string,
): Proposal {
  return { label, kind, detail, snippet: literally(label), data: { name: label, kinds: [names] } };
}

/** `[[NAME]]` in a text, once its two brackets are typed: Variables, and secrets of Core. */
export function completeVariables(
  document: Document,
  offset: number,
  context: Context,
): CompletionItem[] | undefined {
  const line = document.lines.positionAt(offset).line;
  const start = document.lines.offsetAt({ line, character: 0 });
  const before = /\[\[[\w.-]*$/.exec(document.text.slice(start, offset))?.[0];
  if (before === undefined) return undefined;
  const after = /^[\w.-]*\]{0,2}/.exec(document.text.slice(offset, offset + 200))?.[0] ?? '';
  const span = { start: offset - before.length, end: offset + after.length };
  return itemsFrom(
    document,
    span,
    [...namesOf(['variable'], context), ...secrets(context)].map((name) => ({
      ...name,
      filter: `[[${name.label}]]`,
      snippet: literally(`[[${name.label}]]`),
    })),
  );
}

/**
 * Names in a pattern: in the place of the list's item that the cursor is in.
 *
 * @param text the span of the pattern's text, without quotes
 */
export function completePattern(
  document: Document,
  text: Span,
  offset: number,
  kind: ResourceKind,
  context: Context,
): CompletionItem[] {
  const before = document.text.slice(text.start, offset);
  const start = offset - /[^,\n]*$/.exec(before)![0].trimStart().length;
  const after = /^[^,\n"']*/.exec(document.text.slice(offset, text.end))![0];
  const span = { start, end: offset + after.trimEnd().length };
  const all: Proposal = {
    label: '*',
    kind: CompletionItemKind.Operator,
    detail: `every ${inWords(kind)}`,
    snippet: '*',
  };
  // What the list has already would be picked twice.
  const others = `${document.text.slice(text.start, span.start)}\n${document.text.slice(span.end, text.end)}`;
  const present = new Set(splitList(others).map((item) => item.text));
  const names = namesOf([kind], context).filter(({ label }) => !present.has(label));
  return itemsFrom(document, span, [...names, all]);
}
