import {
  previewSchedule,
  runsInWords,
  zoneInWords,
  type RunsPreview,
} from '../../komodo/preview/index.ts';
import type { ScheduleNode } from '../../komodo/resources/index.ts';
import type { Document } from '../workspace/document.ts';
import type { Context } from './context.ts';
import { code, list, paragraphs } from './markdown.ts';
import { scheduleAt } from './scheduleAt.ts';

const RUNS = 5;

/** Markdown on the schedule whose text, format or zone stands at an offset: what it means and when it runs next. */
export function scheduleHover(
  document: Document,
  offset: number,
  context: Context,
): string | undefined {
  const schedule = scheduleAt(document, offset, context.schema);
  return schedule && inMarkdown(schedule, context);
}

function inMarkdown(node: ScheduleNode, { core, now, localTimezone }: Context): string {
  const { text, format, timezone } = node;
  const coreTimezone = core?.timezone;
  const written = { schedule: text.text, format, timezone, coreTimezone };
  const preview = previewSchedule(written, now, RUNS, localTimezone);
  switch (preview.state) {
    case 'unscheduled':
      return 'Runs only when it is started.';
    case 'problem': {
      const made = preview.cron === undefined ? undefined : `Cron: ${code(preview.cron)}`;
      return paragraphs(`Core never runs it: ${preview.problem}`, made);
    }
    case 'runs':
      return runsInMarkdown(preview, node, core?.label);
  }
}

function runsInMarkdown(
  preview: RunsPreview,
  { format, enabled }: ScheduleNode,
  core: string | undefined,
): string {
  return paragraphs(
    enabled ? undefined : `${code('schedule_enabled = false')}: it does not run by itself.`,
    preview.words && `**${preview.words}**`,
    format === 'English' ? `Cron: ${code(preview.cron)}` : undefined,
    paragraphs('Next runs:', list(runsInWords(preview))),
    `_${zoneInWords(preview, 'the file', core)}_`,
  );
}
