/** The formatter as the server calls it: started when it is first needed, ended when it has rested or hangs. */
import { Worker } from 'node:worker_threads';
import type { Formatted } from '../../komodo/format/index.ts';
import type { FormatOrder, FormatOutcome } from './messages.ts';

export type Format = (order: Omit<FormatOrder, 'id'>) => Promise<Formatted>;

export interface FormatterTimes {
  /** How long it may take for a file, in ms. */
  readonly limit: number;
  /** How long it waits for another file before it ends, in ms. */
  readonly rest: number;
}

const usual: FormatterTimes = { limit: 20_000, rest: 60_000 };

interface Waiting {
  readonly resolve: (formatted: Formatted) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Formats by a thread that runs the program in a file. A file that takes longer than the limit, or on which the formatter
 * fails, rejects with words for people; the thread is then ended, and the next file starts another.
 */
export function formatterIn(file: string, times = usual): Format {
  let worker: Worker | undefined;
  let resting: NodeJS.Timeout | undefined;
  let count = 0;
  const waiting = new Map<number, Waiting>();

  function end(why?: string): void {
    const ended = worker;
    worker = undefined;
    void ended?.terminate();
    for (const { reject } of waiting.values()) {
      reject(new Error(`The formatter failed (${why ?? 'it was ended'}). Nothing was changed.`));
    }
    waiting.clear();
  }

  function started(): Worker {
    // What it prints must not get between the messages of a server that speaks over standard output.
    const fresh = new Worker(file, { stdout: true, stderr: true });
    fresh.on('message', ({ id, outcome }: FormatOutcome) => {
      if ('error' in outcome) end(outcome.error);
      else {
        waiting.get(id)?.resolve(outcome);
        waiting.delete(id);
      }
    });
    fresh.on('error', (error) => worker === fresh && end(error.message));
    fresh.on('exit', () => worker === fresh && end('it ended by itself'));
    fresh.unref();
    return fresh;
  }

  return async (order) => {
    clearTimeout(resting);
    worker ??= started();
    const id = ++count;
    const late = setTimeout(() => end(`it took longer than ${times.limit / 1000} s`), times.limit);
    try {
      return await new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker!.postMessage({ ...order, id } satisfies FormatOrder);
      });
    } finally {
      clearTimeout(late);
      if (waiting.size === 0) resting = setTimeout(() => end(), times.rest).unref();
    }
  };
}
