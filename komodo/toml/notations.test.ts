import assert from 'node:assert/strict';
import { Random } from '../../scripts/fuzz/random.mts';
import { dataOf } from './data.ts';
import { parse } from './parse.ts';
import { quoted, quotedAs, type Notation } from './notations.ts';

const inside = { insideFence: true };
const notations: readonly Notation[] = ['"', "'", '"""', "'''"];

/** What Core reads, with a `"""` before it or not, and whether all behind it keeps its meaning. */
function read(written: string, insideFence: boolean): unknown {
  const document = parse(`${insideFence ? '# """\n' : ''}a = ${written}\nb = '\\'\n`);
  const { root, problems } = dataOf(document);
  const [a, b] = ['a', 'b'].map((name) => root.entries.get(name)?.value);
  if (a?.kind !== 'scalar' || b?.kind !== 'scalar' || b.node.kind !== 'string') return problems;
  assert.deepEqual(problems, [], written);
  assert.equal(b.node.value, insideFence ? '\\\\' : '\\', written);
  return a.node.kind === 'string' ? a.node.value : a.node.kind;
}

describe('a quoted text', () => {
  it('stands in the quotes that people like best', () => {
    assert.equal(quoted('web-*'), '"web-*"');
    assert.equal(quoted('\\^web-\\d$\\'), '"\\\\^web-\\\\d$\\\\"');
    assert.equal(quoted('A=1\nB=\\d\n'), '"""\nA=1\nB=\\d\n"""');
    assert.equal(quoted("a = '''\nb"), '"""\na = \'\'\'\nb"""');
  });

  it('breaks lines only as its file does', () => {
    assert.equal(quoted('a\nb', { eol: '\r\n' }), '"a\\nb"');
    assert.equal(quoted('a\r\nb', { eol: '\r\n' }), '"""\r\na\r\nb"""');
    assert.equal(quoted('a\r\nb'), '"a\\r\\nb"');
  });

  it('avoids what Core could not read', () => {
    assert.equal(quoted('x = """y"""\n'), '\'\'\'\nx = """y"""\n\'\'\'');
    // Between the quotes, Core would double this backslash.
    assert.equal(quoted('x = """\\d"""\n'), '"x = \\"\\"\\"\\\\d\\"\\"\\"\\n"');
    // An odd """ would turn the meaning of all that follows.
    assert.equal(quoted('x = """\n'), '"x = \\"\\"\\"\\n"');
    assert.equal(quoted('a\rb\n'), '"a\\rb\\n"');
  });

  it('needs no escapes where Core has doubled the backslashes', () => {
    assert.equal(quoted('\\d', inside), '"\\d"');
    assert.equal(quoted('say "\\o/"', inside), '"""say \\"\\\\o/\\""""');
  });

  it('has no notation that cannot hold it', () => {
    assert.equal(quotedAs("'", "it's"), undefined);
    assert.equal(quotedAs("'", 'a\\b'), "'a\\b'");
    assert.equal(quotedAs("'", 'a\\b', inside), undefined);
    assert.equal(quotedAs('"', 'a\nb', inside), undefined);
    assert.equal(quotedAs('"""', 'a\u0007'), undefined);
  });

  it('is read as it was meant in every notation and place', () => {
    const random = new Random(5);
    const scraps = [
      'a',
      '\\',
      '"',
      "'",
      '"""',
      "'''",
      '\n',
      '\r\n',
      '\r',
      '\t',
      '\u0007',
      'é😀',
      ' ',
    ];
    for (let count = 0; count < 3000; count++) {
      const text = random.several(scraps, 8);
      for (const insideFence of [false, true]) {
        for (const eol of ['\n', '\r\n'] as const) {
          const around = { insideFence, eol };
          const all = notations.map((notation) => quotedAs(notation, text, around));
          for (const written of [
            quoted(text, around),
            ...all.filter((each) => each !== undefined),
          ]) {
            assert.equal(read(written, insideFence), text, written);
            // An editor would change these.
            assert.ok(!/[^\r]\n/.test(eol === '\n' ? '' : written), written);
            assert.ok(!written.includes('\r') || eol === '\r\n', written);
          }
        }
      }
    }
  });
});
