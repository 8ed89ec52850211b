/** `komodo-procedures preview`: which names a pattern picks. */
import { resourceKinds, type ResourceKind } from '../komodo/inventory/inventory.ts';
import { matchPattern, problemText, readPattern } from '../komodo/patterns/index.ts';
import type { RegexEngine } from '../komodo/patterns/index.ts';
import { CommandError, type Output } from './output.ts';
import { sourceInWords, type World } from './world.ts';

/**
 * Writes the names by item of the pattern, with what each item is read as.
 * @returns the exit code: 1 when Core refuses the pattern
 * @throws CommandError for an unknown kind
 */
export function preview(
  text: string,
  kind: string,
  world: World,
  engine: RegexEngine,
  { say, paint }: Output,
): number {
  const names = namesOf(kind, world);
  const matches = matchPattern(readPattern(text, 'batch'), names, engine);
  for (const { item, names: picked, problem } of matches.items) {
    const verdict = problem
      ? paint.red(problemText(problem))
      : picked.length === 0
        ? paint.yellow('matches nothing')
        : picked.join(', ');
    say(`${paint.dim(item.kind.padEnd(8))}  ${paint.bold(item.text)}  ${verdict}`);
  }
  const count = `${matches.names.length} of ${names.length} ${kind}s`;
  say(`${matches.problem ? 'Core refuses this pattern' : count} (${sourceInWords(world)})`);
  return matches.problem ? 1 : 0;
}

function namesOf(kind: string, { inventory }: World): string[] {
  const known = resourceKinds.find((each) => each === kind);
  if (!known) throw new CommandError(`--kind takes one of ${resourceKinds.join(', ')}.`, 2);
  return (inventory.resources[known satisfies ResourceKind] ?? []).map(({ name }) => name);
}
