/**
 * Writes komodo/schema/generated/facts.json: the facts of all versions of Komodo, whatever they share standing there once.
 *
 *     npx tsx scripts/generate-schema.mts FOLDER
 *
 * FOLDER holds a `schema-VERSION.json` for each version, which is a {@link Traced}: what serde tells a deserializer of the
 * types of that version's komodo_client, from `ResourcesToml` on, and what the crate writes where nothing is given. All
 * versions are needed each time, as the generated file says of each fact from which one on it holds.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Facts, PackedDefinition, PackedField } from '../komodo/schema/facts.ts';
import type {
  ArrayType,
  CustomForm,
  CustomType,
  FactValue,
  MapType,
  SetType,
  Type,
} from '../komodo/schema/types.ts';
import { compareVersions } from '../komodo/schema/version.ts';

type TracedTypeUse =
  | Exclude<Type, ArrayType | SetType | MapType | CustomType>
  | { kind: 'array'; of: TracedTypeUse }
  | { kind: 'map'; key: TracedTypeUse; value: TracedTypeUse }
  | { kind: 'custom'; expecting: string; item?: TracedTypeUse; table?: string };
interface TracedField {
  /** The name that the crate writes. */
  name: string;
  aliases: string[];
  required: boolean;
  type: TracedTypeUse;
  default?: FactValue;
  default_is_not_written?: true;
  /** The name in the JSON schema that Core serves, where it is another. */
  name_in_served_schema?: string;
}
interface TracedType {
  kind: 'struct' | 'enum' | 'tagged';
  full_type?: string;
  fields?: TracedField[];
  tag?: string;
  content?: string;
  variants?: { name: string; aliases?: string[]; content?: TracedTypeUse }[];
}
/** What is known of one version. */
interface Traced {
  /** The version of the crate, without a `v`. */
  komodo_client: string;
  types: Record<string, TracedType>;
}

/** A list in which equal things stand once. */
class Pool<T> {
  readonly items: T[] = [];
  readonly #positions = new Map<string, number>();

  position(item: T): number {
    const key = JSON.stringify(item);
    const known = this.#positions.get(key);
    if (known !== undefined) return known;
    this.#positions.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}

const types = new Pool<Type>();
const fields = new Pool<PackedField>();
const definitions = new Pool<PackedDefinition>();

/** How a type that looks at the value itself reads it, by its own words for what it hopes to find. */
const forms: Record<string, CustomForm> = {
  string: 'file-contents',
  'string or Vec<String>': 'string-list',
  'string or Vec<EnvironmentVar>': 'environment',
  'string or Vec<TerminationSignalLabel>': 'signal-labels',
  'string or Vec<Conversion>': 'conversions',
  'Item or Vec<Item>': 'item-or-list',
  '{ "domain": string, "account": string, "organization": string }': 'image-registry',
  'string or AdditionalEnvFile (object)': 'env-file',
  'string or StackFileDependency (object)': 'file-dependency',
  'PermissionLevel or PermissionLevelAndSpecifics': 'permission',
  'version string or object | example: \'0.2.4\' or { "major": 0, "minor": 2, "patch": 4, }':
    'version',
};

/**
 * A traced type with what tracing cannot see: that Core's specific permissions are a set (its errors say "a set"), and
 * how a type reads that looks at the value itself (labels are told from an environment by the field's name).
 */
function settled(type: TracedTypeUse, field = ''): Type {
  switch (type.kind) {
    case 'array': {
      const isSet = type.of.kind === 'ref' && type.of.name === 'SpecificPermission';
      return { kind: isSet ? 'set' : 'array', of: settled(type.of) };
    }
    case 'map':
      return { ...type, key: settled(type.key), value: settled(type.value) };
    case 'custom': {
      const form = forms[type.expecting.replace(/^null or /, '')];
      if (!form)
        throw new Error(`nobody knows how to read "${type.expecting}" (komodo/resources/forms)`);
      const { item, ...rest } = type;
      return {
        ...rest,
        form: form === 'environment' && field === 'labels' ? 'labels' : form,
        ...(item && { item: settled(item) }),
      };
    }
    default:
      return type;
  }
}

/** Tracing tries fields of types that read a table by themselves in a wrong order, or sees anything taken. */
function corrected(name: string, fields: readonly TracedField[]): readonly TracedField[] {
  if (name === 'StackFileDependency') {
    const order = ['path', 'services', 'requires'];
    return fields.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  }
  if (name === 'ImageRegistryConfig')
    return fields.map((field) => ({ ...field, type: { kind: 'scalar', name: 'string' } }));
  return fields;
}

/** Core reads the token of an account and never writes it, which tracing takes for a default that is not written. */
function isSecret(owner: string, { name }: TracedField): boolean {
  return owner === 'ProviderAccount' && name === 'token';
}

/** Versions before 2.2.0 serve no JSON schema, so the name that people write is taken from the newest that has it. */
function preferredName(
  owner: string,
  field: TracedField,
  newestFirst: Traced[],
): string | undefined {
  // What Core writes into its own files is not what its schema says.
  if (owner === 'DeploymentImage::Build' && field.name === 'build_id') return 'build';
  for (const traced of newestFirst) {
    const same = traced.types[owner]?.fields?.find(({ name }) => name === field.name);
    if (same) return same.name_in_served_schema;
  }
  return undefined;
}

function packedField(owner: string, field: TracedField, newestFirst: Traced[]): PackedField {
  const preferred = preferredName(owner, field, newestFirst);
  return {
    name: field.name,
    ...(field.aliases.length > 0 && { aliases: field.aliases }),
    ...(preferred !== undefined && field.aliases.includes(preferred) && { preferred }),
    ...(field.required && { required: true }),
    type: types.position(settled(field.type, field.name)),
    ...(field.default !== undefined && { default: field.default }),
    ...(field.default_is_not_written && { defaultIsNotWritten: true }),
    ...(isSecret(owner, field) && { isNeverWritten: true }),
  };
}

function packed(name: string, traced: TracedType, newestFirst: Traced[]): PackedDefinition {
  switch (traced.kind) {
    case 'struct':
      return {
        kind: 'struct',
        ...(traced.full_type !== undefined && { full: traced.full_type }),
        fields: corrected(name, traced.fields!).map((field) =>
          fields.position(packedField(name, field, newestFirst)),
        ),
      };
    case 'enum':
      return {
        kind: 'enum',
        variants: traced.variants!.map(({ name, aliases }) =>
          aliases?.length ? { name, aliases } : name,
        ),
      };
    case 'tagged':
      return {
        kind: 'tagged',
        tag: traced.tag!,
        content: traced.content!,
        variants: traced.variants!.map(({ name, content }) => [
          name,
          types.position(settled(content!)),
        ]),
      };
  }
}

function generate(folder: string): Facts {
  const schemas = readdirSync(folder)
    .filter((file) => /^schema-.*\.json$/.test(file))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Traced)
    .sort((a, b) => compareVersions(a.komodo_client, b.komodo_client));
  if (schemas.length === 0) throw new Error(`${folder} holds no schema-VERSION.json`);
  const newestFirst = schemas.toReversed();
  const names = [...new Set(schemas.flatMap((schema) => Object.keys(schema.types)))].sort();
  const history: Record<string, (readonly [number, number | null])[]> = {};
  for (const name of names) {
    const steps: (readonly [number, number | null])[] = [];
    schemas.forEach((schema, version) => {
      const traced = schema.types[name];
      const now = traced ? definitions.position(packed(name, traced, newestFirst)) : null;
      if (now !== (steps.at(-1)?.[1] ?? null)) steps.push([version, now]);
    });
    history[name] = steps;
  }
  return {
    versions: schemas.map((schema) => schema.komodo_client),
    types: types.items,
    fields: fields.items,
    definitions: definitions.items,
    history,
  };
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error(
    'usage: npx tsx scripts/generate-schema.mts FOLDER   (with a schema-VERSION.json for each version)',
  );
  process.exit(2);
}
const facts = generate(folder);
const target = join(
  dirname(fileURLToPath(import.meta.url)),
  '../komodo/schema/generated/facts.json',
);
writeFileSync(target, JSON.stringify(facts) + '\n');
console.log(
  `${facts.versions.length} versions, ${facts.definitions.length} definitions of ${Object.keys(facts.history).length} types`,
);
