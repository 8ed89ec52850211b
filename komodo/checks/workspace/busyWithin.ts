import { excludeEachOther, singleOf, type ProcedureDefinition } from '../../plan/index.ts';
import { perResource, stagesOf, type ResourceNode } from '../../resources/index.ts';
import type { TomlDocument } from '../../toml/index.ts';
import { actsIn, type Act } from '../acts.ts';
import type { Elsewhere, Finding } from '../finding.ts';
import type { WorkspaceRule } from '../rule.ts';
import { startsOf, type Start } from '../starts.ts';
import { inWords, whereInWords, type Names, type Surroundings } from '../world.ts';

/**
 * Executions of one stage that meet on a resource by way of a Procedure that the stage runs. Where both stand in the
 * stage itself, `names/busyResources.ts` tells.
 */
export const busyWithin: WorkspaceRule = (resource, toml, surroundings) => {
  if (!mayMeet(resource, toml)) return [];
  return meetingsOf(resource, toml, surroundings).map((meeting) => finding(meeting, surroundings));
};

/** What was found in a block, and what it was found with. */
interface Remembered {
  readonly names: Names;
  readonly procedures: ReadonlyMap<string, ProcedureDefinition | undefined>;
  readonly meetings: readonly Meeting[];
}

const known = new WeakMap<ResourceNode, Remembered>();

/** Most keys change no name, and no Procedure that is run here. */
function meetingsOf(
  resource: ResourceNode,
  toml: TomlDocument,
  surroundings: Surroundings,
): readonly Meeting[] {
  const { names, procedureNamed } = surroundings;
  const before = known.get(resource);
  const isSame =
    before?.names === names &&
    [...before.procedures].every(([name, procedure]) => procedureNamed(name) === procedure);
  if (isSame) return before.meetings;
  const procedures = new Map<string, ProcedureDefinition | undefined>();
  const noting: Surroundings = {
    ...surroundings,
    procedureNamed(name) {
      const procedure = procedureNamed(name);
      procedures.set(name, procedure);
      return procedure;
    },
  };
  const acts = actsIn(resource, toml, names).filter(({ runs }) => runs);
  const own = resource.name?.text;
  const meetings = stagesOf(resource).flatMap((stage) =>
    meetingsIn(
      acts.filter((act) => act.stage === stage).flatMap((act) => runsOf(act, own, noting)),
    ),
  );
  known.set(resource, { names, procedures, meetings });
  return meetings;
}

/** Whether a stage runs a Procedure and something beside it: most do not. */
const mayMeet = perResource((resource) =>
  stagesOf(resource).some(({ enabled, executions }) => {
    const types = executions.flatMap((each) => (each.enabled ? [each.type?.text ?? ''] : []));
    const runners = types.filter((type) => singleOf(type) === 'RunProcedure');
    return enabled && runners.length > 0 && (types.length > 1 || types[0] !== 'RunProcedure');
  }),
);

/** What an execution runs: for one that runs several Procedures each alone. */
interface Run {
  readonly act: Act;
  /** The Procedure that it runs, if it runs one. */
  readonly procedure?: string;
  readonly starts: readonly Start[];
}

/** Beyond so many Procedures that a pattern picks nobody is told more. */
const MOST_RUNS = 50;

function runsOf(act: Act, own: string | undefined, surroundings: Surroundings): Run[] {
  const { kind, runsAs } = act;
  const start = (names: readonly string[]) => ({ kind, runsAs, names, atOnce: true, way: [] });
  if (runsAs !== 'RunProcedure') return [{ act, starts: [start(act.resources())] }];
  // That it runs itself is told elsewhere.
  const names = act.resources().filter((name) => name !== own);
  return names.slice(0, MOST_RUNS).map((procedure) => {
    const within = startsOf(procedure, surroundings);
    return { act, procedure, starts: [start([procedure]), ...within] };
  });
}

/** Two that meet on resources, of which at least one stands in another Procedure. */
interface Meeting {
  readonly act: Act;
  readonly other: Act;
  readonly start: Start;
  readonly otherStart: Start;
  readonly names: string[];
}

/** The first of each execution: those that start at the same time before others, and the nearest before those within. */
function meetingsIn(runs: readonly Run[]): Meeting[] {
  const started = new Map<string, { readonly run: Run; readonly start: Start }[]>();
  const found = new Map<Act, Meeting>();
  for (const run of runs) {
    for (const start of run.starts) {
      for (const name of start.names) {
        const key = `${start.kind} ${name}`;
        const others = started.get(key) ?? [];
        started.set(key, others);
        const met = others.find((other) => meet({ run, start }, other));
        if (met) note({ run, start }, met, name);
        others.push({ run, start });
      }
    }
  }
  return [...found.values()];

  function note({ run, start }: Started, other: Started, name: string): void {
    const before = found.get(run.act);
    if (before?.start === start && before.otherStart === other.start) before.names.push(name);
    const meeting = {
      act: run.act,
      other: other.run.act,
      start,
      otherStart: other.start,
      names: [name],
    };
    if (!before || farness(meeting) < farness(before)) found.set(run.act, meeting);
  }
}

interface Started {
  readonly run: Run;
  readonly start: Start;
}

function meet(one: Started, other: Started): boolean {
  const isSameRun = one.run === other.run;
  const areBothHere = one.start.way.length + other.start.way.length === 0;
  // Of a Procedure that is run twice, only one run comes to start anything.
  const isSameProcedure =
    one.run.procedure !== undefined && one.run.procedure === other.run.procedure;
  return (
    !isSameRun &&
    !areBothHere &&
    !isSameProcedure &&
    excludeEachOther(one.start.runsAs, other.start.runsAs)
  );
}

function farness({ start, otherStart }: Meeting): number {
  const later = start.atOnce && otherStart.atOnce ? 0 : 1000;
  return later + start.way.length + otherStart.way.length;
}

/** As many names as a message lists. */
const MOST_NAMES = 3;

function finding(meeting: Meeting, surroundings: Surroundings): Finding {
  const { act, other, start, otherStart, names } = meeting;
  const named = names.slice(0, MOST_NAMES).map((name) => `\`${name}\``);
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  const kinds = `${inWords(start.kind)}${names.length > 1 ? 's' : ''}`;
  const both = [otherStart, start].map((each) => startInWords(each, surroundings)).join(' and ');
  const how =
    start.atOnce && otherStart.atOnce ? 'start at the same time' : 'may run at the same time';
  return {
    code: 'busy-resource',
    class: 'surprising',
    message:
      `${both} ${how} on the ${kinds} ${named.join(', ')}${more}: Core refuses one while the other runs ` +
      '("Resource is busy"), and the stage fails. Give each a stage of its own.',
    place: act.place,
    ...(other !== act && {
      related: other.place,
      relatedMessage: `\`${other.runsAs}\` starts at the same time.`,
    }),
    elsewhere: [otherStart, start].flatMap((each) => elsewhere(each, surroundings)),
  };
}

/** "`DeployStack` in `b`, which `a` runs"; "`DeployStack` in `b` on komodo.lan" of one that stands in no file. */
function startInWords({ runsAs, way }: Start, { definitionsOf, names }: Surroundings): string {
  const [inner, ...outer] = way.toReversed();
  if (inner === undefined) return `\`${runsAs}\``;
  const isInFile = definitionsOf('procedure', inner).length > 0;
  const where = isInFile ? '' : ` ${whereInWords(names)}`;
  const by = outer.length > 0 ? `, which \`${outer[0]!}\` runs,` : '';
  return `\`${runsAs}\` in \`${inner}\`${where}${by}`;
}

function elsewhere({ runsAs, way }: Start, { definitionsOf }: Surroundings): Elsewhere[] {
  const name = way.at(-1);
  const [definition] = name === undefined ? [] : definitionsOf('procedure', name);
  return definition ? [{ message: `\`${name}\` runs \`${runsAs}\`.`, ...definition }] : [];
}
