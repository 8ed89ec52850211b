/**
 * `tsx scripts/fuzz/files.mts ORACLE FOLDER [COUNT] [SEED]`: the `.toml` files below a folder, each as it is and then with
 * random changes of the kind that people make, compared with the crates that Core is made of. What people have written
 * says more than what can be made up.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { answerToml } from '../../cli/verdict/toml.ts';
import { schemaFor } from '../../komodo/schema/index.ts';
import { compare } from './differential.mts';
import { minimised } from './minimised.mts';
import type { Random } from './random.mts';
import { sameVerdict } from './sameVerdict.mts';
import { mutilated } from './tomlText.mts';

const LARGEST = 20_000;

function textsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.toml'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .filter((text) => text.length < LARGEST);
}

const names = [...schemaFor().types.values()].flatMap((definition) =>
  definition.kind === 'struct'
    ? [...definition.byName.keys()]
    : definition.variants.map((variant) => variant.name),
);
const values = [
  '"x"',
  '""',
  'true',
  '5',
  '-1',
  '1.5',
  '[]',
  '["x"]',
  '{}',
  '{ a = "b" }',
  '"""\n\\d\n"""',
];

/** Another name, value or header for one that stands there, or lines of another file. */
function changed(random: Random, text: string, donor: string): string {
  const lines = text.split('\n');
  const at = random.between(0, lines.length - 1);
  const line = lines[at]!;
  switch (random.between(0, 6)) {
    case 0:
      lines[at] = line.replace(/[\w-]+(?=\s*[=.\]])/, random.pick(names));
      break;
    case 1:
      lines[at] = line.replace(/=.*/, () => `= ${random.pick(values)}`);
      break;
    case 2:
      lines[at] = line.replace(/^\[\[(.*)\]\]|^\[(.*)\]/, (_, two?: string, one?: string) =>
        two === undefined ? `[[${one}]]` : `[${two}]`,
      );
      break;
    case 3:
      lines[at] = line.replace(/["']/g, () => random.pick(['"', "'", '"""', '']));
      break;
    case 4:
      lines[at] = line.replace(/"\w*"/, () => `"${random.pick(names)}"`);
      break;
    case 5: {
      const others = donor.split('\n');
      const from = random.between(0, others.length - 1);
      lines.splice(at, random.between(0, 2), ...others.slice(from, from + random.between(1, 8)));
      break;
    }
    default:
      return mutilated(random, text);
  }
  return lines.join('\n');
}

const [, , oracle = '', folder = '', count, seed] = process.argv;
const texts = textsBelow(folder);
if (texts.length === 0) throw new Error(`There is no .toml file below ${folder}.`);

function textFor(random: Random, id: number): string {
  if (id < texts.length) return texts[id]!;
  let text = random.pick(texts);
  for (let changes = random.between(1, 4); changes > 0; changes--) {
    text = changed(random, text, random.pick(texts));
  }
  return text;
}

compare([oracle, ...(count ? [count] : []), ...(seed ? [seed] : [])], {
  subcommand: 'toml',
  ask: (random, id) => ({ id, text: textFor(random, id) }),
  answer: answerToml,
  agree: sameVerdict,
  smaller: (question, differs) => ({
    ...question,
    text: minimised(question.text, (text) => differs({ ...question, text })),
  }),
});
