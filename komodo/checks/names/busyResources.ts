import { excludeEachOther } from '../../plan/index.ts';
import { stagesOf } from '../../resources/index.ts';
import { actsIn, type Act } from '../acts.ts';
import type { Finding } from '../finding.ts';
import type { NameRule } from '../rule.ts';
import { inWords } from '../world.ts';

/** As many names as a message lists. */
const MOST_NAMES = 3;

/** Executions of one stage, which start at the same time, on a resource that only one of them can have. */
export const busyResources: NameRule = (resource, toml, names) => {
  const acts = actsIn(resource, toml, names).filter(({ runs }) => runs);
  const own = resource.name?.text;
  return stagesOf(resource).flatMap((stage) =>
    busyIn(
      acts.filter((act) => act.stage === stage),
      own,
    ),
  );
};

/** @param own the name of the Procedure: Core refuses to run it within itself before it asks whether it is busy. */
function busyIn(acts: readonly Act[], own: string | undefined): Finding[] {
  const isAlone = ({ kind }: Act) => acts.filter((act) => act.kind === kind).length < 2;
  const started = new Map<string, Act[]>();
  return acts.flatMap((act): Finding[] => {
    if (isAlone(act)) return [];
    const refused = new Map<Act, string[]>();
    for (const name of act.resources()) {
      if (act.kind === 'procedure' && name === own) continue;
      const key = `${act.kind} ${name}`;
      const before = started.get(key) ?? [];
      const other = before.find(({ runsAs }) => excludeEachOther(runsAs, act.runsAs));
      if (other) refused.set(other, [...(refused.get(other) ?? []), name]);
      started.set(key, [...before, act]);
    }
    const [first] = refused;
    return first ? [busy(act, ...first)] : [];
  });
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
  };
}
