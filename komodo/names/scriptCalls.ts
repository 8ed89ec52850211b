import type { KomodoCall, ScriptText, ScriptValue } from '../actions/index.ts';
import { isResourceKind, type ResourceKind } from '../inventory/inventory.ts';
import { paramsOf } from '../resources/index.ts';
import type { Schema } from '../schema/index.ts';
import { kindOfBatch, kindOfTarget, kindsNamedBy, type NameKind } from './kinds.ts';

export type InCall =
  | {
      readonly as: 'name';
      readonly kinds: readonly NameKind[];
      readonly text: ScriptText;
      /** It can be something else: the name of what is made by the call. */
      readonly unsure?: true;
      /** The call reads or writes it. */
      readonly runsNothing?: true;
      /** The call makes it, so that it need not be there. */
      readonly makes?: true;
    }
  | { readonly as: 'pattern'; readonly kinds: readonly [ResourceKind]; readonly text: ScriptText };

/** The names that a call of the `komodo` client is given: `komodo.execute("DeployStack", { stack: "web" })`. */
export function namesInCall(
  { method, arguments: given }: KomodoCall,
  schema: Schema,
): readonly InCall[] {
  const [first, second] = given;
  const type = first?.kind === 'text' ? first.value : '';
  // Those for terminals take the params alone.
  const params = first?.kind === 'object' ? first : second;
  if (params?.kind !== 'object') return [];
  const found = [...params.entries].flatMap(([key, value]) => inParam(type, key, value, schema));
  return method.startsWith('execute')
    ? found
    : found.map((each) => (each.as === 'name' ? { ...each, runsNothing: true } : each));
}

function inParam(type: string, key: string, value: ScriptValue, schema: Schema): InCall[] {
  if (value.kind === 'object') {
    return key === 'config' ? inConfig(type, value.entries) : inTable(key, value.entries);
  }
  const batch = key === 'pattern' ? kindOfBatch(type, schema) : undefined;
  if (batch) return textsIn(value).map((text) => ({ as: 'pattern', kinds: [batch], text }));
  const kinds = kindsOfParam(type, key, schema);
  if (kinds.length > 0) {
    // Tags that something is given are made where they are missing.
    const makes = key === 'tags' || (key === 'name' && type.startsWith('Create'));
    return textsIn(value).map((text) => ({ as: 'name', kinds, text, ...(makes && { makes }) }));
  }
  const made = key === 'name' ? kindAfter(/^(?:Create|Copy|Rename)/, type) : undefined;
  if (made === undefined) return [];
  return textsIn(value).map((text) => ({
    as: 'name',
    kinds: [made],
    text,
    unsure: true,
    makes: true,
  }));
}

const inConfigs: Readonly<Record<string, ResourceKind>> = {
  server_id: 'server',
  server_ids: 'server',
  swarm_id: 'swarm',
  builder_id: 'builder',
  linked_repo: 'repo',
};

/** `config: { server_id: "main" }` of what is created or updated: Core takes a name there too. */
function inConfig(type: string, entries: ReadonlyMap<string, ScriptValue>): InCall[] {
  if (!/^(?:Create|Update)[A-Z]/.test(type)) return [];
  return [...entries].flatMap(([key, value]): InCall[] => {
    if (key === 'image' && value.kind === 'object') return inImage(value.entries);
    const kind = inConfigs[key];
    const texts = kind ? textsIn(value) : [];
    return texts.map((text) => ({ as: 'name', kinds: [kind!], text }));
  });
}

/** `image: { type: "Build", params: { build_id: "api" } }` of a Deployment. */
function inImage(image: ReadonlyMap<string, ScriptValue>): InCall[] {
  const params = image.get('params');
  const texts = params?.kind === 'object' ? textsIn(params.entries.get('build_id')) : [];
  return texts.map((text) => ({ as: 'name', kinds: ['build'], text }));
}

/** `target: { type: "Server", params: { server: "main" } }` of a terminal. */
function inTarget(params: ScriptValue | undefined): InCall[] {
  if (params?.kind !== 'object') return [];
  return [...params.entries].flatMap(([key, value]): InCall[] =>
    isResourceKind(key) ? textsIn(value).map((text) => ({ as: 'name', kinds: [key], text })) : [],
  );
}

/** `target: { type: "Stack", id: "web" }`, `query: { tags: ["prod"] }` */
function inTable(key: string, entries: ReadonlyMap<string, ScriptValue>): InCall[] {
  if (key === 'query') {
    // A text of several is taken apart by Core alone.
    const tags = textsIn(entries.get('tags')).filter(({ value }) => !/[,\n]/.test(value));
    return tags.map((text) => ({ as: 'name', kinds: ['tag'], text }));
  }
  const [type] = textsIn(entries.get('type'));
  const kind =
    key === 'target' || key === 'resource_target' ? kindOfTarget(type?.value) : undefined;
  const id = kind ? textsIn(entries.get('id')) : [];
  if (key === 'target' && id.length === 0) return inTarget(entries.get('params'));
  return id.map((text) => ({ as: 'name', kinds: [kind!], text }));
}

function kindsOfParam(type: string, key: string, schema: Schema): readonly NameKind[] {
  const owner = paramsOf(type, schema);
  if (owner) return kindsNamedBy({ owner, field: owner.byName.get(key) }, schema);
  if (key === 'sync') return ['resource_sync'];
  if (key === 'tags') return ['tag'];
  if (isResourceKind(key)) return [key];
  const isVariable = key === 'name' && /^(?:Get|Create|Update|Delete)Variable/.test(type);
  if (isVariable) return ['variable'];
  const byId = key === 'id' ? kindAfter(/^(?:Update|Delete|Copy|Rename)/, type) : undefined;
  const byOther = key === 'id' || key === 'name' ? kindRead(type) : undefined;
  return byId ? [byId] : byOther ? [byOther] : [];
}

/** What a read is of, which it then knows by `id` and `name`, too: `GetStackLog` → `stack`. */
function kindRead(type: string): NameKind | undefined {
  const [, kind] =
    /^(?:Get|Search|Refresh)(Server|Swarm|Stack|Deployment|Build|Repo|Procedure|Action|Builder|Alerter|ResourceSync)(?![a-z])/.exec(
      type,
    ) ?? [];
  return kindOfTarget(kind);
}

/** `CopyStack` → `stack` */
function kindAfter(verb: RegExp, type: string): NameKind | undefined {
  return verb.test(type) ? kindOfTarget(type.replace(verb, '')) : undefined;
}

function textsIn(value: ScriptValue | undefined): readonly ScriptText[] {
  if (value?.kind === 'text') return [value];
  return value?.kind === 'array' ? value.items.flatMap(textsIn) : [];
}
