/** Everything that the parts of the sandbox share. */
import type { RegexEngine } from '../komodo/patterns/index.ts';
import type { Schema } from '../komodo/schema/index.ts';
import type { Clock, Timers } from './clock.ts';
import type { Runs } from './engine/runs.ts';
import type { SimulatedStates } from './engine/simulated-states.ts';
import type { Random } from './ids.ts';
import type { ResourceStore } from './store/resources.ts';
import type { Schedules } from './store/schedules.ts';
import type { TagStore } from './store/tags.ts';
import type { UpdateStore } from './store/updates.ts';
import type { UserGroupStore } from './store/user-groups.ts';
import type { Users } from './store/users.ts';
import type { VariableStore } from './store/variables.ts';
import type { ResourceFile } from './workspace/read-files.ts';

/** The version of Core whose behaviour this is. */
export const version = '2.3.2';

export interface Core {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly newId: () => string;
  readonly random: Random;
  readonly schema: Schema;
  readonly regexEngine: RegexEngine;
  readonly resources: ResourceStore;
  readonly tags: TagStore;
  readonly variables: VariableStore;
  readonly users: Users;
  readonly userGroups: UserGroupStore;
  readonly updates: UpdateStore;
  readonly schedules: Schedules;
  readonly runs: Runs;
  readonly simulatedStates: SimulatedStates;
  /** The TOML files of the workspace as they are now, by their paths from its folder on, with `/` between the parts. */
  files: readonly ResourceFile[];
  /** Any file of the workspace as it is now, by the same kind of path; undefined where there is none that is a text. */
  readonly textOfFile: (path: string) => string | undefined;
  /** When this start was, in milliseconds since 1970. */
  readonly startedAt: number;
  /** Where the sandbox listens, e.g. `http://127.0.0.1:41235`. */
  url: string;
}

/** Who asks. */
export interface Caller {
  readonly id: string;
}
