import { systemClock, type Clock } from './paced.ts';

/** Milliseconds: a person does not notice that an answer waits for so long. */
const SLICE = 10;

/**
 * Does long work a slice at a time, the first at once, so that what comes in meanwhile is answered in between.
 *
 * @param work goes on with each step
 * @param done is called at the end, unless it was cancelled
 */
export function inSlices(
  work: Iterator<unknown>,
  done: () => void,
  clock: Clock = systemClock,
): { cancel(): void } {
  let next: { cancel(): void } | undefined;
  slice();
  return { cancel: () => next?.cancel() };

  function slice(): void {
    const end = clock.now() + SLICE;
    while (!work.next().done) {
      if (clock.now() < end) continue;
      next = clock.after(0, slice);
      return;
    }
    done();
  }
}
