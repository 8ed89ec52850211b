import { nextRunInWords, previewSchedule, runsInWords } from '../../komodo/preview/index.ts';
import { scheduleOf, type ResourceNode, type ScheduleNode } from '../../komodo/resources/index.ts';
import type { Document } from '../workspace/document.ts';
import type { Context } from './context.ts';
import type { Hint } from './inlayHints.ts';

/** Behind a schedule that is switched on: when it runs next. */
export function scheduleHints(
  document: Document,
  resource: ResourceNode,
  context: Context,
): Hint[] {
  const schedule = scheduleOf(resource);
  if (!schedule?.enabled) return [];
  const { end } = document.spanOf(schedule.text.place);
  return [{ offset: end, text: () => nextRun(schedule, context) }];
}

function nextRun({ text, format, timezone }: ScheduleNode, { core, now, localTimezone }: Context) {
  const written = { schedule: text.text, format, timezone, coreTimezone: core?.timezone };
  const preview = previewSchedule(written, now, 1, localTimezone);
  if (preview.state === 'problem') return { label: '→ never', tooltip: preview.problem };
  if (preview.state === 'unscheduled') return undefined;
  const [next] = preview.runs;
  const [tooltip] = runsInWords(preview);
  return {
    label: next ? `→ ${nextRunInWords(next, now)}` : '→ never',
    ...(tooltip && { tooltip }),
  };
}
