import { type Json, readExecution } from '../../komodo/resources/index.ts';
import { schemaFor } from '../../komodo/schema/index.ts';
import { coreOf, questionWith, type Verdict } from './question.ts';

const read = questionWith([
  { name: 'type', required: true, type: { kind: 'scalar', name: 'string' } },
  { name: 'params', required: false, type: { kind: 'scalar', name: 'any' }, default: null },
]);

/** What Core makes of one execution: `{ type, params?, core? }`. */
export function answerParams(question: Json): Verdict {
  const asked = read(question);
  const params = asked.get('params') ?? null;
  const execution = new Map([['type', asked.get('type')!]]);
  if (params !== null) execution.set('params', params);
  const { value, problems } = readExecution(execution, schemaFor(coreOf(question)));
  if (value) {
    return [
      ['ok', true],
      ['value', value],
    ];
  }
  return [
    ['ok', false],
    ['error', problems[0]!.message],
  ];
}
