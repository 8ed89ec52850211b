/** Code actions that write a part of a file otherwise, when a person asks for it. */
import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionContext,
  type Range,
} from 'vscode-languageserver';
import type { Document } from '../../workspace/document.ts';
import type { Context } from '../context.ts';
import { canonicalName, canonicalNames } from './canonicalNames.ts';
import { afterEdits, sideEffect } from './effect.ts';
import { enabled } from './enabled.ts';
import { executionBlocks } from './executionBlocks.ts';
import { executionBraces } from './executionBraces.ts';
import { extractStage } from './extractStage.ts';
import { organise } from './organise.ts';
import { params } from './params.ts';
import { patternAsList, patternItem, permissionForEach } from './patterns.ts';
import { quotes } from './quotes.ts';
import type { Offer, Rewrite } from './rewrite.ts';
import { schedule } from './schedule.ts';
import { Site } from './site.ts';
import { tags } from './tags.ts';
import { variable } from './variable.ts';

/** What is offered where somebody stands, in the order in which it is shown. */
const here: readonly Rewrite[] = [
  params,
  enabled,
  executionBraces,
  executionBlocks,
  patternItem,
  patternAsList,
  permissionForEach,
  schedule,
  tags,
  canonicalName,
  quotes,
  extractStage,
  variable,
];
/** What is offered for the file as a whole. */
const everywhere: readonly Rewrite[] = [organise, canonicalNames];

/** Offered in resources that Core refuses, too. */
const mending: readonly Rewrite[] = [params, ...everywhere];

/** The kinds of what is offered, for the editor to know. */
export const rewriteKinds = [
  CodeActionKind.RefactorRewrite,
  CodeActionKind.RefactorExtract,
  CodeActionKind.Source,
];

/** Whether an editor that asks for some kinds of action wants this one. */
export function isWanted(
  kind: CodeActionKind,
  only: readonly CodeActionKind[] | undefined,
): boolean {
  return only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)) ?? true;
}

/**
 * What can be written otherwise at the beginning of a range, without the edits: {@link rewritten} makes them for the one
 * that is chosen.
 *
 * @param asked what the editor asks for. What concerns the whole file is not looked for while the cursor only moves.
 */
export function rewrites(
  document: Document,
  range: Range,
  context: Context,
  { only, triggerKind }: Pick<CodeActionContext, 'only' | 'triggerKind'>,
): CodeAction[] {
  const isForFile = only !== undefined || triggerKind !== CodeActionTriggerKind.Automatic;
  return offersAt(document, range, context, isForFile ? [...here, ...everywhere] : here)
    .filter(({ kind }) => isWanted(kind, only))
    .map(({ title, kind }) => {
      const data: RewriteData = { uri: document.uri, range };
      return { title, kind, data };
    });
}

/** What the server is handed back with an action, to find it again. */
export interface RewriteData {
  readonly uri: string;
  readonly range: Range;
}

/**
 * An action with its edits: all of them at once do what its title says, and nothing else.
 *
 * @throws Error in words for people, where it cannot be done.
 */
export function rewritten(action: CodeAction, document: Document, context: Context): CodeAction {
  const { range } = action.data as RewriteData;
  const offers = offersAt(document, range, context, [...here, ...everywhere]);
  const offer = offers.find(({ title }) => title === action.title);
  const edits = offer?.edits() ?? [];
  if (!offer || edits.length === 0) throw new Error(`“${action.title}” is not possible here.`);
  const why = sideEffect(document, afterEdits(document, edits), offer, context.schema);
  if (why) throw new Error(`“${action.title}” ${why}, so nothing was changed.`);
  return { ...action, edit: { changes: { [document.uri]: [...edits] } } };
}

/** Of a file that is no TOML nothing is offered: what an edit would make of it cannot be told. */
function offersAt(
  document: Document,
  { start }: Range,
  context: Context,
  from: readonly Rewrite[],
): readonly Offer[] {
  if (document.data.problems.length > 0) return [];
  const site = new Site(document, document.lines.offsetAt(start), context);
  const { resource } = site;
  // What Core refuses must be mended first.
  const possible =
    resource && !resource.value ? from.filter((each) => mending.includes(each)) : from;
  return possible.flatMap((rewrite) => rewrite(site));
}
