/**
 * `tsx scripts/fuzz/resources.mts ORACLE [COUNT] [SEED] [CORE]`: resource files, mostly ones that Core takes, compared
 * with the crates that Core is made of. Of what TOML forbids only the line must be the same: we say it in words of ours.
 */
import { answerToml } from '../../cli/verdict/toml.ts';
import { schemaFor } from '../../komodo/schema/index.ts';
import { compare } from './differential.mts';
import { minimised } from './minimised.mts';
import type { Random } from './random.mts';
import { mutilated, tomlNotation, tomlText } from './tomlText.mts';
import { differInOrderAlone } from './unordered.mts';
import { ValueMaker } from './values.mts';

interface Verdict {
  readonly ok?: boolean;
  readonly message?: string;
  readonly line?: number;
}

/** serde's words for what is wrong with a value; all others are about TOML. */
const aboutValues =
  /^(invalid (type|value: (integer|map)|length)|unknown variant|missing field|duplicate field|wanted |expected (empty|table, found)|Matching variant|\w+ version must|integer number|JSON number)/;

/** Both refuse the file as no TOML, at the same line or without one. */
function refuseAsToml(ours: string, oracles: string): boolean {
  const [we, they] = [ours, oracles].map((line) => JSON.parse(line) as Verdict);
  const areAboutToml = [we, they].every(
    (verdict) => verdict?.ok === false && !aboutValues.test(verdict.message ?? ''),
  );
  return areAboutToml && (they?.line === undefined || we?.line === they.line);
}

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
  agree: (ours, oracles) => refuseAsToml(ours, oracles) || differInOrderAlone(ours, oracles),
  smaller: (question, differs) => ({
    ...question,
    text: minimised(question.text, (text) => differs({ ...question, text })),
  }),
});
