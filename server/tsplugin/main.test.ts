import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPlugin } from '../../scripts/tsPlugin.mts';
import { clientTypings } from '../actions/clientTypings.ts';
import { typingsWithFrobStack } from '../actions/testing/servedTypings.ts';
import { clientFiles } from '../actions/workspaceTypings.ts';
import { TsServer } from './testing/tsServer.ts';

interface Found {
  readonly code: number;
  readonly category: string;
}

describe('TypeScript with the plugin', () => {
  let folder: string;
  let server: TsServer;
  const file = (name: string) => path.join(folder, name);
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'komodo-tsplugin-'));
    await buildPlugin(false, path.join(folder, 'node_modules', 'komodo-actions'));
    server = new TsServer(folder);
  });
  after(() => {
    server.stop();
    rmSync(folder, { recursive: true });
  });

  const script = `// komodo: action
const stacks = await komodo.read("ListStacks", {});
for (const { name } of stacks) console.log(name, ARGS.tag, YAML.stringify({}), Deno.env.get("A"));
if (stacks.length === 0) return;
const port: number = [[PORT]][0][0];
const response = await fetch("https://example.com");
`;

  it('knows what Core puts around a script', async () => {
    server.open(file('a.ts'), script);
    assert.deepEqual(await server.problems(file('a.ts')), []);
  });

  it('still says what is wrong in it', async () => {
    server.open(
      file('b.ts'),
      '// komodo: action\nconst stacks = await komodo.read("ListStakcs", {});\nnope();\n',
    );
    const problems = await server.problems(file('b.ts'));
    assert.equal(problems.length, 2);
    assert.match(problems[0]!, /ListStakcs/);
    assert.equal(problems[1], "Cannot find name 'nope'.");
  });

  it('calls nothing an error that is of types alone, for Core runs it', async () => {
    const lines = [
      '// komodo: action',
      'const one: number = "1";',
      '1 = 2;',
      'nope();',
      'let of; let of;',
    ];
    server.open(file('types.ts'), lines.join('\n'));
    server.open(file('other.ts'), 'export const one: number = "1";');
    const categories = async (name: string) => {
      const given = { file: file(name) };
      const found = await server.ask<Found[]>('semanticDiagnosticsSync', given);
      return found.map(({ code, category }) => `${code} ${category}`);
    };
    assert.deepEqual(await categories('types.ts'), [
      '2322 warning',
      '2364 error',
      '2304 warning',
      '2451 error',
      '2451 error',
    ]);
    assert.deepEqual(await categories('other.ts'), ['2322 error']);
  });

  it('says the same of the part of a long script that is in view', async () => {
    const long = `${script}const one: number = "1";\n${'console.log(1);\n'.repeat(500)}`;
    server.open(file('long.ts'), long);
    const told = server.told<{ diagnostics: Found[] }>('regionSemanticDiag');
    const inView = { startLine: 1, startOffset: 1, endLine: 20, endOffset: 1 };
    server.send('geterr', { delay: 0, files: [{ file: file('long.ts'), ranges: [inView] }] });
    const { diagnostics } = await told;
    assert.deepEqual(
      diagnostics.map(({ code, category }) => `${code} ${category}`),
      ['2322 warning'],
    );
  });

  it('leaves out what a comment of the script has ignored', async () => {
    const lines = ['// komodo: action', 'nope(); // komodo: ignore[ts2304]', 'nope();'];
    server.open(file('c.ts'), lines.join('\n'));
    assert.deepEqual(await server.problems(file('c.ts')), ["Cannot find name 'nope'."]);
    const all = lines.map((line) =>
      line.replace('nope();', 'nope(); // komodo: ignore[script-type]'),
    );
    server.open(file('d.ts'), all.join('\n'));
    assert.deepEqual(await server.problems(file('d.ts')), []);
  });

  it('knows the client of a Core that has served its typings', async () => {
    const served = file('served');
    const client = clientTypings(typingsWithFrobStack(), {}).files;
    for (const [name, text] of Object.entries(clientFiles(client))) {
      mkdirSync(path.dirname(path.join(served, '2.9.0', name)), { recursive: true });
      writeFileSync(path.join(served, '2.9.0', name), text);
    }
    server.open(
      file('frob.ts'),
      '// komodo: action\nawait komodo.read("FrobStack", { stack: "a" });\n',
    );
    const [before] = await server.problems(file('frob.ts'));
    assert.match(before!, /FrobStack/);
    const configuration = { version: '2.9.0', typings: served };
    await server.ask('configurePlugin', { pluginName: 'komodo-actions', configuration });
    assert.deepEqual(await server.problems(file('frob.ts')), []);
    await server.ask('configurePlugin', { pluginName: 'komodo-actions', configuration: {} });
    assert.equal((await server.problems(file('frob.ts'))).length, 1);
  });

  it('knows the script of a TOML file as VS Code calls it', async () => {
    const name = '^/komodo-action/file/w/actions.toml/a.ts';
    server.open(name, script.replace('// komodo: action', ''));
    assert.deepEqual(await server.problems(name), []);
    const info = await server.ask<{ displayString: string }>('quickinfo', {
      file: name,
      line: 2,
      offset: 31,
    });
    assert.match(info.displayString, /read: /);
  });

  it('lets files be closed and others be opened, scripts or not', async () => {
    const folders = ['first', 'second', 'third'].map((name) => file(name));
    let closedFiles: string[] = [];
    for (const [index, projectRootPath] of folders.entries()) {
      const name = path.join(projectRootPath, 'loose.ts');
      const fileContent = index === 1 ? '// komodo: action\nreturn;\n' : 'export const a = 1;\n';
      const openFiles = [{ file: name, fileContent, projectRootPath }];
      // VS Code ends TypeScript's server where this fails.
      await server.ask('updateOpen', { openFiles, closedFiles, changedFiles: [] });
      assert.deepEqual(await server.problems(name), []);
      closedFiles = [name];
    }
  });

  it('leaves other files alone', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'komodo-other-'));
    const name = path.join(other, 'c.ts');
    server.open(name, 'export const a = komodo;\nreturn;\n');
    const problems = await server.problems(name);
    assert.equal(problems.length, 2, problems.join('\n'));
    rmSync(other, { recursive: true });
  });
});
