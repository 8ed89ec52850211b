import { serviceUsesOf, type ServiceUse } from '../../names/index.ts';
import { similarNames, type PlacedText } from '../../resources/index.ts';
import type { Finding } from '../finding.ts';
import { didYouMean } from '../mends.ts';
import { hasPlaceholder } from '../placeholder.ts';
import { changingTo } from '../renaming.ts';
import type { WorkspaceRule } from '../rule.ts';
import { servicesOfStack } from '../stackServices.ts';

/** Services that a Stack does not have: the run fails, for compose knows nothing of the name. */
export const unknownServices: WorkspaceRule = (resource, toml, { definitionsOf, names }) =>
  serviceUsesOf(resource, toml).flatMap((use) => {
    const [definition] = definitionsOf('stack', use.stack);
    const found = servicesOfStack(use.stack, definition, names.core);
    if (!found) return [];
    const known = new Set(found.services.map(({ name }) => name));
    return use.names
      .filter(({ text }) => text !== '' && !isFilledIn(use, text) && !known.has(text))
      .map((service) => unknown(use, service, known, found.isUnsure));
  });

/** Core fills `[[VARIABLE]]` in a script. */
const isFilledIn = (use: ServiceUse, text: string): boolean =>
  hasPlaceholder(text) || (use.in === 'script' && text.includes('[['));

function unknown(
  { stack, execution, in: inScript }: ServiceUse,
  { text, place }: PlacedText,
  known: ReadonlySet<string>,
  isUnsure: boolean,
): Finding {
  const similar = similarNames(text, known);
  const [kind, consequence] = inScript
    ? (['surprising', 'This call fails.'] as const)
    : execution === undefined
      ? (['ignored', 'Core passes over this.'] as const)
      : (['fails', `\`${execution}\` fails on it.`] as const);
  return {
    code: 'unknown-service',
    class: kind,
    message: `The stack \`${stack}\` has no service \`${text}\`.${didYouMean(similar)} ${consequence}`,
    place,
    ...(isUnsure && { isUnsure }),
    mends: similar.flatMap((each) => changingTo(each, place)),
  };
}
