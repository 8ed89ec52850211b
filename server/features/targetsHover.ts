import { picked } from '../../komodo/checks/index.ts';
import type { ResourceKind } from '../../komodo/inventory/inventory.ts';
import { readPattern } from '../../komodo/patterns/index.ts';
import { referenceOf } from '../../komodo/plan/index.ts';
import { counted } from '../../komodo/preview/index.ts';
import { stagesOf, textOf, textsOf, type ExecutionNode } from '../../komodo/resources/index.ts';
import type { Document } from '../workspace/document.ts';
import { resourceAt } from '../workspace/resourceAt.ts';
import { effectiveInventory, inWords, itemOf, type Context } from './context.ts';
import { code } from './markdown.ts';

/** How many resources that a pattern picks are named. */
const MOST_NAMES = 20;

/** Markdown on what the execution whose type stands at an offset acts on, and what state that is in on Core. */
export function targetsHover(
  document: Document,
  offset: number,
  context: Context,
): string | undefined {
  const resource = resourceAt(document, context.schema, offset);
  const executions = resource ? stagesOf(resource).flatMap((stage) => stage.executions) : [];
  const execution = executions.find(({ type }) => {
    const span = type && document.spanOf(type.place);
    return span && span.start <= offset && offset <= span.end;
  });
  const targets = execution ? targetsOf(execution, context) : [];
  return targets.length > 0 ? targets.join('\n\n') : undefined;
}

function targetsOf({ type, params }: ExecutionNode, context: Context): string[] {
  return params.flatMap(({ name, entry }): string[] => {
    const reference = referenceOf(type!.text, name);
    if (!reference) return [];
    const { kind, form } = reference;
    const text = textOf(entry.value)?.text;
    if (form === 'pattern') return text ? [pickedInWords(kind, text, context)] : [];
    const named = text === undefined ? textsOf(entry.value).map((each) => each.text) : [text];
    const states = named
      .filter((each) => each !== '')
      .map((each) => withState(kind, each, context));
    return states.length > 0 ? [`Acts on the ${inWords(kind)} ${states.join(', ')}`] : [];
  });
}

function pickedInWords(kind: ResourceKind, text: string, context: Context): string {
  const pattern = readPattern(text, 'batch');
  const { names } = picked({ kind, pattern }, effectiveInventory(context), context.engine);
  const shown = names.slice(0, MOST_NAMES).map((name) => withState(kind, name, context));
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return `Acts on ${counted(names.length, kind)}${shown.length > 0 ? `: ${shown.join(', ')}${more}` : ''}`;
}

/** `web` (Running on komodo.lan) */
function withState(kind: ResourceKind, name: string, { core }: Context): string {
  if (!core) return code(name);
  const item = itemOf(core, kind, name);
  if (!item) return `${code(name)} (not on ${core.label})`;
  const shown = code(item.name);
  return item.state === undefined ? shown : `${shown} (${item.state} on ${core.label})`;
}
