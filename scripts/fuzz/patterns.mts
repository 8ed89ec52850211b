/** `tsx scripts/fuzz/patterns.mts ORACLE [COUNT] [SEED]`: patterns, compared with the crates that Core is made of. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answerPattern } from '../../cli/verdict/pattern.ts';
import { rregexEngine } from '../../komodo/patterns/index.ts';
import { root } from '../root.mts';
import { compare } from './differential.mts';
import type { Random } from './random.mts';

const wasm = path.join(root, 'node_modules/rregex/lib/rregex.wasm');
const engine = rregexEngine(readFileSync(wasm));

const words = (text: string) => text.split(' ');

const letters = [...words('a b foo bar K é ß ſ 日 🦎 1 42 - _ .'), ' '];
const wildcards = [...letters, ...words('* * ? \\* \\? \\\\ [ ] { } ^ $')];
const separators = [
  ',',
  ', ',
  '\n',
  '\r\n',
  ' # note\n',
  ' #',
  '\t',
  '\u0085',
  '\ufeff',
  '#',
  '  ',
];
const regexParts = [
  ...letters,
  ...words(
    '. .* ^ $ | ( ) (?: (?i) (?x) (?-u) (?s-m: (?P<n> (?<n> (?= (?! * + ? ?? {2} {2,} {1,3} {3,1}',
  ),
  ...words(
    '[ ] [^ [a-z] [[:alpha:]] [z-a] && -- ~~ { } \\d \\w \\s \\b \\b{start} \\B \\A \\z \\Z',
  ),
  ...words(
    '\\p{L} \\pN \\P{Greek} \\p{No} \\x41 \\x{1F600} \\u00e9 \\U0001F98E \\1 \\. \\- \\_ \\/ \\é \\',
  ),
];
/** Near the limit of what a regex may weigh; they take long, so there are few. */
const heavyParts = words('a{1000} {100} {40} \\w{50} \\d{9} \\pL{20} [^a]{90}');

function regex(random: Random): string {
  if (random.chance(0.02)) return random.several([...letters, ...heavyParts, ...heavyParts], 4);
  return random.several(regexParts, random.chance(0.2) ? 14 : 6);
}

function item(random: Random): string {
  const kind = random.next();
  if (kind < 0.45) return random.several(wildcards, 6);
  if (kind < 0.9) return `\\${regex(random)}\\`;
  return random.pick(['\\', '\\\\', '\\\\\\', '', ' ', '#', '# a', random.several(letters, 3)]);
}

function pattern(random: Random): string {
  let text = item(random);
  for (let more = random.pick([0, 0, 0, 1, 1, 2, 4]); more > 0; more--)
    text += random.pick(separators) + item(random);
  return random.chance(0.1) ? random.spoil(text, [...wildcards, ...separators]) : text;
}

compare(process.argv.slice(2), {
  subcommand: 'pattern',
  ask: (random, id) => ({
    id,
    pattern: pattern(random),
    names: Array.from({ length: random.between(0, 12) }, () => random.several(letters, 5)),
    ...(random.chance(0.2) && { mode: 'group' }),
  }),
  answer: (question) => answerPattern(question, engine),
  // A regex weighs less in WebAssembly, where an address has half the size, so ours passes what is just too heavy.
  agree: (_, said) => said.includes('exceeds size limit'),
});
