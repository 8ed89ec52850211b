/** What Core makes of a text as it stands: the file as it reads it, or the one error at which it stops. */
import type { Schema } from '../schema/index.ts';
import { dataOf, parse, refusalOf, spanOf, utf8Length, type TomlDocument } from '../toml/index.ts';
import { corePosition, corePositionAt, type CorePosition } from './corePosition.ts';
import type { JsonObject } from './json.ts';
import { isAboutToml, type Problem } from './problem.ts';
import { readResources } from './readResources.ts';

export type CoreVerdict =
  { readonly value: JsonObject } | { readonly error: string; readonly position: CorePosition };

/** The file as Core writes it, or its first error. */
export function coreVerdict(text: string, schema: Schema): CoreVerdict {
  const document = parse(text, { version: schema.toml });
  const data = dataOf(document);
  const { value, problems } = readResources(data, schema);
  const rejections = problems.filter((found) => found.class === 'rejected');
  const [first] = rejections;
  if (!first) return { value: value! };
  // What TOML forbids is told as the crate of Cores since 2.0 finds it; those before stop at the first place.
  const refusal = isAboutToml(first) && schema.toml === '1.1' ? refusalOf(document) : undefined;
  if (refusal) {
    const position = corePositionAt(text, refusal.offset, refusal.offset);
    const conflict = rejections.find((problem) => isConflictAt(document, problem, refusal.offset));
    return { error: (conflict ?? refusal).message, position };
  }
  const problem = isAboutToml(first) ? firstInText(document, rejections) : first;
  return { error: problem.message, position: corePosition(document, problem.corePlace) };
}

/** Of what a merge conflict does, it is the conflict that needs words. */
function isConflictAt(document: TomlDocument, { code, place }: Problem, offset: number): boolean {
  if (code !== 'merge-conflict' || !place) return false;
  const { start, end } = spanOf(document, place);
  return start <= offset && offset <= end;
}

function firstInText(document: TomlDocument, problems: readonly Problem[]): Problem {
  const startOf = ({ corePlace }: Problem) => (corePlace ? spanOf(document, corePlace).start : 0);
  return problems
    .filter(isAboutToml)
    .reduce((first, next) => (startOf(next) < startOf(first) ? next : first));
}

/** An error with an excerpt, as the toml crate shows it. */
export function errorWithExcerpt(
  message: string,
  { line, column, span, lineText }: CorePosition,
): string {
  const gutter = ' '.repeat(String(line).length + 1);
  const rest = utf8Length(lineText, 0, lineText.length) - (column - 1);
  const marks = Math.max(1, Math.min(span[1] - span[0], rest));
  return [
    `TOML parse error at line ${line}, column ${column}`,
    `${gutter}|`,
    `${line} | ${lineText}`,
    `${gutter}|${' '.repeat(column)}${'^'.repeat(marks)}`,
    `${message}\n`,
  ].join('\n');
}
