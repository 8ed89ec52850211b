/** A Core without a network around it, over resource files, with a clock that a test moves. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { engine } from '../../komodo/patterns/testing/engine.ts';
import type { Core } from '../core.ts';
import { execute } from '../execute/index.ts';
import type { JsonObject } from '../json/tree.ts';
import { newCore } from '../new-core.ts';
import { withDefaults } from '../engine/defaults.ts';
import type { Update } from '../wire.ts';
import { Workspace } from '../workspace/index.ts';
import { ManualClock } from './manual-clock.ts';

export interface TestCore {
  readonly core: Core;
  readonly clock: ManualClock;
  readonly workspace: Workspace;
  /** Starts an execution as a person does; its Update changes as it goes on. */
  readonly start: (type: string, params: JsonObject) => Update;
}

/** Holds what stands in the text, all of which must be fine. */
export function testCore(toml = ''): TestCore {
  const clock = new ManualClock(Date.UTC(2026, 10, 22));
  const core = newCore({ clock, random: randomBytes, regexEngine: engine });
  core.url = 'http://core';
  const workspace = new Workspace(core);
  assert.deepEqual(workspace.load([{ path: 'test.toml', text: toml }]), []);
  return {
    core,
    clock,
    workspace,
    start(type, params) {
      const call = { type, params: withDefaults(core, type, params) };
      return execute(core, call, { id: core.users.id }) as Update;
    },
  };
}

/** The logs of an Update in lines, without the spans and with durations left out. */
export function linesOf({ logs }: Update): string[] {
  return logs.flatMap(({ stdout, stderr }) =>
    `${stdout}${stderr}`
      .replace(/<[^>]*>/g, '')
      .replace(/\b(in|after) [\d.]+(ns|µs|ms|s)\b/g, '$1 …')
      .split('\n'),
  );
}

/** The Updates of an operation, oldest first. */
export function updatesOf(core: Core, operation: Update['operation']): Update[] {
  const { updates } = core.updates.page({ operation }, 0);
  return updates.reverse().map(({ id }) => core.updates.get(id)!);
}
