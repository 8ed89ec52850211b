import { textsWithBrackets, variablesIn } from '../../names/index.ts';
import type { BlockRule } from '../rule.ts';

/** Texts for people, which Core hands to nobody. */
const forPeople = new Set(['name', 'description', 'tags', 'message', 'details']);

/** `[[NAME]]` where Core does not look for Variables. */
export const uninterpolatedVariables: BlockRule = (resource, toml) =>
  textsWithBrackets(resource, toml)
    .filter(({ isInterpolated, field }) => !isInterpolated && !forPeople.has(field))
    .flatMap(({ field, owner, place }) =>
      variablesIn(toml, place)
        .filter(({ name }) => isLikelyVariable(name))
        .map((variable) => ({
          code: 'uninterpolated-variable' as const,
          class: 'surprising' as const,
          message: `Core does not fill Variables into ${whereOf(owner, field)}: it stays \`[[${variable.name}]]\`.`,
          place: variable.place,
        })),
    );

function whereOf(owner: string, field: string): string {
  return owner === 'Variable' ? 'the value of another one' : `\`${field}\``;
}

/** Names of Variables are written in capitals; `[[a]]` can be anything. */
function isLikelyVariable(name: string): boolean {
  return /^[A-Z_][A-Z0-9_]*$/.test(name);
}
