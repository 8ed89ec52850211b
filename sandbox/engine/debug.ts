/** How Rust's `{:?}` writes values: Core logs an execution as the Debug text of its parameters. */
import type { Field, Schema, StructDefinition, Type } from '../../komodo/schema/index.ts';
import { debugText } from '../../komodo/resources/rustText.ts';
import type { Json, JsonObject } from '../json/tree.ts';
import { textOf } from '../json/tree.ts';

/** An execution as Core's log lines show it, e.g. `Sleep(Sleep { duration_ms: 300 })`. */
export function debugExecution(schema: Schema, type: string, params: JsonObject): string {
  const execution = schema.types.get('Execution');
  const variant = execution?.kind === 'tagged' ? execution.byName.get(type) : undefined;
  return `${type}(${variant ? debug(schema, variant.content, params) : debugJson(params)})`;
}

function debug(schema: Schema, type: Type, value: Json): string {
  switch (type.kind) {
    case 'array':
    case 'set':
      return `[${(value as Json[]).map((item) => debug(schema, type.of, item)).join(', ')}]`;
    case 'map': {
      const entries = Object.entries(value as JsonObject).map(
        ([name, item]) => `${debugText(name)}: ${debug(schema, type.value, item)}`,
      );
      return `{${entries.join(', ')}}`;
    }
    case 'ref': {
      const definition = schema.types.get(type.name);
      if (definition?.kind === 'struct')
        return debugStruct(schema, definition, value as JsonObject);
      return rustVariant(type.name, textOf(value));
    }
    case 'scalar':
      return type.name === 'any' ? debugJson(value) : debugPlain(value);
    case 'custom':
      return debugPlain(value);
  }
}

function debugStruct(schema: Schema, definition: StructDefinition, value: JsonObject): string {
  if (definition.fields.length === 0) return definition.name;
  const fields = definition.fields.map(
    (field) => `${field.name}: ${debugField(schema, field, value[field.name] ?? null)}`,
  );
  return `${definition.name} { ${fields.join(', ')} }`;
}

/** A field whose default is nothing is an Option. */
function debugField(schema: Schema, field: Field, value: Json): string {
  if (field.required || field.default !== null) return debug(schema, field.type, value);
  return value === null ? 'None' : `Some(${debug(schema, field.type, value)})`;
}

/** Enums whose variants are called otherwise in Rust than they are written. */
function rustVariant(type: string, written: string): string {
  const capitalized = (text: string) => text.charAt(0) + text.slice(1).toLowerCase();
  switch (type) {
    case 'SeverityLevel':
      return capitalized(written);
    case 'TerminationSignal':
      return `Sig${capitalized(written.slice('SIG'.length))}`;
    case 'NodeSpecAvailabilityEnum':
    case 'NodeSpecRoleEnum':
      return written === '' ? 'EMPTY' : written.toUpperCase();
    default:
      return written;
  }
}

function debugPlain(value: Json): string {
  return typeof value === 'string' ? debugText(value) : JSON.stringify(value);
}

/** serde_json's own Debug: `Object {"n": Number(2)}`. */
function debugJson(value: Json): string {
  if (value === null) return 'Null';
  if (Array.isArray(value)) return `Array [${value.map(debugJson).join(', ')}]`;
  switch (typeof value) {
    case 'boolean':
      return `Bool(${value})`;
    case 'number':
      return `Number(${value})`;
    case 'string':
      return `String(${debugText(value)})`;
    default: {
      const entries = Object.entries(value).map(
        ([name, item]) => `${debugText(name)}: ${debugJson(item)}`,
      );
      return `Object {${entries.join(', ')}}`;
    }
  }
}
