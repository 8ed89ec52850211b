/** Questions as they come in: JSON objects whose fields are looked at one by one, with serde's words for what is wrong. */

export type Question = Readonly<Record<string, unknown>>;

/** The line is no question of its kind; the message says why. */
export class BadQuestion extends Error {
  override name = 'BadQuestion';
}

/** @param fallback what a field that is left out stands for; without one it must be there */
export function textIn(question: Question, field: string, fallback?: string): string {
  const value = valueIn(question, field, fallback);
  if (typeof value !== 'string') throw unexpected(value, 'a string');
  return value;
}

export function textsIn(question: Question, field: string): readonly string[] {
  const value = valueIn(question, field);
  if (!Array.isArray(value)) throw unexpected(value, 'a sequence');
  return value.map((item: unknown) => {
    if (typeof item !== 'string') throw unexpected(item, 'a string');
    return item;
  });
}

/** A number of things: a whole number from 0 on. */
export function countIn(question: Question, field: string, fallback: number): number {
  const value = valueIn(question, field, fallback);
  if (typeof value !== 'number' || !Number.isInteger(value)) throw unexpected(value, 'usize');
  if (value < 0) throw new BadQuestion(`invalid value: integer \`${value}\`, expected usize`);
  return value;
}

/** One of a few words; left out it is the first. */
export function choiceIn<T extends string>(
  question: Question,
  field: string,
  choices: readonly [T, ...T[]],
): T {
  const value = valueIn(question, field, choices[0]);
  if (typeof value !== 'string') throw unexpected(value, 'string or map');
  const chosen = choices.find((choice) => choice === value);
  if (chosen !== undefined) return chosen;
  const expected = choices.map((choice) => `\`${choice}\``).join(' or ');
  throw new BadQuestion(`unknown variant \`${value}\`, expected ${expected}`);
}

function valueIn(question: Question, field: string, fallback?: unknown): unknown {
  const value = Object.hasOwn(question, field) ? question[field] : fallback;
  if (value === undefined) throw new BadQuestion(`missing field \`${field}\``);
  return value;
}

function unexpected(value: unknown, expected: string): BadQuestion {
  return new BadQuestion(`invalid type: ${typeNameOf(value)}, expected ${expected}`);
}

function typeNameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'sequence';
  switch (typeof value) {
    case 'string':
      return `string ${JSON.stringify(value)}`;
    case 'boolean':
      return `boolean \`${value}\``;
    case 'number':
      return `${Number.isInteger(value) ? 'integer' : 'floating point'} \`${value}\``;
    default:
      return 'map';
  }
}
