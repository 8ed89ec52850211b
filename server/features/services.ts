/** Services of Stacks, where executions and Stacks name them. */
import { CompletionItemKind } from 'vscode-languageserver';
import { servicesOfStack } from '../../komodo/checks/index.ts';
import { serviceUsesOf, type Service, type ServiceUse } from '../../komodo/names/index.ts';
import type { PlacedText } from '../../komodo/resources/index.ts';
import type { Document } from '../workspace/document.ts';
import { resourceAt } from '../workspace/resourceAt.ts';
import type { Proposal } from './completionItem.ts';
import { literally, quoted } from './completionItem.ts';
import type { Context } from './context.ts';
import { code } from './markdown.ts';

/** The last place up to an offset at which services are named, or can be. */
function useAt(document: Document, offset: number, { schema }: Context): ServiceUse | undefined {
  const resource = resourceAt(document, schema, offset);
  const uses = resource ? serviceUsesOf(resource, document.toml) : [];
  return uses
    .map((use) => ({ use, start: document.spanOf(use.place).start }))
    .filter(({ start }) => start <= offset)
    .toSorted((a, b) => a.start - b.start)
    .at(-1)?.use;
}

/** The services that can be named where the cursor is. */
export function completeServices(
  document: Document,
  offset: number,
  context: Context,
): readonly Proposal[] {
  const use = useAt(document, offset, context);
  return use
    ? servicesOfThe(use.stack, context).map((each) => ({
        ...each,
        snippet: literally(quoted(each.label)),
      }))
    : [];
}

/** The services of a Stack, as what stands between quotes. */
export function servicesOfThe(stack: string, context: Context): readonly Proposal[] {
  return servicesKnown(stack, context).map(({ name, image }) => ({
    label: name,
    kind: CompletionItemKind.Value,
    detail: image ?? `service of ${stack}`,
    snippet: literally(name),
  }));
}

function servicesKnown(stack: string, { index, core }: Context): readonly Service[] {
  const [definition] = index.definitionsOf('stack', stack);
  return servicesOfStack(stack, definition, core)?.services ?? [];
}

/** A service that is named at an offset, in words. */
export function serviceHover(
  document: Document,
  offset: number,
  context: Context,
): { readonly value: string; readonly name: PlacedText } | undefined {
  const use = useAt(document, offset, context);
  const name = use?.names.find(({ place }) => {
    const { start, end } = document.spanOf(place);
    return start <= offset && offset <= end;
  });
  if (!use || !name) return undefined;
  const service = servicesKnown(use.stack, context).find((each) => each.name === name.text);
  if (!service) return undefined;
  const image = service.image === undefined ? '' : `; image ${code(service.image)}`;
  return { value: `**${service.name}** — service of the stack ${code(use.stack)}${image}`, name };
}
