/** Puts a Core together that holds nothing yet. */
import type { RegexEngine } from '../komodo/patterns/index.ts';
import { schemaFor } from '../komodo/schema/index.ts';
import type { Clock } from './clock.ts';
import { Timers } from './clock.ts';
import type { Core } from './core.ts';
import { version } from './core.ts';
import { Runs } from './engine/runs.ts';
import { SimulatedStates } from './engine/simulated-states.ts';
import type { Random } from './ids.ts';
import { objectIds } from './ids.ts';
import { ResourceStore } from './store/resources.ts';
import { Schedules } from './store/schedules.ts';
import { TagStore } from './store/tags.ts';
import { UpdateStore } from './store/updates.ts';
import { UserGroupStore } from './store/user-groups.ts';
import { Users } from './store/users.ts';
import { VariableStore } from './store/variables.ts';

export interface CoreParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly regexEngine: RegexEngine;
  /** Makes ids of 24 hex digits. */
  readonly ids?: () => string;
  /** Reads any file of the workspace, by its path from its folder on. */
  readonly textOfFile?: (path: string) => string | undefined;
}

export function newCore({
  clock,
  random,
  regexEngine,
  ids,
  textOfFile = () => undefined,
}: CoreParts): Core {
  const newId = ids ?? objectIds(clock, random);
  const users = new Users(newId(), random);
  return {
    clock,
    timers: new Timers(clock),
    newId,
    random,
    schema: schemaFor(version),
    regexEngine,
    resources: new ResourceStore(),
    tags: new TagStore(newId),
    variables: new VariableStore(),
    users,
    userGroups: new UserGroupStore(newId),
    updates: new UpdateStore(users),
    schedules: new Schedules(clock),
    runs: new Runs(),
    simulatedStates: new SimulatedStates(),
    files: [],
    textOfFile,
    startedAt: clock.now(),
    url: '',
  };
}
