/** What the preview panel asks: what a pattern picks, when a schedule runs, and which of them stands at the cursor. */
import type { Position } from 'vscode-languageserver';
import { resourceKinds, type ResourceKind } from '../../komodo/inventory/inventory.ts';
import { readPattern } from '../../komodo/patterns/index.ts';
import { previewPattern, previewSchedule, zoneInWords } from '../../komodo/preview/index.ts';
import { similarNames } from '../../komodo/resources/index.ts';
import { checkSchedule } from '../../komodo/schedules/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import type {
  PatternSubject,
  PreviewAnswer,
  PreviewQuestion,
  PreviewSubject,
  ScheduleSubject,
} from '../../protocol/preview.ts';
import type { Document } from '../workspace/document.ts';
import { kindOfBatch } from '../../komodo/names/index.ts';
import { effectiveInventory, sourceInWords, type Context } from './context.ts';
import { patternAt, scriptPatternAt } from './patternAt.ts';
import { scheduleAt } from './scheduleAt.ts';

/** How many runs of a schedule are told. */
const RUNS = 10;

export function previewAnswer(question: PreviewQuestion, context: Context): PreviewAnswer {
  const { subject } = question;
  return subject.about === 'pattern'
    ? patternAnswer(subject, question.names, context)
    : scheduleAnswer(subject, { ...context, localTimezone: question.localTimezone });
}

function patternAnswer(
  { text, kind, mode }: PatternSubject,
  names: PreviewQuestion['names'],
  context: Context,
): PreviewAnswer {
  const asked = names === 'workspace' ? { ...context, core: null } : context;
  return {
    about: 'pattern',
    preview: previewPattern(
      readPattern(text, mode),
      kind,
      effectiveInventory(asked),
      context.engine,
    ),
    kinds: mode === 'batch' ? batchKinds(context.schema) : resourceKinds,
    source: asked === context ? sourceInWords(context) : 'Names in this workspace',
    ...(context.core && { core: context.core.label }),
  };
}

/** What the Batch executions of this Core pick from. */
function batchKinds(schema: Schema): readonly ResourceKind[] {
  const executions = schema.types.get('Execution');
  const variants = executions?.kind === 'tagged' ? executions.variants : [];
  const kinds = new Set(variants.map(({ name }) => kindOfBatch(name, schema)));
  return resourceKinds.filter((kind) => kinds.has(kind));
}

function scheduleAnswer(
  { text, format, timezone }: ScheduleSubject,
  { core, now, localTimezone }: Context,
): PreviewAnswer {
  const written = { schedule: text, format, timezone, coreTimezone: core?.timezone };
  const preview = previewSchedule(written, now, RUNS, localTimezone);
  return {
    about: 'schedule',
    preview,
    remarks: checkSchedule({ ...written, enabled: true }, now, similarNames),
    ...(preview.state === 'runs' && { zone: zoneInWords(preview, 'the schedule', core?.label) }),
  };
}

/** The pattern or schedule at a position; a schedule also from its format and its zone. */
export function subjectAt(
  document: Document,
  position: Position,
  schema: Schema,
): PreviewSubject | null {
  const offset = document.lines.offsetAt(position);
  const pattern = patternAt(document, offset, schema) ?? scriptPatternAt(document, offset, schema);
  if (pattern) {
    const { text, mode } = pattern.pattern;
    return { about: 'pattern', kind: pattern.kind, text, mode };
  }
  const schedule = scheduleAt(document, offset, schema);
  if (!schedule) return null;
  const { text, format, timezone } = schedule;
  return { about: 'schedule', text: text.text, format, timezone };
}
