import { stagesOf } from '../../resources/index.ts';
import { actsIn, type Act } from '../acts.ts';
import type { Finding, Mend } from '../finding.ts';
import type { WorkspaceRule } from '../rule.ts';

/** How many stacks are named. */
const MOST_NAMED = 3;

/**
 * `DeployStackIfChanged` of a stack whose compose file stands in its config. Core compares what is deployed with the files
 * of a host or a repository, of which such a stack has none: once it is deployed Core finds no change in it any more.
 */
export const deploysOnce: WorkspaceRule = (resource, toml, { names, definitionsOf }) => {
  const executions = stagesOf(resource).flatMap((stage) => stage.executions);
  if (!executions.some(({ type }) => type?.text.endsWith('DeployStackIfChanged'))) return [];
  const isUnseen = (stack: string) => {
    const facts = definitionsOf('stack', stack)[0]?.facts;
    // With `deploy = true` a sync deploys it when its config has changed.
    return facts?.compose !== undefined && facts.deployedAfter === undefined;
  };
  return actsIn(resource, toml, names)
    .filter(({ runsAs, runs }) => runsAs === 'DeployStackIfChanged' && runs)
    .flatMap((act) => {
      const unseen = act.resources().filter(isUnseen);
      return unseen.length > 0 ? [deploysThemOnce(act, unseen)] : [];
    });
};

function deploysThemOnce(act: Act, unseen: readonly string[]): Finding {
  const named = unseen.slice(0, MOST_NAMED).map((name) => `\`${name}\``);
  const more = unseen.length - named.length;
  const whose = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(' and ');
  return {
    code: 'deploys-once',
    class: 'surprising',
    message:
      `Core sees no changes in \`file_contents\`: once deployed, ${whose} ${unseen.length > 1 ? 'stay as they are' : 'stays as it is'}. ` +
      'Write `deploy = true` in the block of the stack, then a sync deploys it when it has changed.',
    place: act.place,
    mends: deployingAlways(act),
  };
}

/** One stack can be deployed each time; of a pattern that would be too much. */
function deployingAlways({ execution }: Act): readonly Mend[] {
  const { type } = execution;
  if (type?.text !== 'DeployStackIfChanged') return [];
  const quotes = (type.place.end - type.place.start - type.text.length) / 2;
  const place = { ...type.place, start: type.place.start + quotes, end: type.place.end - quotes };
  const text = 'DeployStack';
  return [{ title: `Change to \`${text}\`, which deploys it each time`, edits: [{ place, text }] }];
}
