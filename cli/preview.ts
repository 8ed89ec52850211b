/** `komodo-procedures preview`: which names a pattern picks, or when a schedule runs. */
import { resourceKinds } from '../komodo/inventory/inventory.ts';
import { readPattern, type RegexEngine } from '../komodo/patterns/index.ts';
import {
  counted,
  previewPattern,
  previewSchedule,
  refusalInWords,
  runsInWords,
  zoneInWords,
} from '../komodo/preview/index.ts';
import { similarNames } from '../komodo/resources/index.ts';
import { checkSchedule, type ScheduleText } from '../komodo/schedules/index.ts';
import { CommandError, type Output } from './output.ts';
import { sourceInWords, type World } from './world.ts';

/** How many runs of a schedule are shown. */
const RUNS = 5;

/**
 * Writes the names by item of the pattern, with what each item is read as.
 * @returns the exit code: 1 when Core refuses the pattern
 * @throws CommandError for an unknown kind
 */
export function preview(
  text: string,
  { kind, permission }: { readonly kind: string; readonly permission: boolean },
  world: World,
  engine: RegexEngine,
  { say, paint }: Output,
): number {
  const known = resourceKinds.find((each) => each === kind);
  if (!known) throw new CommandError(`--kind takes one of ${resourceKinds.join(', ')}.`, 2);
  const pattern = readPattern(text, permission ? 'group' : 'batch');
  const found = previewPattern(pattern, known, world.inventory, engine);
  for (const item of found.items) {
    const verdict =
      item.problem !== undefined
        ? paint.red(item.problem)
        : item.names.length === 0
          ? paint.yellow('matches nothing')
          : item.names.join(', ');
    say(`${paint.dim(item.kind.padEnd(8))}  ${paint.bold(item.text)}  ${verdict}`);
  }
  const { picked, others, problem } = found;
  const count = `${picked.length} of ${counted(picked.length + others.length, known)}`;
  const refused = problem !== undefined;
  say(`${refused ? 'Core refuses this pattern' : count} (${sourceInWords(world)})`);
  return refused ? 1 : 0;
}

/**
 * Writes what a schedule means, the cron it becomes and its next runs.
 * @param core what the Core is called whose time zone holds where none is given
 * @returns the exit code: 1 when Core never runs it
 */
export function previewRuns(
  schedule: ScheduleText,
  core: string | undefined,
  { say, paint }: Output,
): number {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const now = new Date();
  const found = previewSchedule(schedule, now, RUNS, timeZone);
  const remarks = checkSchedule({ ...schedule, enabled: true }, now, similarNames);
  const colourOf = { fails: paint.red, surprising: paint.yellow, style: paint.dim };
  switch (found.state) {
    case 'unscheduled':
      throw new CommandError('Give a schedule: --schedule "every day at 03:00".', 2);
    case 'problem':
      for (const line of refusalInWords(found.problem, remarks)) say(paint.red(line));
      if (found.about === 'schedule' && found.cron !== undefined) {
        say(`${paint.dim('cron')}  ${found.cron}`);
      }
      return 1;
    case 'runs':
      if (found.words !== undefined) say(paint.bold(found.words));
      say(`${paint.dim('cron')}  ${found.cron}`);
      for (const line of runsInWords(found)) say(`  ${line}`);
      say(zoneInWords(found, '--zone', core));
      for (const remark of remarks) say(colourOf[remark.class](remark.message));
      return found.runs.length > 0 ? 0 : 1;
  }
}
