import { CoreError } from './errors.ts';

/** A request that Core has and the sandbox does not. */
export function unavailable(request: string): CoreError {
  return new CoreError(`${request} is not available in the sandbox`);
}
