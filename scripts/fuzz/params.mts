/** `tsx scripts/fuzz/params.mts ORACLE [COUNT] [SEED] [CORE]`: executions, compared with the crates that Core is made of. */
import { answerParams } from '../../cli/verdict/params.ts';
import { schemaFor, type TaggedDefinition } from '../../komodo/schema/index.ts';
import { compare } from './differential.mts';
import type { Random } from './random.mts';
import { differInOrderAlone } from './unordered.mts';
import { type Notation, type Value, ValueMaker } from './values.mts';

const notation: Notation = {
  text: (random) => JSON.stringify(random.pick(['x', '', 'true', '5', 'é"\\', '\u007f\u2028'])),
  quoted: (text) => JSON.stringify(text),
  odd: ['null', 'null', '1.0', '-0', '0.1', '1E5', '1e-9', '12345678901234567890123', 'false'],
};

function jsonText(value: Value): string {
  if ('literal' in value) return value.literal;
  if (!(value instanceof Map)) return `[${(value as readonly Value[]).map(jsonText).join(',')}]`;
  const pairs = Array.from(value as ReadonlyMap<string, Value>, ([name, item]) => {
    return `${JSON.stringify(name)}:${jsonText(item)}`;
  });
  return `{${pairs.join(',')}}`;
}

const [, , oracle = '', count, seed, core] = process.argv;
const schema = schemaFor(core);
const { variants } = schema.types.get('Execution') as TaggedDefinition;

interface Question {
  readonly id: number;
  readonly type: string;
  readonly params: string | undefined;
}

function ask(random: Random, id: number): Question {
  const maker = new ValueMaker(schema, random, notation, random.pick([0, 0.05, 0.2]));
  const { name, content } = random.pick(variants);
  const params = random.chance(0.05) ? undefined : jsonText(maker.value(content));
  return { id, type: random.chance(0.02) ? name.toLowerCase() : name, params };
}

compare([oracle, ...(count ? [count] : []), ...(seed ? [seed] : [])], {
  subcommand: 'params',
  ask,
  written: ({ id, type, params }) =>
    `{"id":${id},"type":"${type}"${params === undefined ? '' : `,"params":${params}`}${core === undefined ? '' : `,"core":"${core}"`}}`,
  answer: answerParams,
  agree: differInOrderAlone,
});
