import { coreVerdict, errorWithExcerpt, type Json } from '../../komodo/resources/index.ts';
import { schemaFor } from '../../komodo/schema/index.ts';
import { coreOf, questionWith, type Verdict } from './question.ts';

const read = questionWith([
  { name: 'text', required: true, type: { kind: 'scalar', name: 'string' } },
]);

/** What Core makes of a resource file: `{ text, core? }`. */
export function answerToml(question: Json): Verdict {
  const text = read(question).get('text') as string;
  const verdict = coreVerdict(text, schemaFor(coreOf(question)));
  if (!('error' in verdict)) {
    return [
      ['ok', true],
      ['value', verdict.value],
    ];
  }
  const { error, position } = verdict;
  return [
    ['ok', false],
    ['error', `failed to parse resource file contents: ${errorWithExcerpt(error, position)}`],
    ['message', error],
    ['line', BigInt(position.line)],
    ['column', BigInt(position.column)],
    ['span', position.span.map(BigInt)],
    ['source_span', position.sourceSpan.map(BigInt)],
  ];
}
