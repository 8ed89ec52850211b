/**
 * `tsx scripts/fuzz/toml.mts ORACLE [COUNT] [SEED]`: documents made from those of test-fixtures by random changes,
 * compared with the toml crate that Core is built on. Each is read as it is or by Core's rules; for those, the crate is
 * given the text as Core rewrites it. Equal must be whether it is TOML, the value, and the line of the error.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { Verdict } from '../../cli/verdict/question.ts';
import { dataOf, parse, refusalOf } from '../../komodo/toml/index.ts';
import type { Datum } from '../../komodo/toml/index.ts';
import { comparable, tagged } from '../../komodo/toml/tagged.ts';
import type { Tagged } from '../../komodo/toml/tagged.ts';
import { compare } from './differential.mts';
import { minimised } from './minimised.mts';
import type { Random } from './random.mts';

const fixtures = join(import.meta.dirname, '../../test-fixtures');
const textsOf = (name: string): string[] =>
  gunzipSync(readFileSync(join(fixtures, name)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { text?: string }).text ?? '')
    .filter((text) => text.length < 2000);
const seeds = [...textsOf('toml-test.ndjson.gz'), ...textsOf('oracle/toml_cases.ndjson.gz')];

const scraps = [
  '"\'\\[]{}=,.#\n\t -+_:0123456789aexTZé\r'.split(''),
  '"""|\'\'\'|\r\n|[[|]]|\\"|\\\\|\\n|\\u00e9|\\x41|\\\n  |""|\'\'|😀|\u0000| = |a.b'.split('|'),
  'true|inf|nan|1_000|0x1F|0o7|0b1|1e9|-0.5|07:32|1979-05-27| 07:32:00|Z'.split('|'),
  'a = 1\n|[a]\n|[[a]]\n|[a.b]\n|a.b = 1\n|a = """x"""\n|a = { b = 1 }\n|a = [1, 2]\n'.split('|'),
  '# """\n|b = "\\\\^x\\\\"\n|x = {\n  a = 1,\n}\n|{ a = 1, }|[1,\n2]'.split('|'),
].flat();

function mutated(random: Random, text: string): string {
  const below = (count: number): number => random.between(0, count - 1);
  const at = below(text.length + 1);
  const other = below(text.length + 1);
  const [start, end] = at < other ? [at, other] : [other, at];
  switch (below(6)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + below(3));
    case 1:
    case 2:
      return text.slice(0, at) + random.pick(scraps) + text.slice(at);
    case 3:
      return text.slice(0, at) + random.pick(scraps) + text.slice(at + 1);
    case 4:
      return text.slice(0, end) + text.slice(start);
    default: {
      const donor = random.pick(seeds);
      const from = below(donor.length + 1);
      return text.slice(0, at) + donor.slice(from, from + below(80)) + text.slice(at);
    }
  }
}

const isUnicode = (text: string): boolean => !/\p{Surrogate}/u.test(text);

function documentFor(random: Random): string {
  let text = random.pick(seeds);
  if (random.chance(0.12)) text = random.several(scraps, 12);
  for (let times = random.between(0, 4); times > 0; times--) text = mutated(random, text);
  // What is no Unicode cannot be asked for in JSON.
  return isUnicode(text) ? text : documentFor(random);
}

/** The text that Core hands to the toml crate. */
const rewritten = (text: string): string =>
  text
    .split('"""')
    .map((part, index) => (index % 2 === 1 ? part.replaceAll('\\', '\\\\') : part))
    .join('"""');

interface Question {
  readonly id: number;
  /** What the crate reads. */
  readonly text: string;
  /** What we read, by Core's rules or not. */
  readonly source: string;
  readonly core: boolean;
}

const questionOf = (id: number, source: string, core: boolean): Question => ({
  id,
  text: core ? rewritten(source) : source,
  source,
  core,
});

function verdictOn(text: string, core: boolean): Verdict {
  const document = parse(text, { core });
  const { root, problems } = dataOf(document);
  const refusal = refusalOf(document);
  if (problems.length > 0 !== (refusal !== undefined)) return [['message', 'of two minds']];
  if (refusal === undefined) {
    if (!isReadable(root)) return [['ok', false]];
    // As text: what stands in it is none of our JSON's business.
    return [
      ['ok', true],
      ['value', JSON.stringify(tagged(root))],
    ];
  }
  // Of several the crate tells the one that the alphabet of the keys has first.
  if (refusal.phase === 'numbers') return [['ok', false]];
  const line = text.slice(0, Math.min(refusal.offset, text.length - 1)).split('\n').length;
  return [
    ['ok', false],
    ['line', BigInt(line)],
    ['message', refusal.message],
  ];
}

/** The toml crate takes integers of any size, but does not hand out those that 64 bits do not hold. */
function isReadable(datum: Datum): boolean {
  if (datum.kind === 'table') {
    return [...datum.entries.values()].every(({ value }) => isReadable(value));
  }
  if (datum.kind === 'array') return datum.items.every(isReadable);
  return datum.node.kind !== 'integer' || BigInt.asIntN(64, datum.node.value) === datum.node.value;
}

interface Said<Value> {
  readonly ok?: boolean;
  readonly value: Value;
  readonly line?: number;
}

function agree(ours: string, oracles: string): boolean {
  const we = JSON.parse(ours) as Said<string>;
  const they = JSON.parse(oracles) as Said<Tagged>;
  if (we.ok === undefined || we.ok !== they.ok) return false;
  if (!we.ok) return we.line === undefined || they.line === undefined || we.line === they.line;
  return isDeepStrictEqual(comparable(JSON.parse(we.value) as Tagged), comparable(they.value));
}

const [, , ...args] = process.argv;
compare<Question>(args, {
  subcommand: 'toml-raw',
  ask: (random, id) => questionOf(id, documentFor(random), random.chance(0.5)),
  answer: (question) => {
    const { source, core } = Object.fromEntries(question as Map<string, string | boolean>);
    return verdictOn(String(source), core === true);
  },
  agree,
  smaller: ({ id, source, core }, differs) =>
    questionOf(
      id,
      minimised(source, (text) => isUnicode(text) && differs(questionOf(id, text, core))),
      core,
    ),
});
