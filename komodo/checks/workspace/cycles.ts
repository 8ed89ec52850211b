import type { ResourceNode } from '../../resources/index.ts';
import { placeWithin, type Place, type TomlDocument } from '../../toml/index.ts';
import type { Elsewhere, Finding } from '../finding.ts';
import { picked } from '../picks.ts';
import type { WorkspaceRule } from '../rule.ts';
import { circlesIn } from '../runners.ts';
import type { Surroundings } from '../world.ts';
import { patternsIn, targetsIn } from '../written.ts';

/** As many steps of a circle as are shown. */
const MOST_STEPS = 8;
/** Through circles of more Procedures no way is sought: nobody would read it. */
const MOST_SOUGHT = 50;

/** Procedures that run each other in a circle: Core finds the first one busy when the last one comes to run it. */
export const cycles: WorkspaceRule = (resource, toml, surroundings) => {
  const own = resource.kind === 'procedure' ? resource.name?.text : undefined;
  const circle = own === undefined ? undefined : circlesIn(surroundings).circleOf(own);
  if (own === undefined || !circle) return [];
  return runsIn(resource, toml, surroundings).flatMap(({ names, place }): Finding[] => {
    const next = names.find((name) => name !== own && circle.has(name));
    if (next === undefined) return [];
    const isSought = circle.size <= MOST_SOUGHT;
    const way = isSought ? circlesIn(surroundings).way(next, own) : [next];
    return [
      {
        code: 'procedure-cycle',
        class: 'fails',
        message: `${inWords(own, way)}: when it comes to run \`${own}\` once more, Core refuses with "Resource is busy", and all of them fail.`,
        place: place(),
        elsewhere: way.slice(0, MOST_STEPS).flatMap((name, at) => {
          const then = way[at + 1];
          return then === undefined ? [] : step(name, then, surroundings);
        }),
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

/** `a` → `b` → `a` */
function inWords(own: string, way: readonly string[]): string {
  const steps = way.slice(0, MOST_STEPS);
  const isWhole = steps.at(-1) === own;
  const names = [own, ...steps].map((name) => `\`${name}\``);
  return [...names, ...(isWhole ? [] : ['…', `\`${own}\``])].join(' → ');
}

function step(name: string, next: string, { definitionsOf }: Surroundings): Elsewhere[] {
  const [definition] = definitionsOf('procedure', name);
  return definition ? [{ message: `\`${name}\` runs \`${next}\`.`, ...definition }] : [];
}
