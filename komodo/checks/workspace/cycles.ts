import type { ResourceNode } from '../../resources/index.ts';
import { placeWithin, type Place, type TomlDocument } from '../../toml/index.ts';
import type { Elsewhere, Finding } from '../finding.ts';
import { picked } from '../picks.ts';
import type { WorkspaceRule } from '../rule.ts';
import { circlesIn } from '../runners.ts';
import type { Surroundings } from '../world.ts';
import { patternsIn, targetsIn } from '../written.ts';

/** Procedures that run each other in a circle: Core finds the first one busy when the last one comes to run it. */
export const cycles: WorkspaceRule = (resource, toml, surroundings) => {
  const own = resource.kind === 'procedure' ? resource.name?.text : undefined;
  const circle = own === undefined ? undefined : circlesIn(surroundings).circleOf(own);
  if (own === undefined || !circle) return [];
  return runsIn(resource, toml, surroundings).flatMap(({ names, place }): Finding[] => {
    const next = names.find((name) => name !== own && circle.has(name));
    if (next === undefined) return [];
    const way = [own, ...circlesIn(surroundings).way(next, own)];
    return [
      {
        code: 'procedure-cycle',
        class: 'fails',
        message: `${inWords(way)}: when \`${way.at(-2)!}\` comes to run \`${own}\`, Core refuses it with "Resource is busy", and all of them fail.`,
        place: place(),
        elsewhere: way.slice(1, -1).flatMap((name, at) => hop(name, way[at + 2]!, surroundings)),
      },
    ];
  });
};

interface Run {
  readonly names: readonly string[];
  readonly place: () => Place;
}

/** The runs of other Procedures, and the item of the pattern or the name that tells them. */
function runsIn(resource: ResourceNode, toml: TomlDocument, { names }: Surroundings): Run[] {
  const named = targetsIn(resource, toml)
    .filter(({ execution, runs }) => runs && execution.type?.text === 'RunProcedure')
    .map(({ name, place }): Run => ({ names: [name], place: () => place }));
  const batches = patternsIn(resource, toml)
    .filter(({ execution, runs }) => runs && execution.type?.text === 'BatchRunProcedure')
    .flatMap((pattern) =>
      picked(pattern, names.workspace, names.engine).items.map((matches): Run => ({
        names: matches.names,
        place: () => placeWithin(toml, pattern.place, matches.item),
      })),
    );
  return [...named, ...batches];
}

function inWords(way: readonly string[]): string {
  return way.map((name) => `\`${name}\``).join(' → ');
}

function hop(name: string, next: string, { definitionsOf }: Surroundings): Elsewhere[] {
  const [definition] = definitionsOf('procedure', name);
  return definition ? [{ message: `\`${name}\` runs \`${next}\`.`, ...definition }] : [];
}
