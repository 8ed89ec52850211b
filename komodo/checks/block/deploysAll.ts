import { placeWithin } from '../../toml/index.ts';
import type { Finding } from '../finding.ts';
import type { BlockRule } from '../rule.ts';
import { patternsIn } from '../written.ts';

const messages: Readonly<Record<string, string>> = {
  BatchDeployStack: 'This deploys every stack Core has, also those that were never deployed.',
  BatchDeployStackIfChanged:
    'This also deploys stacks that were never deployed: to Core they have changed.',
};

/** Deploying all stacks starts those, too, that somebody keeps undeployed. */
export const deploysAll: BlockRule = (resource, toml) =>
  patternsIn(resource, toml).flatMap(({ pattern, place, execution, runs }): Finding[] => {
    const message = messages[execution.type?.text ?? ''];
    const all = pattern.items.find(({ text }) => text === '*');
    if (message === undefined || !all || !runs) return [];
    const at = placeWithin(toml, place, all);
    return [{ code: 'deploys-undeployed', class: 'style', message, place: at }];
  });
