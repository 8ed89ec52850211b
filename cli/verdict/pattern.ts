/** `verdict pattern`: which names a pattern picks. */
import { matchPattern, problemText, readPattern } from '../../komodo/patterns/index.ts';
import type { PatternMode, RegexEngine } from '../../komodo/patterns/index.ts';
import type { Json } from '../../komodo/resources/index.ts';
import { BadQuestion, questionWith } from './question.ts';
import type { Verdict } from './question.ts';

const read = questionWith([
  { name: 'pattern', required: true, type: { kind: 'scalar', name: 'string' } },
  {
    name: 'names',
    required: true,
    type: { kind: 'array', of: { kind: 'scalar', name: 'string' } },
  },
  { name: 'mode', required: false, type: { kind: 'scalar', name: 'any' }, default: 'batch' },
]);

/** What Core makes of a pattern: `{ pattern, names, mode? }`. */
export function answerPattern(question: Json, engine: RegexEngine): Verdict {
  const asked = read(question);
  const pattern = readPattern(asked.get('pattern') as string, modeOf(asked.get('mode')));
  const items: Json = pattern.items.map(
    ({ text, kind }) =>
      new Map([
        ['item', text],
        ['kind', kind],
      ]),
  );
  const { names, problem } = matchPattern(pattern, asked.get('names') as string[], engine);
  if (!problem) {
    return [
      ['ok', true],
      ['matches', names],
      ['items', items],
    ];
  }
  if (problem.kind === 'panic') {
    return [
      ['ok', false],
      ['panic', problem.message],
      ['items', items],
    ];
  }
  return [
    ['ok', false],
    ['error', problemText(problem)],
    ['chain', problem.chain],
    ['items', items],
  ];
}

function modeOf(value: Json | undefined): PatternMode {
  if (value === 'batch' || value === 'group') return value;
  throw new BadQuestion(
    typeof value === 'string'
      ? `unknown variant \`${value}\`, expected \`batch\` or \`group\``
      : 'invalid type, expected string or map',
  );
}
