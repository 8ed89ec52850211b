import { schemaFor } from '../../schema/index.ts';
import {
  dataOf,
  parse,
  type Place,
  refusalOf,
  spanOf,
  type TomlDocument,
} from '../../toml/index.ts';
import {
  corePosition,
  type CorePosition,
  corePositionAt,
  isAboutToml,
  jsonText,
  type Problem,
  readResources,
  type Resources,
} from '../index.ts';

/** A resource file as read, with its text at hand. */
export interface ReadFile extends Resources {
  readonly document: TomlDocument;
  /** The text at a place. */
  textAt(place: Place | undefined): string;
  /** Core's own first error. */
  readonly first?: Problem;
}

/** Reads a resource file as a Core does; the newest known unless a version is named. */
export function read(text: string, core?: string): ReadFile {
  const schema = schemaFor(core);
  const document = parse(text, { version: schema.toml });
  const resources = readResources(dataOf(document), schema);
  const first = resources.problems.find((problem) => problem.class === 'rejected');
  return {
    ...resources,
    document,
    ...(first && { first }),
    textAt(place) {
      if (!place) return '';
      const { start, end } = spanOf(document, place);
      return text.slice(start, end);
    },
  };
}

/** The value that Core writes, as plain JSON. */
export function plainValue({ value }: Resources): unknown {
  return value && (JSON.parse(jsonText(value)) as unknown);
}

/** Core's position of the first error. */
export function firstPosition({ document, first }: ReadFile): CorePosition {
  const asCrate = first && isAboutToml(first) && document.options.version === '1.1';
  const refusal = asCrate ? refusalOf(document) : undefined;
  if (refusal) return corePositionAt(document.text, refusal.offset, refusal.offset);
  return corePosition(document, first?.corePlace);
}
