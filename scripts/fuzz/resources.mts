/**
 * `tsx scripts/fuzz/resources.mts ORACLE [COUNT] [SEED] [CORE]`: resource files, mostly ones that Core takes, compared
 * with the crates that Core is made of.
 */
import { answerToml } from '../../cli/verdict/toml.ts';
import { schemaFor } from '../../komodo/schema/index.ts';
import { compare } from './differential.mts';
import { minimised } from './minimised.mts';
import type { Random } from './random.mts';
import { sameVerdict } from './sameVerdict.mts';
import { mutilated, tomlNotation, tomlText } from './tomlText.mts';
import { ValueMaker } from './values.mts';

const [, , oracle = '', count, seed, core] = process.argv;
const schema = schemaFor(core);

function textFor(random: Random): string {
  const maker = new ValueMaker(schema, random, tomlNotation, random.pick([0, 0, 0.02, 0.1]));
  const text = tomlText(random, maker.file());
  return random.chance(0.1) ? mutilated(random, text) : text;
}

compare([oracle, ...(count ? [count] : []), ...(seed ? [seed] : [])], {
  subcommand: 'toml',
  ask: (random, id) => ({ id, text: textFor(random), ...(core !== undefined && { core }) }),
  answer: answerToml,
  agree: sameVerdict,
  smaller: (question, differs) => ({
    ...question,
    text: minimised(question.text, (text) => differs({ ...question, text })),
  }),
});
