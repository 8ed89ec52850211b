/** The names in the script of an Action. */
import { callsIn, literalOffsets, type ScriptText } from '../actions/index.ts';
import { readPattern } from '../patterns/index.ts';
import {
  configOf,
  memberOf,
  perResource,
  textOf,
  type PlacedText,
  type ResourceNode,
} from '../resources/index.ts';
import { placesWithin, type TomlDocument } from '../toml/index.ts';
import type { Picker } from './pickers.ts';
import { namesInCall } from './scriptCalls.ts';
import { servicesInCall, type ServicesInCall } from './scriptServices.ts';
import type { ServiceUse } from './serviceUses.ts';
import type { NameUse } from './uses.ts';

export interface ScriptNames {
  /** The names that are given to the `komodo` client. */
  readonly uses: readonly NameUse[];
  readonly pickers: readonly Picker[];
  readonly services: readonly ServiceUse[];
  /** The other string literals: each could be a name that finds its way into a call. */
  readonly literals: readonly PlacedText[];
}

const none: ScriptNames = { uses: [], pickers: [], services: [], literals: [] };

/** The names in an Action's script; none in a block of another kind. Variables in it are among the uses of its texts. */
export const scriptNamesOf = perResource((resource, toml): ScriptNames => {
  const script = actionScriptOf(resource);
  if (!script) return none;
  const { calls, texts } = callsIn(script.text);
  const found = calls.flatMap((call) => namesInCall(call, resource.schema));
  const names = found.filter((each) => each.as === 'name').filter(({ text }) => text.value !== '');
  const patterns = found.filter((each) => each.as === 'pattern');
  const services = calls.flatMap(servicesInCall);
  const taken = new Set([
    ...found.map(({ text }) => text.start),
    ...services.flatMap((each) => each.services.map(({ start }) => start)),
  ]);
  const literals = texts.filter((text) => !taken.has(text.start) && canBeName(text.value));
  const places = placesWithin(
    toml,
    script.place,
    names.map(({ text }) => text),
  );
  const literalPlaces = placesWithin(toml, script.place, literals);
  const pickers = patterns.map(({ kinds: [kind], text }) => pickerOf(kind, text, toml, script));
  return {
    uses: [
      ...names.map(({ kinds, text, unsure, runsNothing, makes }, index): NameUse => ({
        kinds,
        name: text.value,
        place: places[index]!,
        in: 'script',
        ...(unsure && { unsure }),
        ...(runsNothing && { runsNothing }),
        ...(makes && { makes }),
      })),
      ...pickers.flatMap(usesIn),
    ],
    pickers,
    services: services.flatMap((each) => serviceUses(each, toml, script)),
    literals: literals.map(({ value }, index) => ({ text: value, place: literalPlaces[index]! })),
  };
});

/** The script of an Action, with the place of its string; undefined for a block without one. */
export function actionScriptOf(resource: ResourceNode): PlacedText | undefined {
  if (resource.kind !== 'action') return undefined;
  const config = configOf(resource);
  return config && textOf(memberOf(config.table, config.definition, 'file_contents')?.value);
}

/** Longer ones are sentences, or the like. */
const LONGEST_NAME = 100;

function canBeName(text: string): boolean {
  return text !== '' && text.length <= LONGEST_NAME && !text.includes('\n');
}

function pickerOf(
  kind: Picker['kind'],
  text: ScriptText,
  toml: TomlDocument,
  script: PlacedText,
): Picker {
  const pattern = readPattern(text.value, 'batch');
  const offsets = literalOffsets(script.text.slice(text.start, text.end));
  const spans = pattern.items.map(({ start, end }) => {
    return { start: text.start + offsets[start]!, end: text.start + offsets[end]! };
  });
  const [own, ...items] = placesWithin(toml, script.place, [text, ...spans]);
  return { kind, pattern, place: own!, items };
}

/** Of each its own, for only that much is a place. */
function serviceUses(
  { stack, services }: ServicesInCall,
  toml: TomlDocument,
  script: PlacedText,
): readonly ServiceUse[] {
  const places = placesWithin(toml, script.place, services);
  return services.map(({ value }, index) => {
    const place = places[index]!;
    return { stack, place, names: [{ text: value, place }], in: 'script' };
  });
}

function usesIn({ kind, pattern, items }: Picker): NameUse[] {
  return pattern.items.flatMap(({ onlyName }, index): NameUse[] =>
    onlyName === undefined
      ? []
      : [{ kinds: [kind], name: onlyName, place: items[index]!, in: 'script' }],
  );
}
