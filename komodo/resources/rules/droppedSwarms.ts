import { compareVersions, type Schema } from '../../schema/index.ts';
import type { GivenTable } from '../given.ts';
import type { Problem } from '../problem.ts';

/** Core 2.0 reads swarms, and leaves them out as it puts its resource files together. */
export function droppedSwarms({ version, root }: Schema, file: GivenTable): readonly Problem[] {
  const swarms = root.byName.get('swarm');
  if (!swarms || compareVersions(version, '2.1.0') >= 0) return [];
  return file.entries
    .filter(({ name }) => root.byName.get(name) === swarms)
    .map(({ key }) => {
      return {
        code: 'dropped-kind',
        class: 'ignored',
        message: `Core ${version} reads swarms and then drops them; Komodo 2.1.0 is the first to use them.`,
        ...(key && { place: key }),
      };
    });
}
