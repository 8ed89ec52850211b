import {
  corePosition,
  type CorePosition,
  type Json,
  readResources,
  utf8Length,
} from '../../komodo/resources/index.ts';
import { compareVersions, schemaFor } from '../../komodo/schema/index.ts';
import { dataOf, parse } from '../../komodo/toml/index.ts';
import { coreOf, questionWith, type Verdict } from './question.ts';

const read = questionWith([
  {
    name: 'text',
    required: true,
    type: { kind: 'scalar', name: 'string' },
  },
]);

/** What Core makes of a resource file: `{ text, core? }`. */
export function answerToml(question: Json): Verdict {
  const text = read(question).get('text') as string;
  const schema = schemaFor(coreOf(question));
  const version = compareVersions(schema.version, '2.0.0') < 0 ? '1.0' : '1.1';
  const document = parse(text, { version });
  const { value, problems } = readResources(dataOf(document), schema);
  const problem = problems.find((found) => found.class === 'rejected');
  if (!problem) {
    return [
      ['ok', true],
      ['value', value!],
    ];
  }
  const position = corePosition(document, problem.corePlace);
  return [
    ['ok', false],
    ['error', `failed to parse resource file contents: ${shown(problem.message, position)}`],
    ['message', problem.message],
    ['line', BigInt(position.line)],
    ['column', BigInt(position.column)],
    ['span', position.span.map(BigInt)],
    ['source_span', position.sourceSpan.map(BigInt)],
  ];
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
