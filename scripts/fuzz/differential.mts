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
  { subcommand, ask, answer }: Differential<Q>,
): void {
  const [oracle, count = '100000', seed = String(Date.now() % 1_000_000)] = args;
  if (oracle === undefined) throw new Error('Say where the oracle program is.');
  const random = new Random(Number(seed));
  let asked = 0;
  let differing = 0;
  while (asked < Number(count)) {
    const size = Math.min(atOnce, Number(count) - asked);
    const questions = Array.from({ length: size }, (_, place) => ask(random, asked + place));
    const said = answersOf(oracle, subcommand, questions);
    questions.forEach((question, place) => {
      const ours = reply(JSON.stringify(question), answer);
      if (ours === said[place]) return;
      if (++differing <= shown)
        console.log(`${JSON.stringify(question)}\n  oracle ${said[place]}\n  we     ${ours}`);
    });
    asked += size;
  }
  console.log(`${subcommand}: ${asked} questions, seed ${seed}: ${differing} answers differ`);
  if (differing > 0) process.exitCode = 1;
}

function answersOf(oracle: string, subcommand: string, questions: readonly object[]): string[] {
  const input = questions.map((question) => JSON.stringify(question)).join('\n') + '\n';
  const { stdout, status, error } = spawnSync(oracle, [subcommand], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`The oracle ended with ${status}.`);
  return stdout.split('\n');
}
