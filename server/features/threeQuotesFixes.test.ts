import assert from 'node:assert/strict';
import { schemaFor } from '../../komodo/schema/index.ts';
import { parse } from '../../komodo/toml/index.ts';
import { valueOf } from '../../komodo/toml/testing/read.ts';
import { Random } from '../../scripts/fuzz/random.mts';
import { documentOf } from '../testing/text.ts';
import { quickFixes } from './quickFixes.ts';

const schema = schemaFor();

/** The file after the first fix that has a text hold three quotes. */
function fixed(text: string): string | undefined {
  const document = documentOf(text);
  const { problems } = document.resources(schema);
  for (const { place } of problems) {
    const range = document.rangeOf(place!);
    for (const fix of quickFixes(document, range, problems, schema, [])) {
      if (!fix.title.endsWith('where it can hold three quotes')) continue;
      const [change] = fix.edit!.changes![document.uri]!;
      return document.edited([{ range: change!.range, text: change!.newText }], 2).text;
    }
  }
  return undefined;
}

const kinds = ['"""', "'''"];

/** An Action, as Core exports it. */
function exported(name: string, script: string, quotes = kinds[0]!): string {
  const lines = ['[[action]]', `name = "${name}"`, '[action.config]', `file_contents = ${quotes}`];
  return [...lines, script, quotes, 'run_at_startup = true', ''].join('\n');
}

describe('a text of an export that holds three quotes', () => {
  it('is written on one line, with escapes', () => {
    const after = fixed(exported('a', `const a = '"""';\nconst b = /\\d/;`));
    const written = String.raw`"const a = '\"\"\"';\nconst b = /\\d/;\n"`;
    assert.equal(
      after,
      `[[action]]\nname = "a"\n[action.config]\nfile_contents = ${written}\nrun_at_startup = true\n`,
    );
  });

  it('is written between apostrophes where Core reads it so', () => {
    const script = 'const a = `"""x"""`;';
    assert.equal(fixed(exported('a', script)), exported('a', script, kinds[1]));
  });

  it('may end with them, or have them alone on a line', () => {
    const start = '[[alerter]]\nname = "a"\ndescription = """\n';
    const alerter = fixed(`${start}two\nlines \\ and """"""\ntags = []\n`);
    assert.ok(alerter!.includes(String.raw`description = "two\nlines \\ and \"\"\""`), alerter);
    const script = fixed(exported('a', 'def main():\n"""\nIt says\nwhat it does.'));
    assert.ok(script!.includes(String.raw`"def main():\n\"\"\"\nIt says\n`), script);
  });

  it('is mended first where another one follows', () => {
    const script = `const a = '"""';`;
    const once = fixed(exported('a', script) + exported('b', script))!;
    const { blocks } = parse(fixed(once)!, {});
    assert.deepEqual(
      blocks.flatMap(({ problems }) => problems),
      [],
    );
  });

  it('is read as the same text, whatever it holds', function () {
    this.timeout(60_000);
    const random = new Random(11);
    const stack = (name: string) =>
      `[[stack]]\nname = "${name}"\n[stack.config]\nenvironment = """\nA=\\d\n"""\n\n`;
    let count = 0;
    for (let round = 0; round < 400; round++) {
      const script = Array.from({ length: random.between(1, 5) }, () => random.pick(lines));
      const after = fixed(stack('s') + exported('a', script.join('\n')) + stack('t'));
      if (after === undefined) continue;
      const data = valueOf(after) as Tables;
      assert.equal(data.action[0]!.config.file_contents, `${script.join('\n')}\n`, after);
      const environments = data.stack.map(({ config }) => config.environment);
      assert.deepEqual(environments, ['A=\\d\n', 'A=\\d\n']);
      count++;
    }
    assert.ok(count > 100, `${count}`);
  });
});

type Tables = Record<'stack' | 'action', { config: Record<string, string> }[]>;

/** Lines of scripts, none of which is TOML. */
const lines = [
  `const a = '"""';`,
  'const b = """x\\d""";',
  'it is `"""x"""`',
  'ends with """',
  '""" begins with them',
  '"""',
  '/\\d+\\.\\w/.test(x);',
  `it's "so"`,
  "'''",
  'a\tb',
];
