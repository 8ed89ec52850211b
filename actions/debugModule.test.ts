import assert from 'node:assert/strict';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { EmbeddedScript, placesInString } from '../komodo/actions/index.ts';
import { parse, quotedAs } from '../komodo/toml/index.ts';
import { debugModule } from './debugModule.ts';
import { interpolated } from './interpolate.ts';
import { transpile } from './transpile.ts';

const wrapping = {
  args: { app: 'web' },
  gateway: 'http://127.0.0.1:1',
  key: { key: 'k', secret: 's' },
};
const variables = [
  { name: 'TAG', value: '1.2.3' },
  { name: 'LONG', value: `[${'1, '.repeat(30)}\n2]` },
  { name: 'EMPTY', value: '' },
];

function placeOf(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

/** The module of the script in the first string of a TOML, with what its source map says. */
async function moduleOf(toml: string) {
  const document = parse(toml);
  const block = document.blocks[0]!;
  const script = EmbeddedScript.at(document, { block, ...block.pairs[0]!.value })!;
  const module = await debugModule(
    {
      parts: interpolated(script.text, variables),
      places: placesInString(script, (offset) => placeOf(toml, offset)),
      file: 'file:///a.toml',
    },
    wrapping,
    (text) => Promise.resolve(transpile(text)),
  );
  const [, data = ''] = /sourceMappingURL=data:application\/json;base64,(\S+)\s*$/.exec(module)!;
  const map = new SourceMap(JSON.parse(Buffer.from(data, 'base64').toString()) as SourceMapPayload);
  const code = module.slice(0, module.lastIndexOf('//# source'));
  /** What stands in the TOML where a part of the code comes from; undefined for what comes from nowhere. */
  const cameFrom = (part: string): string | undefined => {
    const at = code.indexOf(part);
    assert.ok(at >= 0, `${part} is not in the code`);
    const { line, character } = placeOf(code, at);
    const entry = map.findEntry(line, character);
    // Node's types do not know of what comes from nowhere.
    if (!('originalLine' in entry) || !entry.originalSource) return undefined;
    const { originalLine, originalColumn } = entry;
    return toml.split('\n')[originalLine]!.slice(originalColumn);
  };
  return { code, map, cameFrom };
}

describe('the module for a debugger', () => {
  it('comes from the lines of the TOML, and its wrapper from nowhere', async () => {
    const { cameFrom } = await moduleOf(`script = """
const tag: string = "[[TAG]]";
console.log(tag as any, ARGS);
return;
"""
`);
    assert.equal(cameFrom('console.log'), 'console.log(tag as any, ARGS);');
    assert.equal(cameFrom('ARGS);'), 'ARGS);');
    assert.equal(cameFrom('return'), 'return;');
    assert.equal(cameFrom('const komodo'), undefined);
    assert.equal(cameFrom('unhandledrejection'), undefined);
  });

  it('keeps its places behind values that are filled in', async () => {
    const { code, cameFrom } = await moduleOf(
      'script = """\nconst list = [[LONG]]; after(list);\nnext();[[EMPTY]] last();\n"""\n',
    );
    assert.match(code, /\s2\];/);
    assert.equal(cameFrom('1, 1'), '[[LONG]]; after(list);');
    assert.equal(cameFrom('after'), 'after(list);');
    assert.equal(cameFrom('next'), 'next();[[EMPTY]] last();');
    assert.equal(cameFrom('last'), 'last();');
  });

  it('needs a script that is TypeScript, and says where it is not', async () => {
    await assert.rejects(
      moduleOf('script = """\nfine();\nconst = 1;\n"""\n'),
      /The script can’t run, see line 3: Variable declaration expected/,
    );
    await assert.rejects(moduleOf('script = """\nif (true) {\n"""\n'), /see line 3: '}' expected/);
  });

  it('comes from the right places of strings of all kinds', async () => {
    const random = randomFrom(11);
    const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)]!;
    let [tried, names] = [0, 0];
    for (let round = 0; round < 400; round++) {
      const eol = pick(['\n', '\r\n'] as const);
      const quote = pick(['"""', "'''", '"', "'"] as const);
      const count = 1 + random(6);
      const text = Array.from({ length: count }, (_, index) => {
        const value = pick(['"🦎"', '`\\d`', "'漢字'", '[[LONG]]', '"[[TAG]]" as any', '/\\\\"/']);
        const space = pick([' ', '\t', '', '/* é */', eol, `// 🦎${eol}`]);
        return `${space}name_${index}_(${value});${pick(['', ' ', eol, '[[EMPTY]]'])}`;
      }).join('');
      const written = quotedAs(quote, text, { insideFence: false, eol });
      if (written === undefined) continue;
      tried++;
      const { cameFrom } = await moduleOf(`a = ${written}${eol}`);
      for (let index = 0; index < count; index++) {
        names++;
        assert.ok(cameFrom(`name_${index}_`)?.startsWith(`name_${index}_(`), written);
      }
    }
    assert.ok(tried > 150 && names > 500, `only ${tried} with ${names} names were tried`);
  });
});

/** Numbers from 0 on below a bound, the same ones each time. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
