import assert from 'node:assert/strict';
import { Random } from '../../scripts/fuzz/random.mts';
import { tomlNotation, tomlText } from '../../scripts/fuzz/tomlText.mts';
import { ValueMaker } from '../../scripts/fuzz/values.mts';
import { schemaFor } from '../schema/index.ts';
import { readFixture, readFixtureLines } from '../testing/fixtures.ts';
import { dataOf, parse } from '../toml/index.ts';
import { inCoreStyle } from './coreStyle.ts';
import { differenceBetween } from './difference.ts';
import { withComments } from './testing/withComments.ts';

const schema = schemaFor();
const isToml = (text: string) => dataOf(parse(text)).problems.length === 0;

function styled(text: string): string {
  const document = parse(text);
  return inCoreStyle(document, dataOf(document), schema);
}
const text = (...lines: string[]) => lines.join('\n') + '\n';

/** What a real Core exported, by what was asked for. */
function exports(): ReadonlyMap<string, string> {
  const { steps } = readFixture('core/export-toml.json.gz') as {
    steps: { note?: string; response?: { body?: { toml?: string } } }[];
  };
  return new Map(
    steps.flatMap(({ note = '', response }) => {
      const toml = response?.body?.toml;
      return toml ? [[note, toml] as const] : [];
    }),
  );
}

describe('the style of Core', () => {
  it('is that of what Core exports', () => {
    const readable = [...exports().values()]
      .flatMap((exported) => [exported, ...exported.split('\n\n##\n\n')])
      .filter(isToml);
    assert.ok(readable.length > 80);
    for (const exported of readable) assert.equal(styled(exported), `${exported.trimEnd()}\n`);
  });

  it('is not that of strings which Core writes and cannot read', () => {
    const exported = exports().get('w-procedure')!;
    assert.ok(!isToml(exported));
    const mended = exported
      .replace(
        '"""\nMulti-line\ndescription with \\ and """"""',
        '"Multi-line\\ndescription with \\\\ and \\"\\"\\""',
      )
      .replace('"\\^w-(stack|app)-\\d{1,3}$\\, w-*"', '"\\\\^w-(stack|app)-\\\\d{1,3}$\\\\, w-*"')
      .replace('\\o/', '\\\\o/');
    assert.equal(styled(mended), `${mended}\n`);
  });

  it('has the config under its header and dotted keys in it, in the order of Core', () => {
    assert.equal(
      styled(
        text(
          '[[stack]]',
          'config = { environment = "A=1\\nB=2\\n", server = \'s\' }',
          'tags = [',
          '  "prod",',
          ']',
          'name = "web"',
          '',
          '[[stack]]',
          'name = "api"',
          'config.server = "s"',
          '[stack.config.pre_deploy]',
          'path = "."',
        ),
      ),
      text(
        '[[stack]]',
        'name = "web"',
        'tags = ["prod"]',
        '[stack.config]',
        'server = "s"',
        'environment = """',
        'A=1',
        'B=2',
        '"""',
        '',
        '##',
        '',
        '[[stack]]',
        'name = "api"',
        '[stack.config]',
        'server = "s"',
        'pre_deploy.path = "."',
      ),
    );
  });

  it('has a header for each stage, and each execution on a line', () => {
    assert.equal(
      styled(
        text(
          '[[procedure]]',
          'name = "p"',
          '[procedure.config]',
          'schedule = "Every day at 03:00"',
          'stage = [{ name = "a", executions = [] }]',
          '',
          '[[procedure]]',
          'name = "q"',
          '[[procedure.config.stages]]',
          'name = "b"',
          '[[procedure.config.stages.executions]]',
          'enabled = false',
          'execution = { params = { duration_ms = 5 }, type = "Sleep" }',
        ),
      ),
      text(
        '[[procedure]]',
        'name = "p"',
        'config.schedule = "Every day at 03:00"',
        '',
        '[[procedure.config.stage]]',
        'name = "a"',
        'executions = []',
        '',
        '##',
        '',
        '[[procedure]]',
        'name = "q"',
        '',
        '[[procedure.config.stages]]',
        'name = "b"',
        'executions = [',
        '  { execution.type = "Sleep", execution.params.duration_ms = 5, enabled = false }',
        ']',
      ),
    );
  });

  it('keeps comments with what they are about', () => {
    assert.equal(
      styled(
        text(
          '# my stacks',
          '',
          '# the shop',
          '[[stack]] # live',
          '# where it runs',
          'config = { server = "s" } # fast',
          'name = "web"',
          'tags = ["a", # first',
          '"b"]',
          '# the end',
        ),
      ),
      text(
        '# my stacks',
        '',
        '# the shop',
        '[[stack]] # live',
        'name = "web"',
        'tags = [',
        '  "a", # first',
        '  "b"',
        ']',
        '# the end',
        '# where it runs',
        '[stack.config] # fast',
        'server = "s"',
      ),
    );
  });

  it('leaves alone what Core does not know', () => {
    const unknown = text('[[resource-sync]]', "name   =   'x'", '', '[other.config]', 'a=1');
    assert.equal(
      styled(unknown),
      text('[[resource-sync]]', "name   =   'x'", '', '##', '', '[other.config]', 'a=1'),
    );
  });

  it('ends lines as the file does', () => {
    assert.equal(
      styled('[[stack]]\r\nname="a"\r\ndescription = """x\r\ny"""\r\n'),
      '[[stack]]\r\nname = "a"\r\ndescription = """\r\nx\r\ny"""\r\n',
    );
  });

  it('changes no value, loses no comment, and has nothing to change in what it made', function () {
    this.timeout(60_000);
    const cases = readFixtureLines('oracle/toml_cases.ndjson.gz') as { text: string }[];
    const texts = cases.map((each) => each.text);
    for (let seed = 0; seed < 200; seed++) {
      const random = new Random(seed);
      const maker = new ValueMaker(schema, random, tomlNotation, random.pick([0, 0.05]));
      texts.push(tomlText(random, maker.file()));
    }
    let count = 0;
    texts.forEach((given, seed) => {
      const commented = seed % 3 === 0 ? [withComments(new Random(seed), given)] : [];
      for (const original of [given, ...commented].filter(isToml)) {
        const once = styled(original);
        assert.equal(differenceBetween(parse(original), parse(once), schema), undefined, original);
        assert.equal(styled(once), once, original);
        count++;
      }
    });
    assert.ok(count > 1000, String(count));
  });
});
