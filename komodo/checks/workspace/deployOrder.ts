import { factsOf, type ResourceFacts } from '../../names/index.ts';
import { memberOf, textOf } from '../../resources/index.ts';
import { contentOf, type Place } from '../../toml/index.ts';
import type { Finding } from '../finding.ts';
import type { WorkspaceRule } from '../rule.ts';
import { itemsOf, type PlacedDefinition, type Surroundings } from '../world.ts';

/**
 * What `after` comes to when a sync deploys: an order that bites its own tail, which Core waits for without end, and names
 * that it waits for none of.
 */
export const deployOrder: WorkspaceRule = (resource, toml, surroundings) => {
  const { kind, datum, definition } = resource;
  if (kind !== 'stack' && kind !== 'deployment') return [];
  const after = memberOf(datum, definition, 'after');
  const items = after?.value.kind === 'array' ? after.value.items : [];
  const facts = items.length > 0 ? factsOf(resource, toml) : undefined;
  if (!facts || !after) return [];
  if (!facts.deployedAfter) {
    const message =
      'The sync does not deploy this, so `after` does nothing: it needs `deploy = true` beside it.';
    return [ignored(message, after.key)];
  }
  return items.flatMap((item): Finding[] => {
    const name = textOf(item)?.text;
    if (!name) return [];
    const place = contentOf(item);
    const cycle = cycleThrough(facts, name, surroundings);
    if (cycle) return [foundCycle(facts, cycle, place)];
    const reason = whyNotWaited(facts, name, surroundings);
    return reason === undefined ? [] : [ignored(reason, place)];
  });
};

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

/** The way from a name in `after` back to the one that waits, which stands at its end; undefined if there is none. */
function cycleThrough(
  start: ResourceFacts,
  name: string,
  surroundings: Surroundings,
): readonly PlacedDefinition[] | undefined {
  const seen = new Set<ResourceFacts>();
  return wayFrom(start, name);

  function wayFrom(from: ResourceFacts, to: string): readonly PlacedDefinition[] | undefined {
    const next = waitedFor(from, to, surroundings);
    if (!next || seen.has(next.facts)) return undefined;
    if (next.facts === start) return [next];
    seen.add(next.facts);
    for (const each of next.facts.deployedAfter ?? []) {
      const way = wayFrom(next.facts, each);
      if (way) return [next, ...way];
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
  const isDeployment =
    kind === 'deployment' ||
    (names.core !== null && itemsOf(names.core, 'deployment').some((item) => item.name === name));
  const [found] = definitionsOf(isDeployment ? 'deployment' : 'stack', name);
  return found?.facts.deployedAfter ? found : undefined;
}

/** Why Core does not wait for what is defined in the workspace. */
function whyNotWaited(
  facts: ResourceFacts,
  name: string,
  surroundings: Surroundings,
): string | undefined {
  if (waitedFor(facts, name, surroundings)) return undefined;
  const { definitionsOf } = surroundings;
  const [stack] = definitionsOf('stack', name);
  const [deployment] = definitionsOf('deployment', name);
  if (facts.kind === 'deployment' && stack && !deployment)
    return `A deployment waits for other deployments alone: \`${name}\` is a stack, and Core does not wait for it.`;
  const defined = deployment ?? stack;
  return defined && !defined.facts.deployedAfter
    ? `The sync does not deploy \`${name}\`, so nothing waits for it: it has no \`deploy = true\`.`
    : undefined;
}
