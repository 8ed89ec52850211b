/** Walks over a phrase, word by word, and keeps what was found in it. */

/** A piece of the phrase, in UTF-16 offsets of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Reader {
  /** The phrase in lower case, with plain spaces and dashes; as long as what was written. */
  readonly text: string;
  at: number;
  /** Where a phrase can be taken in several ways: which of them this reading takes, question by question. */
  readonly taken: readonly number[];
  /** How many ways there were, question by question, as far as this reading came. */
  readonly ways: number[];
}

export function newReader(phrase: string, taken: readonly number[]): Reader {
  return { text: plain(phrase), at: 0, taken, ways: [] };
}

/** Changes no length: offsets in it are offsets in the phrase. */
function plain(phrase: string): string {
  return phrase
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/\s/g, ' ')
    .replace(/[‐-―−]/g, '-')
    .replace(/[’‘`]/g, "'");
}

/**
 * Answers which of several ways to take something this reading goes: 0 is the likeliest. All readings together go all
 * ways.
 */
export function choose(reader: Reader, ways: number): number {
  const way = reader.taken[reader.ways.length] ?? 0;
  reader.ways.push(ways);
  return way;
}

/**
 * A pattern for `take`. A blank in it stands for any number of blanks, of which there has to be one unless a `?`
 * follows; it has to end where a word ends.
 */
export function words(source: string): RegExp {
  const spaced = source.replaceAll(' ?', ' *').replace(/ (?!\*)/g, ' +');
  return new RegExp(`(?:${spaced})(?![\\p{L}\\p{N}])`, 'yu');
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Reads what the pattern finds right here, behind blanks; undefined where that is something else. */
export function take(reader: Reader, pattern: RegExp): Groups | undefined {
  skipBlanks(reader);
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (!found) return undefined;
  reader.at += found[0].length;
  return found.groups ?? {};
}

/** Whether the pattern is found right here, behind blanks. */
export function sees(reader: Reader, pattern: RegExp): boolean {
  const { at } = reader;
  const found = take(reader, pattern) !== undefined;
  reader.at = at;
  return found;
}

function skipBlanks(reader: Reader): void {
  while (reader.text[reader.at] === ' ') reader.at++;
}

/** Whether nothing but blanks is left. */
export function isAtEnd(reader: Reader): boolean {
  skipBlanks(reader);
  return reader.at >= reader.text.length;
}

/** What the function reads, or nothing: where it returns undefined the reader stands where it stood. */
export function attempt<Found>(
  reader: Reader,
  read: (reader: Reader) => Found | undefined,
): Found | undefined {
  const { at } = reader;
  const found = read(reader);
  if (found === undefined) reader.at = at;
  return found;
}

const joint = /,? *(?:and|or|as well as|plus)(?![\p{L}\p{N}])|[,&+/]/uy;

/** Reads a comma or an "and". */
export function takeJoint(reader: Reader): boolean {
  return take(reader, joint) !== undefined;
}

/** What the function reads, and again behind each comma or "and", as long as it finds more. */
export function listOf<Found>(
  reader: Reader,
  read: (reader: Reader) => Found | undefined,
): Found[] | undefined {
  const first = attempt(reader, read);
  if (first === undefined) return undefined;
  const found = [first];
  for (;;) {
    const next = attempt(reader, () => (takeJoint(reader) ? read(reader) : undefined));
    if (next === undefined) return found;
    found.push(next);
  }
}
