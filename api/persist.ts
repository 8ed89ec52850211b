import { backoff } from './backoff.ts';
import type { Client } from './client.ts';
import { sleep } from './clock.ts';
import { CoreError } from './coreError.ts';

/**
 * Makes a call again and again, waiting longer each time, for as long as it fails for a reason that passes: Core
 * restarts, the network is away. Any other error is thrown.
 * @param passes which reasons those are
 */
export async function persist<T>(
  client: Client,
  signal: AbortSignal,
  call: () => Promise<T>,
  passes = (error: CoreError): boolean => error.passing,
): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof CoreError) || !passes(error)) throw error;
      const wait = error.retryAfter ?? backoff(failures, Math.random());
      await sleep(client.clock, wait, signal);
    }
  }
}
