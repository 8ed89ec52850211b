/** What a sync says of user groups: shown as a change, and done. */
import { matchPattern, readPattern } from '../../komodo/patterns/index.ts';
import type { Core } from '../core.ts';
import { CoreError, Panic } from '../errors.ts';
import { byTarget, describedGroup, userGroupToml } from '../export/user-group-toml.ts';
import type { Json } from '../json/tree.ts';
import { byBytes, type Resource } from '../store/resources.ts';
import {
  isNone,
  type BasePermissions,
  type DescribedGroup,
  type Permission,
  type UserGroup,
} from '../store/user-groups.ts';
import { blue, bold, dimmed, green, red } from '../engine/log.ts';
import { debugText } from '../../komodo/resources/rustText.ts';
import type { SyncContents } from './contents.ts';
import { deletes } from './deltas.ts';
import { Lines, type KindLog } from './lines.ts';

type Permissions = DescribedGroup['permissions'];
const none: Permission = { level: 'None', specific: [] };

/** The changes as Core keeps them with the sync. Throws what Core says of a bad pattern. */
export function groupUpdates(core: Core, sync: Resource, { userGroups }: SyncContents): Json[] {
  if (sync.config.include_user_groups !== true) return [];
  return [
    ...goneGroups(core, sync, userGroups).map((group) => {
      return { type: 'Delete', data: { current: userGroupToml(describedGroup(core, group)) } };
    }),
    ...userGroups.flatMap((described): Json[] => {
      const wanted = expanded(core, described, 'failed');
      const known = core.userGroups.list().find(({ name }) => name === described.name);
      if (!known)
        return [{ type: 'Create', data: { name: wanted.name, proposed: userGroupToml(wanted) } }];
      const current = describedGroup(core, known);
      const proposed = ordered(wanted);
      if (isSame(current, proposed)) return [];
      const data = { proposed: userGroupToml(proposed), current: userGroupToml(current) };
      return [{ type: 'Update', data }];
    }),
  ];
}

/** The log of what was done; undefined where nothing was to do. Throws before anything is done. */
export function applyGroups(
  core: Core,
  sync: Resource,
  { userGroups }: SyncContents,
): KindLog | undefined {
  if (sync.config.include_user_groups !== true) return undefined;
  const gone = goneGroups(core, sync, userGroups);
  const wanted = userGroups.map((described) => expanded(core, described, 'Failed'));
  const known = new Map(core.userGroups.list().map((group) => [group.name, group]));
  const lines = new Lines('running updates on UserGroups');
  for (const group of wanted.filter(({ name }) => !known.has(name))) create(core, group, lines);
  for (const proposed of wanted) {
    const group = known.get(proposed.name);
    if (group) change(core, group, ordered(proposed), lines);
  }
  for (const group of gone) {
    core.userGroups.delete(group);
    lines.done(`${red('deleted')} user group '${bold(group.name)}'`);
  }
  return lines.isEmpty ? undefined : lines.log('Update UserGroups');
}

function goneGroups(
  core: Core,
  sync: Resource,
  wanted: readonly DescribedGroup[],
): readonly UserGroup[] {
  if (!deletes(sync)) return [];
  return core.userGroups.list().filter(({ name }) => !wanted.some((group) => group.name === name));
}

/** With the names that each pattern picks now. */
export function expanded(
  core: Core,
  group: DescribedGroup,
  failed: 'failed' | 'Failed',
): DescribedGroup {
  const permissions = group.permissions
    .filter(({ level, target }) => level !== 'None' && target.id !== '')
    .flatMap(({ target: { type, id }, level, specific }) => {
      const names = type === 'System' ? [] : core.resources.list(type).map(({ name }) => name);
      const found = matchPattern(readPattern(id, 'group'), names, core.regexEngine);
      if (found.problem?.kind === 'panic') throw new Panic(found.problem.message);
      if (found.problem)
        throw new CoreError(`${failed} to expand user group ${group.name} permissions`, {
          trace: found.problem.chain,
        });
      return found.names.map((name) => ({ target: { type, id: name }, level, specific }));
    });
  return { ...group, users: group.everyone ? [] : group.users, permissions };
}

function ordered(group: DescribedGroup): DescribedGroup {
  const permissions = [...group.permissions].sort((a, b) => byTarget(a.target, b.target));
  return { ...group, users: [...group.users].sort(byBytes), permissions };
}

function isSame(current: DescribedGroup, proposed: DescribedGroup): boolean {
  const plain = ({ users, everyone, permissions }: DescribedGroup) =>
    JSON.stringify([users, everyone, permissions]);
  return plain(current) === plain(proposed) && basesChanged(current.all, proposed.all).size === 0;
}

/** What is to be set: what is wanted first, then what is wanted no more. */
function basesChanged(current: BasePermissions, wanted: BasePermissions): BasePermissions {
  const kinds = new Set([...wanted.keys(), ...current.keys()]);
  return new Map(
    [...kinds].flatMap((kind) => {
      const after = wanted.get(kind) ?? none;
      return isSamePermission(current.get(kind) ?? none, after) ? [] : [[kind, after]];
    }),
  );
}

function isSamePermission(one: Permission, other: Permission): boolean {
  const [a, b] = [new Set(one.specific), new Set(other.specific)];
  return one.level === other.level && a.size === b.size && [...a].every((item) => b.has(item));
}

function create(core: Core, wanted: DescribedGroup, lines: Lines): void {
  const name = bold(wanted.name);
  let group: UserGroup;
  try {
    group = core.userGroups.create(wanted.name, core.clock.now());
  } catch (error) {
    lines.failed(`failed to create user group '${name}'`, error);
    return;
  }
  lines.done(`${green('created')} user group '${name}'`);
  setUsers(core, group, wanted, lines);
  setEveryone(group, wanted, lines);
  setBases(group, wanted.all, lines);
  setPermissions(core, group, wanted.permissions, lines);
}

function change(core: Core, group: UserGroup, wanted: DescribedGroup, lines: Lines): void {
  const current = describedGroup(core, group);
  if (JSON.stringify(current.users) !== JSON.stringify(wanted.users))
    setUsers(core, group, wanted, lines);
  if (current.everyone !== wanted.everyone) setEveryone(group, wanted, lines);
  setBases(group, basesChanged(current.all, wanted.all), lines);
  setPermissions(core, group, permissionsChanged(current.permissions, wanted.permissions), lines);
}

/** What is not as it was, and what is wanted no more, which is set back to nothing. */
function permissionsChanged(current: Permissions, wanted: Permissions): Permissions {
  const on = (list: Permissions, { target: { type, id } }: Permissions[number]) =>
    list.find(({ target }) => target.type === type && target.id === id);
  const changed = wanted.filter((permission) => {
    const before = on(current, permission);
    return !before || !isSamePermission(before, permission);
  });
  const over = current.filter((permission) => !on(wanted, permission));
  return [...changed, ...over.map(({ target }) => ({ target, ...none }))];
}

function setUsers(core: Core, group: UserGroup, { users }: DescribedGroup, lines: Lines): void {
  // Of users that are not there Core says nothing.
  group.users = users.flatMap((user) => core.users.idOf(user) ?? []);
  lines.done(`${blue('updated')} user group '${bold(group.name)}' users`);
}

function setEveryone(group: UserGroup, { everyone }: DescribedGroup, lines: Lines): void {
  group.everyone = everyone;
  lines.done(`${blue('updated')} user group '${bold(group.name)}' everyone`);
}

function setBases(group: UserGroup, all: BasePermissions, lines: Lines): void {
  for (const [kind, permission] of all) {
    group.all.set(kind, permission);
    lines.done(`${blue('updated')} user group '${bold(group.name)}' base permissions on ${kind}`);
  }
}

function setPermissions(
  core: Core,
  group: UserGroup,
  permissions: Permissions,
  lines: Lines,
): void {
  for (const { target, level, specific } of permissions) {
    const { type, id: name } = target;
    if (type === 'System') continue;
    const { $oid: id } = core.resources.get(type, name)._id;
    group.permissions = group.permissions.filter((each) => each.target.id !== id);
    group.permissions.push({ target: { type, id }, level, specific });
    const what = [
      `${blue('updated')} user group '${bold(group.name)}' permissions`,
      `${dimmed('target')}: ${type}(${debugText(name)})`,
      `${dimmed('level')}: ${level}`,
      `${dimmed('specific')}: ${specific.join(', ')}`,
    ];
    lines.done(what.join(' | '));
  }
}

/** As it stands in a file of the workspace: made or written over. Throws what Core says of a bad pattern. */
export function putGroup(core: Core, described: DescribedGroup): void {
  const wanted = ordered(expanded(core, described, 'failed'));
  const group =
    core.userGroups.list().find(({ name }) => name === wanted.name) ??
    core.userGroups.create(wanted.name, core.clock.now());
  const lines = new Lines('');
  group.all.clear();
  group.permissions = [];
  setUsers(core, group, wanted, lines);
  setEveryone(group, wanted, lines);
  setBases(group, new Map([...wanted.all].filter(([, base]) => !isNone(base))), lines);
  setPermissions(core, group, wanted.permissions, lines);
}
