import { definitionOf, factsOf, type NameKind } from '../../names/index.ts';
import type { WorkspaceRule } from '../rule.ts';
import { inWords, type PlacedDefinition } from '../world.ts';

/** So many places of others are shown. */
const MOST = 5;

/** Two of a kind with one name: each sync makes of it what the one says, then what the other says. */
export const duplicateNames: WorkspaceRule = (resource, toml, { file, definitionsOf }) => {
  const facts = factsOf(resource, toml);
  if (!facts) return [];
  const all = definitionsOf(facts.kind, facts.name);
  if (all.length < 2) return [];
  const others = all.filter((each) => each.facts !== facts);
  // Files of one workspace may be for several Cores.
  const isSure = others.some(({ uri }) => uri === file.uri);
  const isSame = others.every(({ facts: { contents } }) => contents === facts.contents);
  return [
    {
      code: 'duplicate-name',
      class: isSame ? 'style' : 'surprising',
      message: messageOf(facts.kind, facts.name, isSure, isSame),
      place: definitionOf(resource, toml)!.place,
      ...(!isSure && !isSame && { isUnsure: true }),
      elsewhere: others.slice(0, MOST).map(({ uri, range }: PlacedDefinition) => {
        return { message: `Another ${inWords(facts.kind)} \`${facts.name}\`.`, uri, range };
      }),
    },
  ];
};

function messageOf(kind: NameKind, name: string, isSure: boolean, isSame: boolean): string {
  const another = `another ${inWords(kind)} \`${name}\``;
  if (isSame)
    return `There is ${another} that says the same. The first sync makes one, and reports the other as failed.`;
  const then = 'sync changes it to what the one says and then to what the other says.';
  return isSure
    ? `There is ${another}. Each ${then}`
    : `There is ${another} in another file. If one sync reads both, each ${then}`;
}
