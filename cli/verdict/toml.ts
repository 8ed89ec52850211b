import {
  corePosition,
  type CorePosition,
  corePositionAt,
  isAboutToml,
  type Json,
  type JsonObject,
  type Problem,
  readResources,
} from '../../komodo/resources/index.ts';
import { schemaFor } from '../../komodo/schema/index.ts';
import {
  dataOf,
  parse,
  refusalOf,
  spanOf,
  type TomlDocument,
  utf8Length,
} from '../../komodo/toml/index.ts';
import { coreOf, questionWith, type Verdict } from './question.ts';

const read = questionWith([
  { name: 'text', required: true, type: { kind: 'scalar', name: 'string' } },
]);

/** What Core makes of a resource file: `{ text, core? }`. */
export function answerToml(question: Json): Verdict {
  const text = read(question).get('text') as string;
  const verdict = judged(text, coreOf(question));
  if (!('error' in verdict)) {
    return [
      ['ok', true],
      ['value', verdict.value],
    ];
  }
  const { error, position } = verdict;
  return [
    ['ok', false],
    ['error', `failed to parse resource file contents: ${shown(error, position)}`],
    ['message', error],
    ['line', BigInt(position.line)],
    ['column', BigInt(position.column)],
    ['span', position.span.map(BigInt)],
    ['source_span', position.sourceSpan.map(BigInt)],
  ];
}

type Judged =
  { readonly value: JsonObject } | { readonly error: string; readonly position: CorePosition };

/** The file as Core writes it, or its first error. */
function judged(text: string, core: string | undefined): Judged {
  const schema = schemaFor(core);
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
function shown(message: string, { line, column, span, lineText }: CorePosition): string {
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
