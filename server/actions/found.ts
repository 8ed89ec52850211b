/** What was found in a script, and what becomes of it while the script is edited. */
import type { Finding } from '../../komodo/checks/index.ts';
import { differing, type Place, type Span } from '../../komodo/toml/index.ts';
import { ofAllNames, type FoundAround, type ScriptFinding } from './finding.ts';
import type { OpenScript } from './openScripts.ts';
import { NoAnswer } from './worker.ts';

/** What was found in a text. */
export interface Found {
  /** Of the text and what else it was found with; undefined where only a part of the text was looked at. */
  readonly key?: string;
  readonly text: string;
  readonly findings: readonly ScriptFinding[];
}

/** What is said of a script of which TypeScript gives no answer. */
export function unchecked(error: unknown): ScriptFinding {
  const why = error instanceof NoAnswer ? error.message : String(error);
  const message = `This script can’t be checked: TypeScript fails (${why}). Core runs it all the same.`;
  return { code: 'script-unchecked', class: 'style', message, start: 0, end: 0 };
}

/** What was found before and behind what has changed. */
export function kept({ text: before, findings }: Found, after: string): readonly ScriptFinding[] {
  if (before === after) return findings;
  const { start, endBefore: end } = differing(before, after);
  const by = after.length - before.length;
  return findings.flatMap((finding) => {
    if (finding.end < start) return [finding];
    if (finding.start <= end) return [];
    // Mends hold places too; new ones come soon.
    return [{ ...finding, mends: [], start: finding.start + by, end: finding.end + by }];
  });
}

/** What only the whole script tells: whether something is used. */
const ofWhole: ReadonlySet<string> = new Set(['script-hint', 'unused-ignore']);

/** What is known of the whole, with what was found anew in a part. */
export function merged(
  whole: readonly ScriptFinding[],
  { spans, findings }: FoundAround,
): readonly ScriptFinding[] {
  const isWithin = ({ start, end }: ScriptFinding) =>
    spans.some((span) => span.start <= start && end <= span.end);
  const isOld = (finding: ScriptFinding) =>
    !ofAllNames(finding) && (ofWhole.has(finding.code) || !isWithin(finding));
  return [...whole.filter(isOld), ...findings];
}

/** A finding with its place in the file; its mends are worked out when they are asked for. */
export function findingOf(script: OpenScript, finding: ScriptFinding): Finding {
  const { code, class: kind, message, number, mends = [] } = finding;
  return {
    code,
    class: kind,
    message: number === undefined ? message : `${message} (TypeScript ${number})`,
    ...(number !== undefined && { number }),
    place: placeOf(script, finding),
    get mends() {
      return mends.flatMap(({ title, changes }) => {
        const edits = script.embedded.changed(changes);
        if (!edits) return [];
        const base = script.document.startOf(script.place.block);
        return [
          {
            title,
            edits: edits.map(({ start, end, text }) => ({
              place: { block: script.place.block, start: start - base, end: end - base },
              text,
            })),
          },
        ];
      });
    },
  };
}

function placeOf({ document, place: { block }, embedded }: OpenScript, span: Span): Place {
  const base = document.startOf(block);
  const { start, end } = embedded.sourceOf(span);
  return { block, start: start - base, end: end - base };
}
