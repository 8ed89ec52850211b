import type { Core } from '../core.ts';
import { CoreError } from '../errors.ts';
import { objectIdProblem } from '../ids.ts';
import { byBytes } from '../store/resources.ts';
import { answerOf } from '../store/user-groups.ts';
import type { Reads } from './index.ts';

/** The one person of the sandbox, as Core shows people. */
export function ownUser(core: Core) {
  return {
    _id: { $oid: core.users.id },
    username: core.users.name,
    enabled: true,
    super_admin: true,
    admin: true,
    create_server_permissions: true,
    create_build_permissions: true,
    config: { type: 'Local', data: { password: '########' } },
    linked_logins: {},
    totp: { secret: '', confirmed_at: 0, recovery_codes: [] },
    passkey: { passkey: null, created_at: 0 },
    external_skip_2fa: false,
    last_update_view: 0,
    recents: {},
    all: {},
    updated_at: core.startedAt,
  };
}

export const userReads: Reads = {
  GetUsername(core, { user_id }) {
    const problem = objectIdProblem(user_id);
    if (problem !== undefined) {
      const trace = ['id is not ObjectId', problem];
      throw new CoreError('failed at mongo query for user', { trace });
    }
    const username = core.users.username(user_id);
    if (username === undefined) throw new CoreError('no user found with id');
    return { username, avatar: null };
  },
  FindUser(core, { user }) {
    if (user === core.users.id || user === core.users.name) return ownUser(core);
    throw new CoreError(`No user found matching '${user}'`);
  },
  ListUsers: (core) => [ownUser(core)],
  ListUserGroups: (core) => core.userGroups.list().map(answerOf),
  GetUserGroup: (core, { user_group }) => answerOf(core.userGroups.get(user_group)),
  GetPermission: () => ({
    level: 'Write',
    specific: ['Terminal', 'Attach', 'Inspect', 'Logs', 'Processes'],
  }),
  ListApiKeys: (core) =>
    core.users
      .keys()
      .sort((a, b) => byBytes(a.name, b.name))
      .map((key) => ({ ...key, secret: '', user_id: core.users.id }))
      .map(({ key, secret, user_id, name, created_at, expires }) => ({
        key,
        secret,
        user_id,
        name,
        created_at,
        expires,
      })),
};
