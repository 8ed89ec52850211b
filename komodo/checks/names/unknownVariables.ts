import { interpolatedVariables, spacedVariablesIn, textsWithBrackets } from '../../names/index.ts';
import { similarNames } from '../../resources/index.ts';
import type { Finding } from '../finding.ts';
import { didYouMean } from '../mends.ts';
import { changingTo } from '../renaming.ts';
import type { NameRule } from '../rule.ts';
import { whereInWords, type Names } from '../world.ts';

/** What Core itself gives to the script of an Action. */
const ofActions = new Set(['ACTION_API_KEY', 'ACTION_API_SECRET']);

/**
 * `[[NAME]]` where there is no such Variable: the text is left as it is. It may be a secret in the configuration of a
 * Periphery all the same, which nobody can list. While no Core is connected only what looks like a slip is told: many keep
 * the Variables that are secret out of their files.
 */
export const unknownVariables: NameRule = (resource, toml, names) => [
  ...unknown(resource, toml, names),
  ...withSpaces(resource, toml, names),
];

/** A Variable that is there, but for the spaces: Core looks for all that stands between the brackets. */
function withSpaces(...[resource, toml, names]: Parameters<NameRule>): Finding[] {
  const texts = textsWithBrackets(resource, toml).filter(({ isInterpolated }) => isInterpolated);
  return texts
    .flatMap(({ place }) => spacedVariablesIn(toml, place))
    .filter(({ name }) => ofActions.has(name) || knownVariables(names).has(name))
    .map(({ name, place }) => ({
      code: 'unknown-variable',
      class: 'surprising',
      message: `Core looks for a Variable of this name with its spaces, and leaves the text as it is: write \`[[${name}]]\`.`,
      place,
      mends: changingTo(name, place),
    }));
}

function unknown(...[resource, toml, names]: Parameters<NameRule>): Finding[] {
  const variables = interpolatedVariables(resource, toml);
  if (variables.length === 0) return [];
  const { core } = names;
  const whose = core?.secrets ? 'a Periphery' : 'Core or a Periphery';
  const known = knownVariables(names);
  if (known.size === 0) return [];
  return variables.flatMap(({ name, place }): Finding[] => {
    if (known.has(name) || ofActions.has(name)) return [];
    const similar = similarNames(name, known);
    // `[[a]]` is an array in a script, and `[[inputs]]` a header of other TOML.
    const isLikely = core !== null && /^[A-Z_][A-Z0-9_]*$/.test(name);
    if (!isLikely && similar.length === 0) return [];
    return [
      {
        code: 'unknown-variable',
        class: 'surprising',
        message:
          `There is no Variable \`${name}\` ${whereInWords({ core })}. If it is no secret in the configuration of ` +
          `${whose} either, the text stays \`[[${name}]]\`.${didYouMean(similar)}`,
        place,
        isUnsure: true,
        mends: similar.flatMap((each) => changingTo(each, place)),
      },
    ];
  });
}

const variablesKnown = new WeakMap<Names, ReadonlySet<string>>();

function knownVariables(names: Names): ReadonlySet<string> {
  let known = variablesKnown.get(names);
  if (!known) {
    const { workspace, core } = names;
    const onCore = core ? [...core.variables, ...(core.secrets ?? [])] : [];
    known = new Set([...workspace.variables, ...onCore]);
    variablesKnown.set(names, known);
  }
  return known;
}
