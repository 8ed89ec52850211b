import assert from 'node:assert/strict';
import { Random } from '../../scripts/fuzz/random.mts';
import { tomlNotation, tomlText } from '../../scripts/fuzz/tomlText.mts';
import { ValueMaker } from '../../scripts/fuzz/values.mts';
import { schemaFor } from '../schema/index.ts';
import { readFixtureLines } from '../testing/fixtures.ts';
import { dataOf, parse } from '../toml/index.ts';
import { differenceBetween } from './difference.ts';
import { formatted } from './format.ts';
import type { LayOut } from './taploStyle.ts';
import { layOut } from './testing/taplo.ts';
import { withComments } from './testing/withComments.ts';

const schema = schemaFor();

function format(given: string, style: 'taplo' | 'core' = 'taplo', by: LayOut = layOut) {
  return formatted(parse(given), schema, { style, indent: '  ', layOut: by });
}
async function laidOut(given: string): Promise<string> {
  const result = await format(given);
  assert.ok('text' in result, `${given}\n${JSON.stringify(result)}`);
  return result.text;
}
const text = (...lines: string[]) => lines.join('\n') + '\n';

describe('formatting', () => {
  it('lays out what stands there', async () => {
    assert.equal(
      await laidOut(
        text('[[stack]]', 'name="a"   # one', 'tags=["x",   "y"]', '', '', '', '', '# two'),
      ),
      text('[[stack]]', 'name = "a" # one', 'tags = ["x", "y"]', '', '', '# two'),
    );
  });

  it('leaves strings alone that only Core can read', async () => {
    const literal = ['environment = """', 'A="\\d+"', '\\', '"""'];
    assert.equal(
      await laidOut(
        text('[[stack]]', 'name="a"', 'config.x  =  "\\e"', `config.${literal.join('\n')}`),
      ),
      text('[[stack]]', 'name = "a"', 'config.x = "\\e"', `config.${literal.join('\n')}`),
    );
  });

  it('leaves values alone that TOML 1.0 does not have', async () => {
    const stage = ['executions = [', '  {', '    enabled=true, # so far', '  },', ']'];
    assert.equal(
      await laidOut(text('[[procedure.config.stage]]', 'name="a"', ...stage)),
      text('[[procedure.config.stage]]', 'name = "a"', ...stage),
    );
  });

  it('bears a comment behind a long line', async () => {
    const line = (gap: string) =>
      text('[[stack]]', `description = "${'x'.repeat(90)}"${gap}# long`);
    assert.equal(await laidOut(line('   ')), line(' '));
  });

  it('refuses what is no TOML, and says where', async () => {
    assert.deepEqual(await format('a = 1\nb = = 2\n', 'core'), {
      refusal: 'Line 2 is no TOML (a value must stand here). Mend it first.',
    });
  });

  it('refuses to change a value or to lose a comment', async () => {
    const careless =
      (change: (given: string) => string): LayOut =>
      (given) =>
        Promise.resolve(change(given));
    const refusal = async (change: (given: string) => string) =>
      format('[[stack]]\nname = "a"\ntags = ["x"] # b\n', 'taplo', careless(change));
    assert.deepEqual(await refusal((given) => given.replace('"x"', '"y"')), {
      refusal: 'Formatting would change `stack.0.tags.0`, so nothing was changed.',
    });
    assert.deepEqual(await refusal((given) => given.replace(' # b', '')), {
      refusal: 'Formatting would change the comment `# b`, so nothing was changed.',
    });
    assert.deepEqual(await refusal((given) => given.replace('tags', '[x]\ntags')), {
      refusal: 'Formatting would change `stack.0.tags`, so nothing was changed.',
    });
    assert.deepEqual(await refusal((given) => `${given}\n##\n`), {
      text: '[[stack]]\nname = "a"\ntags = ["x"] # b\n\n##\n',
    });
  });

  it('of all that Core was asked about changes nothing but the layout, and that once', async function () {
    this.timeout(60_000);
    const cases = readFixtureLines('oracle/toml_cases.ndjson.gz') as { text: string }[];
    const texts = cases.map((each) => each.text);
    for (let seed = 0; seed < 100; seed++) {
      const random = new Random(seed);
      const maker = new ValueMaker(schema, random, tomlNotation, random.pick([0, 0.05]));
      texts.push(withComments(random, tomlText(random, maker.file())));
    }
    const readable = texts.filter((each) => dataOf(parse(each)).problems.length === 0);
    assert.ok(readable.length > 800);
    for (const each of readable) {
      const once = await laidOut(each);
      assert.equal(differenceBetween(parse(each), parse(once), schema), undefined);
      assert.equal(await laidOut(once), once, each);
    }
  });
});
