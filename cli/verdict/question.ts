/** Questions as the verdicts read them: by the rules of serde themselves, integers and floats kept apart. */
import { isObject, type Json, type JsonObject, readRequest } from '../../komodo/resources/index.ts';
import type { Field, StructDefinition } from '../../komodo/schema/index.ts';

/** A verdict without its `id`: names and values in the order in which they are written. */
export type Verdict = readonly (readonly [string, Json])[];

/** A line that is no question of its kind; the message says why, in serde's words. */
export class BadQuestion extends Error {
  override name = 'BadQuestion';
}

type AskedField = Pick<Field, 'name' | 'required' | 'type' | 'default'>;

/** Makes a reader of questions with certain fields. The reader throws a {@link BadQuestion} where serde refuses one. */
export function questionWith(fields: readonly AskedField[]): (question: Json) => JsonObject {
  const all = fields.map((field) => ({ ...field, aliases: [] }));
  const definition: StructDefinition = {
    kind: 'struct',
    name: 'Question',
    fields: all,
    byName: new Map(all.map((field) => [field.name, field])),
  };
  return (question) => {
    const { value, problems } = readRequest(definition, question);
    if (!value) throw new BadQuestion(problems[0]!.message);
    return value;
  };
}

/** The version of Core that a question is put to; undefined for the newest. */
export function coreOf(question: Json): string | undefined {
  const core = isObject(question) ? question.get('core') : undefined;
  return typeof core === 'string' ? core : undefined;
}
