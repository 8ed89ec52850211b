/** Where a command writes, and what it knows of that place. */
import { colors, type Colors } from './excerpt.ts';

export interface Output {
  /** What was asked for: a line on standard output. */
  readonly say: (line: string) => void;
  /** What a person should know beside it: a line on standard error. */
  readonly note: (line: string) => void;
  readonly paint: Colors;
}

/** Standard output and error; coloured on a terminal, unless `NO_COLOR` says otherwise (https://no-color.org). */
export function terminal(): Output {
  return {
    say: (line) => void process.stdout.write(`${line}\n`),
    note: (line) => void process.stderr.write(`${line}\n`),
    paint: colors(process.stdout.isTTY && !process.env.NO_COLOR),
  };
}

/** A mistake in how a command was called, or a reason why it can't be done: shown without a stack. */
export class CommandError extends Error {
  readonly exitCode: number;

  /** @param exitCode 2 for wrong arguments, 1 for what could not be done */
  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
