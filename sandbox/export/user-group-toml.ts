/** A user group as Core writes it into a file: with names in place of ids. */
import type { Core } from '../core.ts';
import { isNone, type DescribedGroup, type UserGroup } from '../store/user-groups.ts';
import { byBytes } from '../store/resources.ts';
import type { Target } from '../wire.ts';
import { linesBelow } from './toml-text.ts';

export function userGroupToml({ name, everyone, users, all, permissions }: DescribedGroup): string {
  const head = {
    name,
    ...(everyone && { everyone }),
    ...(!everyone && users.length > 0 && { users: [...users] }),
  };
  const bases = [...all]
    .filter(([, permission]) => !isNone(permission))
    .map(([kind, { level, specific }]) => {
      const list = JSON.stringify(specific).replaceAll(',', ', ');
      const value =
        specific.length === 0 ? `"${level}"` : `{ level = "${level}", specific = ${list} }`;
      return `all.${kind} = ${value}`;
    });
  const targets = permissions.map(({ target, level, specific }) => ({
    target: { type: target.type, id: target.id },
    level,
    ...(specific.length > 0 && { specific: [...specific] }),
  }));
  const own = targets.length > 0 ? linesBelow({ permissions: targets }) : [];
  return ['[[user_group]]', ...linesBelow(head), ...bases, ...own].join('\n');
}

/** A group as a file would describe it, in the order in which Core compares. */
export function describedGroup(core: Core, group: UserGroup): DescribedGroup {
  const { name, everyone, users, all, permissions } = group;
  const names = everyone ? [] : users.flatMap((id) => core.users.username(id) ?? []);
  return {
    name,
    everyone,
    users: names.sort(byBytes),
    all: new Map([...all].filter(([, permission]) => !isNone(permission))),
    permissions: permissions
      .filter(({ level }) => level !== 'None')
      .map(({ target: { type, id }, level, specific }) => ({
        target: { type, id: core.resources.find(type, id)?.name ?? '' },
        level,
        specific,
      }))
      .sort((a, b) => byTarget(a.target, b.target)),
  };
}

/** Kinds in the order in which Core names them. */
const order: readonly Target['type'][] = [
  'System',
  'Swarm',
  'Server',
  'Stack',
  'Deployment',
  'Build',
  'Repo',
  'Procedure',
  'Action',
  'Builder',
  'Alerter',
  'ResourceSync',
];

export function byTarget(one: Target, other: Target): number {
  return order.indexOf(one.type) - order.indexOf(other.type) || byBytes(one.id, other.id);
}
