import { kindOfTarget } from '../../names/index.ts';
import { perResource, stagesOf, textOf, textsOf } from '../../resources/index.ts';
import type { Place } from '../../toml/index.ts';
import type { Finding } from '../finding.ts';
import type { WorkspaceRule } from '../rule.ts';
import { inWords, itemsOf, type PlacedDefinition, type Surroundings } from '../world.ts';

/**
 * Runs of a sync for some resources only. What has `deploy = true` and is not among them is deployed all the same: Core
 * looks for it among these, finds none, and deploys it as if it were new.
 */
export const partialSyncs: WorkspaceRule = (resource, toml, surroundings) =>
  partialRunsOf(resource, toml).flatMap((run): Finding[] => {
    const others = deployedIn(surroundings).filter(({ facts }) => !isAmong(run, facts));
    if (others.length === 0) return [];
    const named = others.slice(0, MOST_NAMES).map(({ facts }) => `\`${facts.name}\``);
    const more = others.length > named.length ? ` and ${others.length - named.length} more` : '';
    const have = others.length === 1 ? 'has' : 'have';
    return [
      {
        code: 'sync-deploys-others',
        class: 'surprising',
        message:
          `This run also deploys what of the sync is not meant here and has \`deploy = true\`: Core takes it for new. ` +
          `In this workspace ${named.join(', ')}${more} ${have} it.`,
        place: run.place,
        elsewhere: others.slice(0, MOST_NAMES).map(({ uri, range, facts }) => {
          const kind = inWords(facts.kind);
          return { message: `The ${kind} \`${facts.name}\` has \`deploy = true\`.`, uri, range };
        }),
      },
    ];
  });

const MOST_NAMES = 3;

/** A RunSync that names a kind, or resources. */
interface PartialRun {
  readonly kind: string | undefined;
  readonly names: readonly string[] | undefined;
  readonly place: Place;
}

const partialRunsOf = perResource((resource): readonly PartialRun[] => {
  const runs = stagesOf(resource).filter(({ enabled }) => enabled);
  return runs
    .flatMap(({ executions }) => executions)
    .filter(({ enabled, type }) => enabled && type?.text === 'RunSync')
    .flatMap(({ params }): PartialRun[] => {
      const entryOf = (name: string) => params.find((param) => param.name === name)?.entry;
      const [type, resources] = [entryOf('resource_type'), entryOf('resources')];
      const written = resources ?? type;
      if (!written) return [];
      const names = resources?.value.kind === 'array' ? textsOf(resources.value) : undefined;
      return [
        {
          kind: kindOfTarget(textOf(type?.value)?.text),
          names: names?.map(({ text }) => text),
          place: written.key,
        },
      ];
    });
});

function isAmong({ kind, names }: PartialRun, facts: PlacedDefinition['facts']): boolean {
  return (kind === undefined || kind === facts.kind) && (names?.includes(facts.name) ?? true);
}

const known = new WeakMap<Surroundings, readonly PlacedDefinition[]>();

/** The Stacks and Deployments of the workspace that a sync deploys. */
function deployedIn(surroundings: Surroundings): readonly PlacedDefinition[] {
  let found = known.get(surroundings);
  if (!found) {
    const { names, definitionsOf } = surroundings;
    found = (['stack', 'deployment'] as const).flatMap((kind) =>
      itemsOf(names.workspace, kind)
        .flatMap(({ name }) => definitionsOf(kind, name).slice(0, 1))
        .filter(({ facts }) => facts.deployedAfter !== undefined),
    );
    known.set(surroundings, found);
  }
  return found;
}
