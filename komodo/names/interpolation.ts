/** Where Core puts the values of Variables and secrets into a text, in the place of `[[NAME]]`. */
import {
  configOf,
  flagOf,
  meaningOf,
  memberOf,
  perResource,
  textOf,
  visitValues,
  type PlacedText,
  type ResourceNode,
} from '../resources/index.ts';
import { compareVersions, type Schema } from '../schema/index.ts';
import { spanOf, type Place, type TomlDocument } from '../toml/index.ts';

/** A text of a field. */
export interface FieldText extends PlacedText {
  /** The struct that has the field, as the schema calls it. */
  readonly owner: string;
  readonly field: string;
  /** Whether Core looks for Variables in it. */
  readonly isInterpolated: boolean;
}

/** Core's own list, in its interpolation of each kind. */
const interpolated: Readonly<Record<string, readonly string[]>> = {
  PartialStackConfig: [
    'file_contents',
    'environment',
    'compose_cmd_wrapper',
    'extra_args',
    'build_extra_args',
  ],
  PartialRepoConfig: ['environment'],
  PartialBuildConfig: ['build_args', 'secret_args', 'labels', 'dockerfile', 'extra_args'],
  PartialDeploymentConfig: ['environment', 'ports', 'volumes', 'labels', 'command', 'extra_args'],
  // Arguments stand in the script that Core fills in.
  PartialActionConfig: ['file_contents', 'arguments'],
  SystemCommand: ['command'],
  EnvironmentVar: ['variable', 'value'],
  Conversion: ['local', 'container'],
  CustomAlerterEndpoint: ['url'],
  SlackAlerterEndpoint: ['url'],
  DiscordAlerterEndpoint: ['url'],
};
const since20: typeof interpolated = {
  NtfyAlerterEndpoint: ['url'],
  PushoverAlerterEndpoint: ['url'],
};

/**
 * The texts in a block that hold `[[`, in the order of its keys; none of those that Core would look at if the block did
 * not say `skip_secret_interp`.
 */
export const textsWithBrackets = perResource((resource): readonly FieldText[] => {
  const texts: FieldText[] = [];
  const isSkipped = skipsInterpolation(resource);
  visitValues(resource.schema, meaningOf(resource), (meaning) => {
    const text = textOf(meaning.datum);
    const { owner, field } = meaning;
    if (!text?.text.includes('[[') || owner?.kind !== 'struct' || !field) return;
    const isInterpolated = isInterpolatedIn(resource.schema, owner.name, field.name);
    if (isInterpolated && isSkipped) return;
    texts.push({ ...text, owner: owner.name, field: field.name, isInterpolated });
  });
  return texts;
});

/** Whether a block asks Core to put no values into its texts. */
export function skipsInterpolation(resource: ResourceNode): boolean {
  const config = configOf(resource);
  return (
    config !== undefined &&
    flagOf(memberOf(config.table, config.definition, 'skip_secret_interp')?.value, false)
  );
}

/** Whether Core looks for Variables in a field of a struct. */
export function isInterpolatedIn({ version }: Schema, owner: string, field: string): boolean {
  const fields =
    interpolated[owner] ?? (compareVersions(version, '2.0.0') < 0 ? undefined : since20[owner]);
  return fields?.includes(field) ?? false;
}

/** `[[NAME]]`: Core puts the Variable, or the secret of its own config, of this name there. */
const interpolation = /\[\[([\w.-]+)\]\]/g;

/** The names of Variables in a string, with the place of each. */
export function variablesIn(
  toml: TomlDocument,
  { block, start, end }: Place,
): readonly { readonly name: string; readonly place: Place }[] {
  const span = spanOf(toml, { block, start, end });
  return Array.from(toml.text.slice(span.start, span.end).matchAll(interpolation), (found) => {
    const at = start + found.index + '[['.length;
    return { name: found[1]!, place: { block, start: at, end: at + found[1]!.length } };
  });
}

/** `[[ NAME ]]`, where Core looks for a name with spaces, and finds none. */
const spaced = /\[\[[ \t]*([\w.-]+)[ \t]*\]\]/g;

/** Names of Variables in a string that have spaces around them in their brackets; the place is that of all between those. */
export function spacedVariablesIn(
  toml: TomlDocument,
  { block, start, end }: Place,
): readonly { readonly name: string; readonly place: Place }[] {
  const span = spanOf(toml, { block, start, end });
  return Array.from(toml.text.slice(span.start, span.end).matchAll(spaced)).flatMap((found) => {
    const [whole, name = ''] = found;
    if (whole.length === name.length + '[[]]'.length) return [];
    const at = start + found.index + '[['.length;
    return { name, place: { block, start: at, end: at + whole.length - '[[]]'.length } };
  });
}

/** The names of Variables in the texts of a block that Core fills them into. */
export const interpolatedVariables = perResource((resource, toml) =>
  textsWithBrackets(resource, toml)
    .filter(({ isInterpolated }) => isInterpolated)
    .flatMap(({ place }) => variablesIn(toml, place)),
);
