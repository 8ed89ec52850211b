/** The names in a file: of the resources, Variables and tags that it defines, and of those that it speaks of. */
import type { Range } from 'vscode-languageserver';
import { resourceKinds, type ResourceKind } from '../../komodo/inventory/inventory.ts';
import { definedName, type DefinedName } from '../../komodo/inventory/workspaceInventory.ts';
import { readPattern } from '../../komodo/patterns/index.ts';
import { paramsOf, textOf, type PlacedText } from '../../komodo/resources/index.ts';
import { headerKinds, type HeaderKind, type Schema } from '../../komodo/schema/index.ts';
import { stringMap, type Place } from '../../komodo/toml/index.ts';
import type { Document } from './document.ts';
import { rootMeaning, visitValues, type Meaning } from './meaning.ts';

/** What a name is the name of. */
export type NameKind = HeaderKind | 'tag';

export interface PlacedName {
  readonly kind: NameKind;
  readonly name: string;
  readonly range: Range;
}
export interface Definition extends DefinedName {
  readonly range: Range;
}
export interface FileNames {
  readonly uri: string;
  readonly definitions: readonly Definition[];
  /** Where a name is used; one that can be of several kinds stands there once for each. */
  readonly uses: readonly PlacedName[];
}

/** The uses are looked for when they are first asked for: seldom, while the definitions count after each keystroke. */
export function namesIn(document: Document, schema: Schema): FileNames {
  let uses: PlacedName[] | undefined;
  return {
    uri: document.uri,
    definitions: definitionsIn(document, schema),
    get uses() {
      return (uses ??= usesIn(document, schema));
    },
  };
}

function definitionsIn(document: Document, schema: Schema): Definition[] {
  return document.resources(schema).resources.flatMap((resource) => {
    const defined = definedName(resource);
    if (!defined?.name) return [];
    const range = insideQuotes(document, resource.name!.place);
    return [{ ...defined, range }];
  });
}

function usesIn(document: Document, schema: Schema): PlacedName[] {
  const uses: PlacedName[] = [];
  visitValues(schema, rootMeaning(schema, document), (meaning) => {
    const text = textOf(meaning.datum);
    if (text?.text) uses.push(...usesInText(document, meaning, text, schema));
  });
  return uses;
}

function usesInText(
  document: Document,
  meaning: Meaning,
  text: PlacedText,
  schema: Schema,
): PlacedName[] {
  const kinds = isPattern(text.text) ? [] : kindsNamedBy(meaning, schema);
  const range = kinds.length > 0 ? insideQuotes(document, text.place) : undefined;
  return [
    ...kinds.map((kind) => ({ kind, name: text.text, range: range! })),
    ...namesInPattern(document, meaning, text, schema),
    ...(text.text.includes('[[') ? variablesIn(document, text.place) : []),
  ];
}

function variablesIn(document: Document, place: Place): PlacedName[] {
  const { start, end } = document.spanOf(place);
  return Array.from(document.text.slice(start, end).matchAll(interpolation), (found) => {
    const at = start + found.index + 2;
    const range = document.lines.range(at, at + found[1]!.length);
    return { kind: 'variable', name: found[1]!, range };
  });
}

/** The items of a pattern that are names, and no wildcards or regexes. */
function namesInPattern(
  document: Document,
  { owner, field }: Meaning,
  { text, place }: PlacedText,
  schema: Schema,
): PlacedName[] {
  const kind = field?.name === 'pattern' && owner ? kindOfBatch(owner.name, schema) : undefined;
  if (!kind) return [];
  const names = readPattern(text, 'batch').items.filter((item) => item.onlyName !== undefined);
  return names.map((item) => {
    const { start, end } = stringMap(document.toml, place).sourceOf(item);
    return { kind, name: item.onlyName!, range: document.lines.range(start, end) };
  });
}

/** The target of a user group's permission can be a pattern. */
const isPattern = (text: string) => /[*?\\]/.test(text);

/** `[[NAME]]`: Core puts the Variable, or the secret of its own config, of this name there. */
const interpolation = /\[\[([\w.-]+)\]\]/g;

function insideQuotes(document: Document, place: Place): Range {
  const { start, end } = document.spanOf(place);
  const quote = /^("""|'''|"|')/.exec(document.text.slice(start, start + 3))?.[0].length ?? 0;
  return document.lines.range(start + quote, Math.max(start + quote, end - quote));
}

const byField: Readonly<Record<string, readonly NameKind[]>> = {
  tags: ['tag'],
  match_tags: ['tag'],
  after: ['stack', 'deployment'],
  linked_repo: ['repo'],
  alerters: ['alerter'],
  servers: ['server'],
  server_ids: ['server'],
};
/** Fields of a config that are called like the kind they name; `repo` there is the path of a repository. */
const inConfigs: readonly ResourceKind[] = ['server', 'swarm', 'builder', 'build'];

/** What a text of this meaning is the name of. */
export function kindsNamedBy(
  { owner, field, variant }: Meaning,
  schema: Schema,
): readonly NameKind[] {
  if (owner?.kind === 'tagged' && owner.name === 'ResourceTarget') {
    const kind = kindOfTarget(variant);
    return kind ? [kind] : [];
  }
  if (owner?.kind !== 'struct' || !field) return [];
  const names = [field.name, ...field.aliases];
  const known = names.map((name) => byField[name]).find((kinds) => kinds !== undefined);
  if (known) return known;
  const isParams = paramsOf(owner.name, schema) !== undefined;
  if (isParams && names.includes('sync')) return ['resource_sync'];
  const possible = isParams ? resourceKinds : inConfigs;
  return possible.filter((kind) => names.includes(kind));
}

/** `ResourceSync` → `resource_sync`. */
function kindOfTarget(variant: string | undefined): HeaderKind | undefined {
  const name = variant?.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
  return headerKinds.find((kind) => kind === name);
}

/** The kind that a Batch execution picks from: `BatchDeployStack` is many `DeployStack`, so it picks stacks. */
export function kindOfBatch(type: string, schema: Schema): ResourceKind | undefined {
  if (!type.startsWith('Batch')) return undefined;
  const single = paramsOf(type.slice('Batch'.length), schema);
  return single && resourceKinds.find((kind) => single.byName.has(kind));
}
