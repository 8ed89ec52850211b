import type { Definition, Schema, StructDefinition } from '../../schema/index.ts';
import { folded, similarNames } from '../similarNames.ts';
import { inOtherWords } from './otherWords.ts';
import { ignored, knownNames, type Rule, tableName } from './rule.ts';

/** A key of which neither place nor spelling is Core's: `autoUpdate` beside `config`, `script` there, `Tags` in it. */
export const misplacedAndMisspelt: Rule = (passed) => {
  const { walk, owner, entry } = passed;
  if (owner.definition.kind !== 'struct') return undefined;
  const own = knownNames(owner);
  if (inOtherWords(entry.name, own).length > 0 || similarNames(entry.name, own).length > 0)
    return undefined;
  const [, block, inner] = walk.owners;
  if (owner === block) {
    const config = configOf(owner.definition, walk.schema);
    const name = config && meant(entry.name, namesIn(config), true);
    return name === undefined ? undefined : said(name, 'in `config`', ['config']);
  }
  if (owner !== inner || owner.name !== 'config' || block?.definition.kind !== 'struct')
    return undefined;
  // There are few keys beside config, and much that is only near to one of them.
  const name = meant(entry.name, namesIn(block.definition), false);
  return name === undefined ? undefined : said(name, 'directly in the block', []);

  function said(name: string, where: string, belongsIn: readonly string[]) {
    const message = `Core ignores \`${entry.name}\` in ${tableName(passed)}. Did you mean \`${name}\` ${where}?`;
    return ignored(passed, 'misplaced-key', message, { belongsIn, suggestions: [name] });
  }
};

function meant(name: string, known: readonly string[], orNear: boolean): string | undefined {
  return (
    known.find((each) => folded(each) === folded(name)) ??
    inOtherWords(name, known)[0] ??
    (orNear ? similarNames(name, known)[0] : undefined)
  );
}

function namesIn({ fields }: StructDefinition): readonly string[] {
  return fields.map(({ name, preferred }) => preferred ?? name);
}

function configOf(definition: StructDefinition, schema: Schema): StructDefinition | undefined {
  const type = definition.byName.get('config')?.type;
  const found: Definition | undefined =
    type?.kind === 'ref' ? schema.types.get(type.name) : undefined;
  return found?.kind === 'struct' ? found : undefined;
}
