import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPlugin } from '../../scripts/tsPlugin.mts';
import { TsServer } from './testing/tsServer.ts';

describe('ARGS in a script that TypeScript’s own server looks at', () => {
  let folder: string;
  let server: TsServer;
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'komodo-args-'));
    await buildPlugin(false, path.join(folder, 'node_modules', 'komodo-actions'));
    server = new TsServer(folder);
  });
  after(() => {
    server.stop();
    rmSync(folder, { recursive: true });
  });

  const marked = '// komodo: action\n';
  const limit = `${marked}// komodo: args {"limit": 80, "hosts": ["a", "b"], "on": true, "deep": {"a": "b"}}\n`;
  const file = (name: string) => path.join(folder, name);
  const configure = (configuration: object) =>
    server.ask('configurePlugin', { pluginName: 'komodo-actions', configuration });

  /** Opens a script with `|` in it, and says where that stands. */
  function open(name: string, marked: string) {
    const before = marked.split('|', 1)[0]!.split('\n');
    server.open(file(name), marked.replace('|', ''), folder);
    return { file: file(name), line: before.length, offset: before.at(-1)!.length + 1 };
  }

  /** What a hover shows at the `|` of a script. */
  async function shown(name: string, script: string): Promise<string | undefined> {
    const info = await server.ask<{ displayString: string } | undefined>(
      'quickinfo',
      open(name, script),
    );
    return info?.displayString;
  }

  async function completed(name: string, script: string): Promise<string[]> {
    const given = { ...open(name, script), includeExternalModuleExports: false };
    const { entries } = await server.ask<{ entries: { name: string }[] }>('completionInfo', given);
    return entries.map((entry) => entry.name);
  }

  it('is any where nothing is known of it', async () => {
    assert.equal(await shown('any.ts', `${marked}A|RGS;\n`), 'const ARGS: Record<string, any>');
  });

  it('is of the type that a comment says', async () => {
    assert.equal(
      (await shown('comment.ts', `${limit}A|RGS;\n`))?.replace(/\s+/g, ' '),
      'const ARGS: { [x: string]: any; limit: number; hosts: string[]; on: boolean; deep: { [x: string]: any; a: string; }; }',
    );
    assert.equal(await shown('comment.ts', `${limit}ARGS.l|imit;\n`), '(property) limit: number');
    assert.equal(await shown('comment.ts', `${limit}const { o|n } = ARGS;\n`), 'const on: boolean');
    assert.equal(await shown('comment.ts', `${limit}const a| = ARGS.b;\n`), 'const a: any');
  });

  it('has its members completed, and theirs', async () => {
    assert.deepEqual(await completed('members.ts', `${limit}ARGS.|;\n`), [
      'deep',
      'hosts',
      'limit',
      'on',
    ]);
    const ofNumber = await completed('members.ts', `${limit}ARGS.limit.|;\n`);
    assert.ok(ofNumber.includes('toFixed'), ofNumber.join());
    assert.ok((await completed('members.ts', `${limit}ARGS.hosts[0].|`)).includes('padEnd'));
  });

  it('is checked, and used or not', async () => {
    open('checked.ts', `${limit}ARGS.limit.nope;\nARGS.limit = 'a';\nARGS.other.nope;\n`);
    assert.deepEqual(await server.problems(file('checked.ts')), [
      "Property 'nope' does not exist on type 'number'.",
      "Type 'string' is not assignable to type 'number'.",
    ]);
    open('unused.ts', limit);
    assert.deepEqual(await server.problems(file('unused.ts')), []);
    const hints = await server.ask<unknown[]>('suggestionDiagnosticsSync', {
      file: file('unused.ts'),
    });
    assert.deepEqual(hints, []);
  });

  it('is another one with another comment, and in another script', async () => {
    open('one.ts', `${limit}ARGS.limit.nope;\n`);
    open('two.ts', `${marked}ARGS.limit.nope;\n`);
    assert.equal((await server.problems(file('one.ts'))).length, 1);
    assert.equal((await server.problems(file('two.ts'))).length, 0);
    await server.ask('change', {
      file: file('one.ts'),
      ...{ line: 2, offset: 1, endLine: 3, endOffset: 1, insertString: '' },
    });
    assert.deepEqual(await server.problems(file('one.ts')), []);
  });

  it('is of the type that the linked Action has, as soon as it is told', async () => {
    const at = open('linked.ts', `${limit}ARGS.l|imit.nope;\n`);
    const type = async () =>
      (await server.ask<{ displayString: string }>('quickinfo', at)).displayString;
    assert.equal(await type(), '(property) limit: number');
    await configure({ args: { [at.file]: { limit: 'many' } } });
    assert.equal(await type(), '(property) limit: string');
    assert.deepEqual(await server.problems(at.file), [
      "Property 'nope' does not exist on type 'string'.",
    ]);
    await configure({ args: { [at.file]: { limit: [1] } } });
    assert.equal(await type(), '(property) limit: number[]');
    await configure({});
    assert.equal(await type(), '(property) limit: number');
  });

  it('is what a script itself makes it', async () => {
    assert.equal(await shown('own.ts', `${limit}const A|RGS = 1;\n`), 'const ARGS: 1');
    assert.deepEqual(await server.problems(file('own.ts')), []);
  });

  it('leads to our typings alone, and is not renamed', async () => {
    const at = open('places.ts', `${limit}ARGS.li|mit;\nARGS.limit;\n`);
    assert.deepEqual(await server.ask('definition', at), []);
    const { canRename } = (await server.ask<{ info: { canRename: boolean } }>('rename', at)).info;
    assert.equal(canRename, false);
    const ofArgs = { ...at, offset: 2 };
    const [definition] = await server.ask<{ file: string }[]>('definition', ofArgs);
    assert.match(definition!.file, /typings\/common\/arguments\.d\.ts$/);
  });

  it('is left alone in what is no script', async () => {
    assert.equal(
      await shown('none.ts', `// komodo: args {"limit": 80}\nexport {};\nA|RGS;\n`),
      'const ARGS: Record<string, any>',
    );
  });
});
