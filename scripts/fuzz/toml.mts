/**
 * Holds komodo/toml against the toml crate that Core is built on, document by document.
 *
 *     npx tsx scripts/fuzz/toml.mts ORACLE [--seed 1] [--count 200000]
 *
 * ORACLE is a program that answers `toml-raw` questions: NDJSON `{ id, text }` on stdin, `{ id, ok, value | line }` on
 * stdout, the values tagged as in toml-test. Documents are made from those of test-fixtures by random changes. Each is
 * read in two ways: as it is, and by Core's rules, the crate then being given the text as Core rewrites it. Equal must
 * be: accepted or not, the value, and the line of the error. The first document on which the two disagree is made as
 * small as it goes and printed.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { dataOf, fits64Bits, parse, refusalOf } from '../../komodo/toml/index.ts';
import type { Datum } from '../../komodo/toml/index.ts';
import { comparable, tagged } from '../../komodo/toml/testing/tagged.ts';
import type { Tagged } from '../../komodo/toml/testing/tagged.ts';

interface Answer {
  readonly ok: boolean;
  readonly value?: Tagged;
  readonly line?: number;
  readonly message?: string;
}
interface Question {
  readonly text: string;
  /** By Core's rules. */
  readonly core: boolean;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '200000' } },
});
const [oracle] = positionals;
if (oracle === undefined) throw new Error('the path of the oracle is missing');

// ---- Random documents ---------------------------------------------------------------------------------------------

/** A generator of 32 bits (mulberry32): the same numbers for the same seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
const random = randomFrom(Number(values.seed));
const pick = <T,>(from: readonly T[]): T => from[random(from.length)]!;

const fixtures = join(import.meta.dirname, '../../test-fixtures');
const textsOf = (name: string): string[] =>
  gunzipSync(readFileSync(join(fixtures, name)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { text?: string }).text ?? '')
    .filter((text) => text.length < 2000);
const seeds = [...textsOf('toml-test.ndjson.gz'), ...textsOf('oracle/toml_cases.ndjson.gz')];

const SCRAPS = [
  ...'"\'\\[]{}=,.#\n\t -+_:0123456789aexTZé\r',
  ...[
    '"""',
    "'''",
    '\r\n',
    '[[',
    ']]',
    '\\"',
    '\\\\',
    '\\n',
    '\\u00e9',
    '\\x41',
    '\\\n  ',
    '""',
    "''",
    '😀',
    '\u0000',
  ],
  ...[
    'true',
    'inf',
    'nan',
    '1_000',
    '0x1F',
    '0o7',
    '0b1',
    '1e9',
    '-0.5',
    '07:32',
    '1979-05-27',
    ' 07:32:00',
    'Z',
  ],
  ...[
    'a = 1\n',
    '[a]\n',
    '[[a]]\n',
    '[a.b]\n',
    'a.b = 1\n',
    'a = """x"""\n',
    'a = { b = 1 }\n',
    'a = [1, 2]\n',
  ],
  ...[
    '# """\n',
    'b = "\\\\^x\\\\"\n',
    'x = {\n  a = 1,\n}\n',
    '{ a = 1, }',
    '[1,\n2]',
    ' = ',
    'a',
    'b',
    'a.b',
  ],
];

function mutate(text: string): string {
  const at = random(text.length + 1);
  const other = random(text.length + 1);
  const [start, end] = at < other ? [at, other] : [other, at];
  switch (random(6)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + random(3));
    case 1:
    case 2:
      return text.slice(0, at) + pick(SCRAPS) + text.slice(at);
    case 3:
      return text.slice(0, at) + pick(SCRAPS) + text.slice(at + 1);
    case 4:
      return text.slice(0, end) + text.slice(start);
    default: {
      const donor = pick(seeds);
      const from = random(donor.length + 1);
      return text.slice(0, at) + donor.slice(from, from + random(80)) + text.slice(at);
    }
  }
}

function document(): string {
  let text = pick(seeds);
  if (random(8) === 0) text = Array.from({ length: 1 + random(12) }, () => pick(SCRAPS)).join('');
  for (let times = random(5); times > 0; times--) text = mutate(text);
  // What is no Unicode cannot be asked for in JSON.
  return text.isWellFormed() ? text : document();
}

// ---- The two readers ----------------------------------------------------------------------------------------------

/** The text that Core hands to the toml crate. */
const rewrite = (text: string): string =>
  text
    .split('"""')
    .map((part, index) => (index % 2 === 1 ? part.replaceAll('\\', '\\\\') : part))
    .join('"""');

function ask(questions: readonly Question[]): Answer[] {
  const input = questions
    .map(({ text, core }, id) => JSON.stringify({ id, text: core ? rewrite(text) : text }) + '\n')
    .join('');
  const { stdout, status } = spawnSync(oracle!, ['toml-raw'], { input, maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`the oracle ended with ${status}`);
  return stdout
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

function read({ text, core }: Question): Answer {
  const document = parse(text, { core });
  const { root, problems } = dataOf(document);
  if (problems.length === 0) {
    return isReadable(root) ? { ok: true, value: tagged(root) } : { ok: false };
  }
  const refusal = refusalOf(document);
  if (refusal === undefined) throw new Error('problems, but nothing that Core would tell');
  const offset = Math.min(refusal.offset, text.length - 1);
  return { ok: false, line: text.slice(0, offset).split('\n').length, message: refusal.message };
}

/** The toml crate takes integers of any size, but does not hand out those that 64 bits do not hold. */
function isReadable(datum: Datum): boolean {
  if (datum.kind === 'table')
    return [...datum.entries.values()].every(({ value }) => isReadable(value));
  if (datum.kind === 'array') return datum.items.every(isReadable);
  return datum.node.kind !== 'integer' || fits64Bits(datum.node.value);
}

function disagree(mine: Answer, theirs: Answer): boolean {
  if (mine.ok !== theirs.ok) return true;
  if (mine.ok) return !isDeepStrictEqual(comparable(mine.value!), comparable(theirs.value!));
  return mine.line !== undefined && theirs.line !== undefined && mine.line !== theirs.line;
}

// ---- The search ---------------------------------------------------------------------------------------------------

/** Takes away all that the disagreement does not need. */
function smallest(question: Question): Question {
  for (let size = question.text.length >> 1; size > 0; size >>= 1) {
    for (;;) {
      const { text, core } = question;
      const smaller: Question[] = [];
      for (let at = 0; at + size <= text.length; at++) {
        const rest = text.slice(0, at) + text.slice(at + size);
        if (rest.isWellFormed()) smaller.push({ text: rest, core });
      }
      const answers = ask(smaller);
      const found = smaller.findIndex((each, index) => disagree(read(each), answers[index]!));
      if (found < 0) break;
      question = smaller[found]!;
    }
  }
  return question;
}

const count = Number(values.count);
let accepted = 0;
for (let done = 0; done < count;) {
  const questions = Array.from({ length: Math.min(2000, count - done) }, () => ({
    text: document(),
    core: random(2) === 0,
  }));
  const answers = ask(questions);
  const found = questions.findIndex((question, index) => disagree(read(question), answers[index]!));
  if (found >= 0) {
    const question = smallest(questions[found]!);
    console.log(`seed ${values.seed}, document ${done + found}: they disagree on`);
    console.log(JSON.stringify(question));
    console.log('komodo/toml:', JSON.stringify(read(question)));
    console.log('toml crate: ', JSON.stringify(ask([question])[0]));
    process.exit(1);
  }
  done += questions.length;
  accepted += answers.filter(({ ok }) => ok).length;
}
console.log(`seed ${values.seed}: ${count} documents, ${accepted} of them TOML; no disagreement`);
