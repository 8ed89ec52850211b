import { excludeEachOther, singleOf } from '../../plan/index.ts';
import { perResource, stagesOf } from '../../resources/index.ts';
import { actsIn, type Act } from '../acts.ts';
import type { Finding } from '../finding.ts';
import type { NameRule } from '../rule.ts';
import { inWords } from '../world.ts';

/** As many names as a message lists. */
const MOST_NAMES = 3;

/** Executions of one stage, which start at the same time, on a resource that only one of them can have. */
export const busyResources: NameRule = (resource, toml, names) => {
  if (!mayBeBusy(resource, toml)) return [];
  const acts = actsIn(resource, toml, names).filter(({ runs }) => runs);
  const own = resource.name?.text;
  return stagesOf(resource).flatMap((stage) =>
    busyIn(
      acts.filter((act) => act.stage === stage),
      own,
    ),
  );
};

/** Whether a stage has executions that could exclude each other at all: most have but one. */
const mayBeBusy = perResource((resource) =>
  stagesOf(resource).some(({ executions }) => {
    const types = executions.map(({ type }) => singleOf(type?.text ?? ''));
    return types.some((type, index) =>
      types.slice(0, index).some((other) => excludeEachOther(other, type)),
    );
  }),
);

/** @param own the name of the Procedure: Core refuses to run it within itself before it asks whether it is busy. */
function busyIn(acts: readonly Act[], own: string | undefined): Finding[] {
  return acts.flatMap((act, index): Finding[] => {
    for (const before of acts.slice(0, index)) {
      if (before.kind !== act.kind || !excludeEachOther(before.runsAs, act.runsAs)) continue;
      const names = shared(before.resources(), act.resources());
      const both = act.kind === 'procedure' ? names.filter((name) => name !== own) : names;
      if (both.length > 0) return [busy(act, before, both)];
    }
    return [];
  });
}

/** Long lists are what patterns pick, and the same for many. */
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

function shared(some: readonly string[], others: readonly string[]): readonly string[] {
  const [few, many] = some.length < others.length ? [some, others] : [others, some];
  if (few.length < 4 && many.length < 4) return few.filter((name) => many.includes(name));
  let set = sets.get(many);
  if (!set) sets.set(many, (set = new Set(many)));
  return few.filter((name) => set.has(name));
}

function busy({ kind, runsAs, place }: Act, before: Act, names: readonly string[]): Finding {
  const named = names.slice(0, MOST_NAMES).map((name) => `\`${name}\``);
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  const both =
    before.runsAs === runsAs
      ? `\`${runsAs}\` starts twice at the same time`
      : `\`${before.runsAs}\` and \`${runsAs}\` start at the same time`;
  const kinds = `${inWords(kind)}${names.length > 1 ? 's' : ''}`;
  return {
    code: 'busy-resource',
    class: 'surprising',
    message:
      `${both} on the ${kinds} ${named.join(', ')}${more}: Core refuses one while the other runs ` +
      '("Resource is busy"), and the stage fails. Give each a stage of its own.',
    place,
    related: before.place,
    relatedMessage: `\`${before.runsAs}\` starts at the same time.`,
  };
}
