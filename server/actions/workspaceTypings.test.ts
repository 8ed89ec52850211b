import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { collectTypings } from '../../scripts/typings.mts';
import { filesForWorkspace } from './workspaceTypings.ts';

/** What TypeScript says of a folder with these files in it. */
function problemsIn(files: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'komodo-typings-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const read = (file: string) => ts.sys.readFile(file);
  const { config } = ts.readConfigFile(path.join(folder, 'tsconfig.json'), read);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const found = ts.getPreEmitDiagnostics(ts.createProgram(fileNames, options));
  rmSync(folder, { recursive: true });
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('typings in a workspace', () => {
  const typings = collectTypings();
  const script =
    'const stacks = await komodo.read("ListStacks", {});\nconsole.log(stacks, ARGS.a);\n';

  for (const version of Object.keys(typings.versions)) {
    it(`let TypeScript know scripts for ${version}`, () => {
      const files = filesForWorkspace(typings, typings.versions[version]!);
      const scripts = {
        'a.ts': script,
        'daily/b.ts': `${script}fetch("x"); Deno.cwd(); nope();\n`,
      };
      assert.deepEqual(problemsIn({ ...files, ...scripts }), ["Cannot find name 'nope'."]);
    });
  }

  it('say whose they are', () => {
    const { '.komodo/README.md': text } = filesForWorkspace(typings, typings.versions['2.3.2']!);
    assert.match(text!, /komodo_client .*GPL-3\.0/);
  });
});
