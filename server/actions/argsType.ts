/** The type of `ARGS` in a script, by the default arguments of its Action. */
import { typeOfArgs } from '../../komodo/actions/index.ts';
import { defaultArgsOf } from '../../komodo/names/index.ts';
import { perResource } from '../../komodo/resources/index.ts';

/**
 * The type as TypeScript; a run may give more than the defaults do. Undefined where nothing is known: no defaults, or ones
 * that Core can't read.
 */
export const argsTypeOf = perResource((action, toml): string | undefined => {
  const defaults = defaultArgsOf(action, toml);
  return defaults && typeOfArgs(defaults.args);
});
