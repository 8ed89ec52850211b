import { factsOf, type ResourceFacts } from '../../names/index.ts';
import { memberOf, perResource, textOf } from '../../resources/index.ts';
import { contentOf, type Place } from '../../toml/index.ts';
import type { Finding } from '../finding.ts';
import { isOnCore } from '../lookUp.ts';
import type { WorkspaceRule } from '../rule.ts';
import type { PlacedDefinition, Surroundings } from '../world.ts';

/**
 * What `after` comes to when a sync deploys: an order that bites its own tail, which Core waits for without end, and names
 * that it waits for none of.
 */
export const deployOrder: WorkspaceRule = (resource, toml, surroundings) => {
  const order = orderIn(resource, toml);
  if (!order) return [];
  const { facts, after, names } = order;
  if (!facts.deployedAfter) {
    const message =
      'The sync does not deploy this, so `after` does nothing: it needs `deploy = true` beside it.';
    return [ignored(message, after)];
  }
  return names.flatMap(({ name, place }): Finding[] => {
    const next = waitedFor(facts, name, surroundings);
    if (!next) {
      const reason = whyNotWaited(facts, name, surroundings);
      return reason === undefined ? [] : [ignored(reason, place)];
    }
    const cycle = cycleThrough(facts, next, surroundings);
    return cycle ? [foundCycle(facts, cycle, place)] : [];
  });
};

/** The names in the `after` of a block, with the place of its key; undefined where there are none. */
const orderIn = perResource((resource, toml) => {
  const { kind, datum, definition } = resource;
  if (kind !== 'stack' && kind !== 'deployment') return undefined;
  const after = memberOf(datum, definition, 'after');
  const facts = factsOf(resource, toml);
  if (!facts || after?.value.kind !== 'array') return undefined;
  const names = after.value.items.flatMap((item) => {
    const name = textOf(item)?.text;
    return name ? [{ name, place: contentOf(item) }] : [];
  });
  return names.length === 0 ? undefined : { facts, names, after: after.key };
});

function ignored(message: string, place: Place): Finding {
  return { code: 'ignored-after', class: 'ignored', message, place };
}

function foundCycle(
  { name }: ResourceFacts,
  cycle: readonly PlacedDefinition[],
  place: Place,
): Finding {
  const names = [name, ...cycle.map(({ facts }) => facts.name)].map((each) => `\`${each}\``);
  const itself = `${names[0]} waits for itself`;
  return {
    code: 'deploy-cycle',
    class: 'fails',
    message:
      `${cycle.length === 1 ? itself : `${itself}: ${names.join(' → ')}`}. ` +
      'Core deploys none of it, and the sync stays busy until Core restarts.',
    place,
    elsewhere: cycle.slice(0, -1).map(({ uri, range, facts }, index) => {
      const message = `\`${facts.name}\` waits for \`${cycle[index + 1]!.facts.name}\`.`;
      return { message, uri, range };
    }),
  };
}

/** The way from what one waits for back to the one that waits, which stands at its end; undefined if there is none. */
function cycleThrough(
  start: ResourceFacts,
  first: PlacedDefinition,
  surroundings: Surroundings,
): readonly PlacedDefinition[] | undefined {
  const seen = new Set<ResourceFacts>();
  return wayFrom(first);

  function wayFrom(from: PlacedDefinition): readonly PlacedDefinition[] | undefined {
    if (from.facts === start) return [from];
    if (seen.has(from.facts)) return undefined;
    seen.add(from.facts);
    for (const name of from.facts.deployedAfter ?? []) {
      const next = waitedFor(from.facts, name, surroundings);
      const way = next && wayFrom(next);
      if (way) return [from, ...way];
    }
    return undefined;
  }
}

/**
 * What a name in `after` stands for, if a sync deploys it: a Deployment waits for Deployments alone, a Stack for what Core
 * has as a Deployment or else for a Stack.
 */
function waitedFor(
  { kind }: ResourceFacts,
  name: string,
  { definitionsOf, names }: Surroundings,
): PlacedDefinition | undefined {
  const isDeployment = kind === 'deployment' || isOnCore('deployment', name, names);
  const [found] = definitionsOf(isDeployment ? 'deployment' : 'stack', name);
  return found?.facts.deployedAfter ? found : undefined;
}

/** Why Core does not wait for what is defined in the workspace. */
function whyNotWaited(
  facts: ResourceFacts,
  name: string,
  { definitionsOf }: Surroundings,
): string | undefined {
  const [stack] = definitionsOf('stack', name);
  const [deployment] = definitionsOf('deployment', name);
  if (facts.kind === 'deployment' && stack && !deployment)
    return `A deployment waits for other deployments alone: \`${name}\` is a stack, and Core does not wait for it.`;
  const defined = deployment ?? stack;
  return defined && !defined.facts.deployedAfter
    ? `The sync does not deploy \`${name}\`, so nothing waits for it: it has no \`deploy = true\`.`
    : undefined;
}
