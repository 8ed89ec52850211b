/** A schedule in the other format: cron for English, English for cron, where Core runs both at the same times. */
import { CodeActionKind } from 'vscode-languageserver';
import { rescheduling } from '../../../komodo/checks/index.ts';
import { checkSchedule, inOtherFormat, looksLikeCron } from '../../../komodo/schedules/index.ts';
import { replacing } from '../pairEdits.ts';
import { scheduleAt } from '../scheduleAt.ts';
import type { Rewrite } from './rewrite.ts';

export const schedule: Rewrite = ({ document, offset, schema, context }) => {
  const node = scheduleAt(document, offset, schema);
  // Cron under English is nothing to be kept as it runs.
  const isKept = node && !(node.format === 'English' && looksLikeCron(node.text.text));
  const other = isKept && inOtherFormat({ schedule: node.text.text, format: node.format });
  if (!other) return [];
  const { format, timezone } = node;
  const asWritten = { schedule: node.text.text, format, timezone, enabled: true };
  // What it says is something else, which a quick fix writes.
  const isMisread = checkSchedule(asWritten, context.now).some(
    ({ code }) => code === 'schedule-other-meaning',
  );
  const language = other.format === 'Cron' ? 'as cron' : 'in English';
  const how = isMisread ? `${language}, as Core runs it` : language;
  const edits = () =>
    rescheduling(node, { title: '', ...other }, document.toml).flatMap((mend) =>
      mend.edits.map(({ place, text }) => replacing(document, document.spanOf(place), text)),
    );
  return [
    {
      title: `Write it ${how}: \`${other.schedule}\``,
      kind: CodeActionKind.RefactorRewrite,
      edits,
      changes: /^\w+\/[^/]*\/config\/schedule(?:_format)?$/,
    },
  ];
};
