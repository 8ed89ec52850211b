import assert from 'node:assert/strict';
import { findingsIn } from './testing/check.ts';
import { ignoring, ignoredIn, ignores, ignoringInScript } from './index.ts';
import { readResources } from '../resources/index.ts';
import { dataOf, parse, startOf } from '../toml/index.ts';

/** The lines of a script, from 1, in which something of a code is ignored. */
function ignoredLines(script: string, code = 'x', number?: number): number[] {
  const ignored = ignoredIn(script);
  let start = 0;
  return script.split('\n').flatMap((line, index) => {
    const found = { code, start, ...(number !== undefined && { number }) };
    start += line.length + 1;
    return ignored.some((each) => ignores(each, found)) ? [index + 1] : [];
  });
}

describe('a comment in a script that ignores a code', () => {
  it('counts for its line', () => {
    assert.deepEqual(ignoredLines('a();\nb(); // komodo: ignore[x]\nc();'), [2]);
    assert.deepEqual(ignoredLines('a(/* komodo:ignore[ y, x ] */);\nb();'), [1]);
  });

  it('alone on a line counts for the next one with code', () => {
    assert.deepEqual(ignoredLines('// komodo: ignore[x]\na();\nb();'), [2]);
    const script = '// komodo: ignore[x]\n\n// Why that is so.\n/* And\n more. */\na();\nb();';
    assert.deepEqual(ignoredLines(script), [6]);
    assert.deepEqual(ignoredLines('a();\n// komodo: ignore[x]'), []);
  });

  it('counts for all lines of a template', () => {
    assert.deepEqual(ignoredLines('// komodo: ignore[x]\na(`\n  b\n`);\nc();'), [2, 3, 4]);
    assert.deepEqual(ignoredLines('a(`\n  ${b}\n`); // komodo: ignore[x]\nc();'), [1, 2, 3]);
  });

  it('names what TypeScript finds by its number', () => {
    assert.deepEqual(ignoredLines('a(); // komodo: ignore[ts2322]', 'script-type', 2322), [1]);
    assert.deepEqual(ignoredLines('a(); // komodo: ignore[2322]', 'script-type', 2322), [1]);
    assert.deepEqual(ignoredLines('a(); // komodo: ignore[ts2322]', 'script-type', 2345), []);
    assert.deepEqual(ignoredLines('a(); // komodo: ignore[script-type]', 'script-type', 1), [1]);
  });

  it('is none in a text', () => {
    assert.deepEqual(ignoredLines('a("// komodo: ignore[x]");\n`\n// komodo: ignore[x]\n`'), []);
  });

  it('is written on a line before that of what is found, though never into a template', () => {
    const after = (script: string, at: string, code = 'x', number?: number) => {
      const found = { code, start: script.indexOf(at), ...(number !== undefined && { number }) };
      const { start, text } = ignoringInScript(script, found);
      return script.slice(0, start) + text + script.slice(start);
    };
    assert.equal(after('a();\n  b();\n', 'b'), 'a();\n  // komodo: ignore[x]\n  b();\n');
    assert.equal(after('a(`\n ${b}`);', 'b'), '// komodo: ignore[x]\na(`\n ${b}`);');
    assert.equal(after('a(`\n${b}`);', 'b'), '// komodo: ignore[x]\na(`\n${b}`);');
    assert.equal(after('/* a\n*/ b();', 'b'), '// komodo: ignore[x]\n/* a\n*/ b();');
    assert.equal(after('b();\r\n', 'b'), '// komodo: ignore[x]\r\nb();\r\n');
    const typed = after('b();', 'b', 'script-type', 2322);
    assert.equal(typed, '// komodo: ignore[ts2322]\nb();');
    assert.match(after('b();', 'b', 'unknown-request', 2345), /ignore\[unknown-request\]/);
  });
});

describe('what rules find in the script of an Action', () => {
  const call = 'await komodo.execute("DeployStack", { stack: "[[NO" });';
  const action = (script: string, quote = '"""') =>
    `[[action]]\nname = "a"\n[action.config]\nfile_contents = ${quote}${script}${quote}\n`;
  const codesIn = (text: string) => findingsIn(text).map(({ code, text: at }) => `${code}: ${at}`);

  it('is ignored by a comment of the script', () => {
    assert.deepEqual(codesIn(action(`\n${call}\n`)), ['unclosed-variable: [[']);
    assert.deepEqual(codesIn(action(`\n// komodo: ignore[unclosed-variable]\n${call}\n`)), []);
    const inLine = action(`${call} // komodo: ignore[unclosed-variable]`, "'");
    assert.deepEqual(codesIn(inLine), []);
  });

  it('is told of where there is nothing to ignore', () => {
    const script = '\n// komodo: ignore[unknown-tag, unknwon-tag, missing-await, ts2322]\nlet a;\n';
    // The last two are for whoever reads the script as TypeScript.
    const unused = ['unused-ignore: unknown-tag', 'unused-ignore: unknwon-tag'];
    assert.deepEqual(codesIn(action(script)), unused);
  });

  it('is ignored by a comment that is written into the string as the string can hold it', () => {
    const quoted = (script: string) => action(JSON.stringify(script).slice(1, -1), '"');
    for (const text of [action(`\n  ${call}\n`), action(`\n${call}\n`, "'''"), quoted(call)]) {
      const toml = parse(text);
      const read = readResources(dataOf(toml));
      const [finding] = findingsIn(text, {}, 'unclosed-variable');
      assert.ok(finding?.place, text);
      const { code, class: kind, message } = finding;
      const place = { ...finding.place, block: toml.blocks.at(-1)! };
      const mend = ignoring({ code, class: kind, message, place }, toml, read)!;
      const [edit] = mend.edits;
      const at = startOf(toml, edit!.place.block)! + edit!.place.start;
      const after = text.slice(0, at) + edit!.text + text.slice(at);
      assert.match(after, /\/\/ komodo: ignore\[unclosed-variable\]/);
      assert.deepEqual(codesIn(after), [], after);
    }
  });
});
