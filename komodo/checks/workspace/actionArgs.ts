import { runsWithArgs, type ActionArgs, type GivenArg } from '../../names/index.ts';
import { similarNames } from '../../resources/index.ts';
import type { Finding } from '../finding.ts';
import { didYouMean } from '../mends.ts';
import { changingTo } from '../renaming.ts';
import type { WorkspaceRule } from '../rule.ts';

/**
 * Arguments of a run of an Action of the workspace, in a Procedure or a script: those that it neither has a default for nor
 * reads, and those of another type than their default. Core does not join an object or an array with anything else.
 */
export const actionArgs: WorkspaceRule = (resource, toml, { definitionsOf }) =>
  runsWithArgs(resource, toml).flatMap(({ action, args: given }): Finding[] => {
    const [definition, ...others] = definitionsOf('action', action);
    const known = definition?.facts.args;
    // Which of two is run nobody knows.
    if (!known || others.length > 0) return [];
    const elsewhere = [{ message: `\`${action}\` is defined here.`, ...definition }];
    return [...unknown(action, known, given), ...misshapen(known, known.args, given)].map(
      (finding) => ({ ...finding, elsewhere }),
    );
  });

function unknown(
  action: string,
  { args, read }: ActionArgs,
  given: readonly GivenArg[],
): readonly Finding[] {
  if (!read) return [];
  const known = new Set([...Object.keys(args), ...read]);
  return given
    .filter(({ name }) => !known.has(name))
    .map(({ name, key }): Finding => {
      const names = new Set(given.map((each) => each.name));
      const left = [...known].filter((each) => !names.has(each));
      const similar = similarNames(name, left);
      const meant = similar.filter((each) => /^[A-Za-z_]\w*$/.test(each));
      return {
        code: 'action-args',
        class: 'ignored',
        message: `\`${action}\` has no argument \`${name}\`, and its script does not read it.${didYouMean(similar)}`,
        place: key,
        mends: meant.flatMap((each) => changingTo(each, key)),
      };
    });
}

/** @param defaults what the arguments are by default: of nested ones their part alone */
function misshapen(
  action: ActionArgs,
  defaults: Readonly<Record<string, unknown>>,
  given: readonly GivenArg[],
): Finding[] {
  return given.flatMap(({ name, key, value }): Finding[] => {
    const usual = Object.hasOwn(defaults, name) ? defaults[name] : null;
    const wanted = kindOf(usual);
    const { kind } = value;
    if (wanted === 'null' || kind === 'other') return [];
    if (wanted === kind)
      return value.kind === 'object'
        ? misshapen(action, usual as Record<string, unknown>, value.members)
        : [];
    const fails = wanted === 'object' || wanted === 'array';
    // Key-value pairs are all texts: what else a value may be they can't say.
    const isLoose = action.format === 'key_value' && (kind === 'number' || kind === 'boolean');
    if (kind === 'null' ? !fails : isLoose) return [];
    const then = fails
      ? 'Core does not join the two, and the run fails.'
      : 'The script gets it as it is given.';
    return [
      {
        code: 'action-args',
        class: fails ? 'fails' : 'surprising',
        message: `\`${name}\` is ${inWords[wanted]} by default, and ${inWords[kind]} here. ${then}`,
        place: key,
      },
    ];
  });
}

type Kind = 'text' | 'number' | 'boolean' | 'null' | 'array' | 'object';

const inWords: Readonly<Record<Kind, string>> = {
  text: 'a text',
  number: 'a number',
  boolean: '`true` or `false`',
  null: '`null`',
  array: 'an array',
  object: 'an object',
};

function kindOf(value: unknown): Kind {
  if (Array.isArray(value)) return 'array';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
    case 'boolean':
      return typeof value as 'number' | 'boolean';
    default:
      return typeof value === 'object' && value !== null ? 'object' : 'null';
  }
}
