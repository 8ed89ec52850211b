/** Where the sandbox is not like the Core that was recorded, and why that is right. */
import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '../json/tree.ts';
import type { Difference } from './compare.ts';

export interface Deviation {
  readonly reason: string;
  /** Of which recordings; all where it is left out. */
  readonly scenarios?: readonly string[];
  readonly where?: RegExp;
  /** What must hold all the same. */
  readonly holds: (core: Json, sandbox: Json) => boolean;
}

export const deviations: readonly Deviation[] = [
  {
    reason:
      'Of executions side by side that take about as long, whichever its database lets first finishes first in Core.',
    holds: sameAfter((text) => sortedFinished(text)),
  },
  {
    reason: 'The recorded Core had run other scenarios before, and lists their Updates too.',
    scenarios: ['reads-updates'],
    where: /ListUpdates (first page|second page)? /,
    holds: (core, sandbox) => {
      const [theirs, ours] = [updatesIn(core), updatesIn(sandbox)];
      return isDeepStrictEqual(theirs.slice(0, Math.min(4, ours.length)), ours.slice(0, 4));
    },
  },
  {
    reason: 'The last run of the scenario before was still being told of when the recording began.',
    scenarios: ['procedure-self-reference'],
    where: /6b02cf7c81239eed3731daaf$/,
    holds: (_core, sandbox) => isDeepStrictEqual(sandbox, []) || sandbox === null,
  },
  {
    reason: 'Errors of the database have words of the database in their trace.',
    holds: (core, sandbox) => {
      const [theirs, ours] = [errorIn(core), errorIn(sandbox)];
      const isOfDatabase = /Kind: |failed at mongo/.test(theirs?.trace.join('\n') ?? '');
      return isOfDatabase && theirs?.error === ours?.error && theirs?.status === ours?.status;
    },
  },
  {
    reason:
      'The script that Core writes into a new Action is a text of Komodo, so ours is another.',
    holds: sameAfter((text) => withoutDefaultScript(text)),
  },
  {
    reason:
      'The sandbox asks no Git server and reads no files of the host: it has nothing to say of them.',
    where: /Get(Build|ResourceSync) /,
    holds: (core, sandbox) => isDeepStrictEqual(withoutInfo(core), withoutInfo(sandbox)),
  },
  {
    reason:
      'The sandbox has one person; groups come of files and syncs, and permissions keep nobody from anything.',
    where: /CreateUserGroup|UpdatePermission|a user group|variables and groups/,
    holds: () => true,
  },
  {
    reason: 'The sandbox runs no scripts: the output of Actions is simulated.',
    where: /^RunAction /,
    holds: (core, sandbox) =>
      isLines(core) || isDeepStrictEqual(withoutOutcome(core), withoutOutcome(sandbox)),
  },
  {
    reason:
      'Nothing else in the recording names what the sync made, so that ours cannot be told to be the same.',
    scenarios: ['sync-contents'],
    where: /^CreateProcedure /,
    holds: (_core, sandbox) => sandbox === null || isDeepStrictEqual(sandbox, []),
  },
  {
    reason: 'What TOML forbids is told at the same place in other words.',
    scenarios: ['sync-contents'],
    holds: sameAfter((text) =>
      text.replace(/string values must be quoted, .*|a value must stand here/, '…'),
    ),
  },
  {
    reason: 'A Procedure of another scenario was never over, and is listed.',
    scenarios: ['reads-list-queries'],
    where: /ListProcedures (all|empty query) /,
    holds: sameAmongOurs,
  },
  {
    reason: 'The recorder took the Procedure away in between, without a frame that told of it.',
    scenarios: ['procedure-fail-unknown'],
    where: /in a disabled stage/,
    holds: (_core, sandbox) => (sandbox as { status: number }).status === 409,
  },
];

/** The deviations that explain a difference. */
export function deviationFor(scenario: string, difference: Difference): Deviation | undefined {
  const { where, core, sandbox = null } = difference;
  return deviations.find(
    (deviation) =>
      (deviation.scenarios?.includes(scenario) ?? true) &&
      (deviation.where?.test(where) ?? true) &&
      deviation.holds(core as Json, sandbox as Json),
  );
}

/** Whether both are the same once every text has been changed. */
function sameAfter(change: (text: string) => string): Deviation['holds'] {
  return (core, sandbox) => isDeepStrictEqual(mapTexts(core, change), mapTexts(sandbox, change));
}

function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(
    ([name, item]) => [name, mapTexts(item, change)] as const,
  );
  return Object.fromEntries<Json>(entries);
}

/** The lines of finished executions that stand together, in one order. */
function sortedFinished(text: string): string {
  const lines = text.split('\n');
  const sorted: string[] = [];
  let together: string[] = [];
  for (const line of [...lines, '']) {
    if (line.includes('Finished</span> execution in')) together.push(line);
    else {
      sorted.push(...together.sort(), line);
      together = [];
    }
  }
  return sorted.slice(0, -1).join('\n');
}

function withoutDefaultScript(text: string): string {
  return text.replace(
    /(?:\/\/ Run actions using|\/\/ A new Action)[\s\S]*?(?=\n"""|$)/,
    '<script>',
  );
}

function withoutInfo(answer: Json): Json {
  const { body } = answer as { body: JsonObject };
  return { ...body, info: null };
}

/** The growth of a log is held against its lines. */
function isLines(value: Json): boolean {
  return Array.isArray(value) && typeof value[0] === 'string';
}

/** An Update, or frames, without what a script has said and how it ended. */
function withoutOutcome(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutOutcome);
  const { logs = [], ...rest } = value as { logs?: Json[] };
  return { ...rest, success: true, logs: logs.length };
}

/** Whether a list is the same, but for entries with names that we do not have. */
function sameAmongOurs(core: Json, sandbox: Json): boolean {
  const [theirs, ours] = [core, sandbox].map((answer) => (answer as { body: JsonObject[] }).body);
  const names = ours!.map(({ name }) => name);
  return isDeepStrictEqual(
    theirs!.filter(({ name }) => names.includes(name)),
    ours,
  );
}

function updatesIn(answer: Json): Json[] {
  const { body } = answer as { body: { updates: Json[] } };
  return body.updates;
}

interface ErrorAnswer {
  readonly status: number;
  readonly body: { readonly error: string; readonly trace: readonly string[] };
}

function errorIn(answer: Json): (ErrorAnswer['body'] & { readonly status: number }) | undefined {
  const { status, body } = (answer ?? {}) as Partial<ErrorAnswer>;
  if (status === undefined || body?.error === undefined) return undefined;
  return { ...body, status };
}
