/**
 * Core's requests, written as a table: one request a line, its params after the name.
 *
 *     GetProcedure procedure|id|name:string
 *     ListUpdates query?:any page:u32=0
 *
 * `a|b` are names Core reads for one param (the first is the one it names in errors), `?` may be left out or null, `=0`
 * is what holds where it is left out. A type is a scalar, `list` (texts, or one text that lists them), `[type]`,
 * `One|Two` (the variants of an enum), or the name of a type of the schema or of another table. `-` in place of params: Core has the request, the sandbox does not.
 */
import type {
  Definition,
  EnumDefinition,
  FactValue,
  Field,
  ScalarName,
  StructDefinition,
  Type,
} from '../../komodo/schema/index.ts';

export interface RequestTable {
  /** Every request in Core's order; undefined where the sandbox does not have it. */
  readonly requests: ReadonlyMap<string, StructDefinition | undefined>;
  /** The enums that its params use, by the names they got here. */
  readonly enums: ReadonlyMap<string, EnumDefinition>;
}

const scalars: readonly string[] = ['string', 'bool', 'i64', 'u32', 'any'];
/** No type of a resource file is a u64, so the schema has none. */
const u64 = { kind: 'scalar', name: 'u64' } as unknown as Type;
const listType: Type = {
  kind: 'custom',
  form: 'string-list',
  expecting: 'string or Vec<String>',
  item: { kind: 'scalar', name: 'string' },
};

export function isU64(type: Type): boolean {
  return type === u64;
}

export function requestTable(text: string): RequestTable {
  const enums = new Map<string, EnumDefinition>();
  const requests = new Map<string, StructDefinition | undefined>();
  for (const line of text.split('\n')) {
    const [name, ...params] = line.trim().split(/\s+/);
    if (name === undefined || name === '') continue;
    requests.set(name, params[0] === '-' ? undefined : struct(name, params, enums));
  }
  return { requests, enums };
}

/** The definitions of a table by name, for types that requests share. */
export function definitionsOf(table: RequestTable): ReadonlyMap<string, Definition> {
  const structs = [...table.requests].flatMap(([name, definition]) =>
    definition ? [[name, definition] as const] : [],
  );
  return new Map<string, Definition>([...structs, ...table.enums]);
}

function struct(
  name: string,
  params: readonly string[],
  enums: Map<string, EnumDefinition>,
): StructDefinition {
  const fields = params.map((param) => field(param, enums));
  const byName = new Map(fields.flatMap((f) => [f.name, ...f.aliases].map((key) => [key, f])));
  return { kind: 'struct', name, fields, byName };
}

function field(text: string, enums: Map<string, EnumDefinition>): Field {
  const [, names, optional, type, value] = /^([\w.|]+)(\??):([^=]+)(?:=(.*))?$/.exec(text) ?? [];
  if (names === undefined || type === undefined) throw new Error(`no param: ${text}`);
  const [name, ...aliases] = names.split('|');
  const base = { name: name!, aliases, type: typeOf(type, enums) };
  if (optional === '?') return { ...base, required: false, default: null };
  if (value === undefined) return { ...base, required: true };
  return { ...base, required: false, default: JSON.parse(value) as FactValue };
}

function typeOf(text: string, enums: Map<string, EnumDefinition>): Type {
  const list = /^\[(.*)\]$/.exec(text)?.[1];
  if (list !== undefined) return { kind: 'array', of: typeOf(list, enums) };
  if (text === 'list') return listType;
  if (text === 'u64') return u64;
  if (scalars.includes(text)) return { kind: 'scalar', name: text as ScalarName };
  if (text.includes('|')) {
    const variants = text.split('|').map((name) => ({ name, aliases: [] }));
    const byName = new Map(variants.map((variant) => [variant.name, variant]));
    enums.set(text, { kind: 'enum', name: text, variants, byName });
  }
  return { kind: 'ref', name: text };
}
