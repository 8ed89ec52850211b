import { InlayHintKind, type InlayHint, type Range } from 'vscode-languageserver';
import type { Document } from '../workspace/document.ts';
import { resourcesBetween } from '../workspace/resourceAt.ts';
import type { Settings } from '../workspace/settings.ts';
import type { Context } from './context.ts';
import { defaultHints } from './defaultHints.ts';
import { patternHints } from './patternHints.ts';
import { scheduleHints } from './scheduleHints.ts';

/** Something to be said behind a place, thought of only where somebody looks. */
export interface Hint {
  readonly offset: number;
  /** Undefined where there is nothing to say. */
  readonly text: () => { readonly label: string; readonly tooltip?: string } | undefined;
}

/** What a person sees in a range that does not stand in the file, as far as the settings want it. */
export function inlayHints(
  document: Document,
  range: Range,
  context: Context,
  settings: Pick<Settings, 'patternHints' | 'scheduleHints' | 'defaultHints'>,
): InlayHint[] {
  const first = document.lines.offsetAt(range.start);
  const last = document.lines.offsetAt(range.end);
  const hints = resourcesBetween(document, context.schema, first, last).flatMap((resource) => [
    ...(settings.patternHints ? patternHints(document, resource, context) : []),
    ...(settings.scheduleHints ? scheduleHints(document, resource, context) : []),
    ...(settings.defaultHints ? defaultHints(document, resource) : []),
  ]);
  return hints.flatMap(({ offset, text }) => {
    const said = first <= offset && offset <= last ? text() : undefined;
    if (!said) return [];
    const position = document.lines.positionAt(offset);
    return [{ position, kind: InlayHintKind.Type, paddingLeft: true, ...said }];
  });
}
