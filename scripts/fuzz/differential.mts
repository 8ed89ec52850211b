/** Asks us and the oracle program (see CONTRIBUTING.md) the same made-up questions, and shows where we differ. */
import { spawnSync } from 'node:child_process';
import { reply } from '../../cli/verdict/reply.ts';
import type { Answer } from '../../cli/verdict/reply.ts';
import { Random } from './random.mts';

export interface Differential<Q extends { id: number }> {
  /** The oracle's subcommand. */
  readonly subcommand: string;
  readonly ask: (random: Random, id: number) => Q;
  readonly answer: Answer;
  /** The question as JSON, where JSON.stringify would not tell `1.0` from `1`. */
  readonly written?: (question: Q) => string;
  /** Whether two answers say the same, though not to the letter. */
  readonly agree?: (ours: string, oracles: string) => boolean;
  /** Makes the first question that is answered in two ways smaller, as long as it is. */
  readonly smaller?: (question: Q, differs: (question: Q) => boolean) => Q;
}

const atOnce = 5_000;
const shown = 20;

/**
 * `tsx scripts/fuzz/NAME.mts ORACLE [COUNT] [SEED]`; sets the exit code to 1 where an answer differs by as much as the
 * order of its keys.
 *
 * @param args without node and the script
 */
export function compare<Q extends { id: number }>(
  args: readonly string[],
  differential: Differential<Q>,
): void {
  const {
    subcommand,
    ask,
    answer,
    written = (question: Q) => JSON.stringify(question),
    smaller,
  } = differential;
  const [oracle, count = '100000', seed = String(Date.now() % 1_000_000)] = args;
  if (oracle === undefined) throw new Error('Say where the oracle program is.');
  const differs = (line: string, said: string): boolean => {
    const ours = reply(line, answer);
    return ours !== said && !differential.agree?.(ours, said);
  };
  const answered = (questions: readonly Q[]) =>
    answersOf(oracle, subcommand, questions.map(written));
  const random = new Random(Number(seed));
  let asked = 0;
  let differing = 0;
  while (asked < Number(count)) {
    const size = Math.min(atOnce, Number(count) - asked);
    const questions = Array.from({ length: size }, (_, place) => ask(random, asked + place));
    const said = answered(questions);
    questions.forEach((question, place) => {
      if (!differs(written(question), said[place]!) || ++differing > shown) return;
      const isBad = (other: Q) => differs(written(other), answered([other])[0]!);
      const told = written(differing === 1 && smaller ? smaller(question, isBad) : question);
      const [oracles] = answersOf(oracle, subcommand, [told]);
      console.log(`${told}\n  oracle ${oracles}\n  we     ${reply(told, answer)}`);
    });
    asked += size;
  }
  console.log(`${subcommand}: ${asked} questions, seed ${seed}: ${differing} answers differ`);
  if (differing > 0) process.exitCode = 1;
}

function answersOf(oracle: string, subcommand: string, lines: readonly string[]): string[] {
  const input = lines.join('\n') + '\n';
  const { stdout, status, error } = spawnSync(oracle, [subcommand], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`The oracle ended with ${status}.`);
  return stdout.split('\n');
}
