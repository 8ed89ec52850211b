import { flagOf, memberOf } from '../../resources/index.ts';
import type { BlockRule } from '../rule.ts';
import { oneOf } from '../world.ts';

/** `deploy` and `after` on what a sync does not deploy. */
export const deployedKinds: BlockRule = ({ kind, datum, definition }) => {
  if (kind === 'stack' || kind === 'deployment') return [];
  const deploy = memberOf(datum, definition, 'deploy');
  const after = memberOf(datum, definition, 'after');
  const isGiven = after?.value.kind === 'array' && after.value.items.length > 0;
  const entries = [
    ...(deploy && flagOf(deploy.value, false) ? [deploy] : []),
    ...(after && isGiven ? [after] : []),
  ];
  return entries.map(({ name, key }) => ({
    code: 'ignored-deploy',
    class: 'ignored',
    message: `A sync deploys stacks and deployments alone: \`${name}\` does nothing for ${oneOf(kind)}.`,
    place: key,
  }));
};
