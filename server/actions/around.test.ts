import assert from 'node:assert/strict';
import { actionTemplates } from '../../komodo/actions/index.ts';
import { differing } from '../../komodo/toml/index.ts';
import { Random } from '../../scripts/fuzz/random.mts';
import { diagnose, diagnoseAround } from './diagnose.ts';
import { ofAllNames, type ScriptFinding } from './finding.ts';
import { Scripts } from './scripts.ts';
import { bundledTypings } from './testing/typings.ts';

describe('a part of a script', () => {
  let scripts: Scripts;
  before(async () => {
    scripts = new Scripts(await bundledTypings(), undefined);
  });

  /** What is found around `‸` (which is left out): `code text`, and what was looked at. */
  function around(marked: string) {
    const text = marked.replace('‸', '');
    const at = marked.indexOf('‸');
    scripts.set('a', text);
    const found = diagnoseAround(scripts, 'a', { start: at, end: at });
    return (
      found && {
        found: found.findings.map(({ code, start, end }) => `${code} ${text.slice(start, end)}`),
        spans: found.spans.map(({ start, end }) => text.slice(start, end).trim()),
      }
    );
  }

  it('is the statement around a place, in which all is found as in the whole', () => {
    assert.deepEqual(around('let a: number = "";\nlet b: ‸number = "";\nlet c: number = "";'), {
      found: ['script-type b'],
      spans: ['let b: number = "";'],
    });
    assert.deepEqual(around('komodo.write("X", {});\nkomodo.read(‸"GetVersion", {});')?.found, [
      'missing-await komodo.read',
    ]);
    assert.deepEqual(around('‸'), { found: [], spans: [] });
  });

  it('is both statements between which a place is', () => {
    assert.deepEqual(around('const a = 1;‸const b = 2;')?.spans, ['const a = 1;', 'const b = 2;']);
  });

  it('is a statement of a function that is long', () => {
    const lines = Array.from({ length: 200 }, (_, at) => `  const v${at}: string = ${at};`);
    lines[100] = `${lines[100]}‸`;
    const script = `async function main() {\n${lines.join('\n')}\n}\nawait main();`;
    assert.deepEqual(around(script), {
      found: ['script-type v100', 'script-type v101'],
      spans: ['const v100: string = 100;', 'const v101: string = 101;'],
    });
  });

  it('has with it what is declared twice, wherever that stands', () => {
    assert.deepEqual(around('let a = 1;\nconst b = 2;\nlet c = 3;\nlet a = 4;‸')?.found, [
      'script-syntax a',
      'script-syntax a',
    ]);
  });

  it('does not tell where only the whole does', () => {
    for (const script of ['const a = ‸;', 'komodo.read("Get‸Nothing", {});', '‸import "a";'])
      assert.equal(around(script), undefined);
  });

  it('is found as in the whole, and the whole as without it', async () => {
    const fresh = new Scripts(await bundledTypings(), undefined);
    const random = new Random(11);
    const words = ['', 'await ', ';', 'tag', '"a"', ' as any', 'let a = 1;', '}', '[]', '\n'];
    const examples = actionTemplates
      .map(({ script }, at) => `async function f${at}() {\n${script}}\n`)
      .join('');
    for (let turn = 0; turn < 40; turn++) {
      let text = examples;
      for (let edits = random.between(0, 3); edits >= 0; edits--) {
        const before = text;
        const at = random.between(0, text.length - 1);
        text = text.slice(0, at) + random.pick(words) + text.slice(at + random.between(0, 6));
        const { start, endAfter: end } = differing(before, text);
        scripts.set('b', text);
        const part = diagnoseAround(scripts, 'b', { start, end });
        const whole = diagnose(scripts, 'b');
        fresh.set('b', text);
        assert.deepEqual(whole, diagnose(fresh, 'b'));
        if (!part) continue;
        const isThere = (finding: ScriptFinding) =>
          ofAllNames(finding) ||
          part.spans.some((span) => span.start <= finding.start && finding.end <= span.end);
        assert.deepEqual(
          part.findings,
          whole.filter((finding) => finding.code !== 'script-hint' && isThere(finding)),
        );
      }
    }
  });
});
