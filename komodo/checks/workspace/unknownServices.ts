import { servicesOf, serviceUsesOf, type ServiceUse } from '../../names/index.ts';
import { similarNames, type PlacedText } from '../../resources/index.ts';
import type { Finding } from '../finding.ts';
import { didYouMean } from '../mends.ts';
import { hasPlaceholder } from '../placeholder.ts';
import { changingTo } from '../renaming.ts';
import type { WorkspaceRule } from '../rule.ts';
import { itemsOf, type Surroundings } from '../world.ts';

/** Services that a Stack does not have: the run fails, for compose knows nothing of the name. */
export const unknownServices: WorkspaceRule = (resource, toml, surroundings) =>
  serviceUsesOf(resource, toml).flatMap((use) => {
    const known = knownServices(use.stack, surroundings);
    if (!known) return [];
    return use.names
      .filter(({ text }) => text !== '' && !hasPlaceholder(text) && !known.names.has(text))
      .map((service) => unknown(use, service, known));
  });

interface Known {
  readonly names: ReadonlySet<string>;
  /** Only Core told, by what is deployed: the files of the Stack may have become others. */
  readonly isUnsure: boolean;
}

/** What the compose file in the workspace says, and what Core has; undefined where neither is known. */
function knownServices(stack: string, { definitionsOf, names }: Surroundings): Known | undefined {
  const definition = definitionsOf('stack', stack)[0];
  const inFile = definition && servicesOf(definition.facts);
  const onCore = names.core
    ? itemsOf(names.core, 'stack').find(({ name, id }) => name === stack || id === stack)?.services
    : undefined;
  if (!inFile && !onCore) return undefined;
  return {
    names: new Set([...(inFile ?? []).map(({ name }) => name), ...(onCore ?? [])]),
    isUnsure: !inFile,
  };
}

function unknown(
  { stack, execution }: ServiceUse,
  { text, place }: PlacedText,
  { names, isUnsure }: Known,
): Finding {
  const similar = similarNames(text, names);
  const consequence =
    execution === undefined ? 'Core passes over this.' : `\`${execution}\` fails on it.`;
  return {
    code: 'unknown-service',
    class: execution === undefined ? 'ignored' : 'fails',
    message: `The stack \`${stack}\` has no service \`${text}\`.${didYouMean(similar)} ${consequence}`,
    place,
    ...(isUnsure && { isUnsure }),
    mends: similar.flatMap((each) => changingTo(each, place)),
  };
}
