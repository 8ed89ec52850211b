import assert from 'node:assert/strict';
import ts from 'typescript';
import { findingsIn } from '../checks/testing/check.ts';
import { parse } from '../toml/index.ts';
import { actionTemplates, newActionBlock } from './templates.ts';

/** What TypeScript says of a script with the client of a version around it. */
function typeErrors(script: string, client: string): string[] {
  const file = `${import.meta.dirname}/template.ts`;
  const text = `import { KomodoClient } from '${client}';
declare const komodo: ReturnType<typeof KomodoClient>;
declare const ARGS: Record<string, any>;
async function main() {
${script}
}
export { main };
`;
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.esnext.d.ts', 'lib.dom.d.ts'],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const onDisk = { ...host };
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ESNext)
      : onDisk.getSourceFile(name, ...rest);
  host.fileExists = (name) => name === file || onDisk.fileExists(name);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('a template for an Action', () => {
  for (const template of actionTemplates) {
    it(`is fine: ${template.title}`, () => {
      const text = newActionBlock(template, template.name, parse(''));
      const found = findingsIn(text).filter(({ isUnsure }) => !isUnsure);
      assert.deepEqual(
        found.map(({ message }) => message),
        [],
      );
      assert.deepEqual(typeErrors(template.script, 'komodo_client'), []);
    });
  }

  it('is read as it is meant wherever it is put', () => {
    const [template] = actionTemplates;
    for (const before of ['', '# """\n', 'a = 1\r\n']) {
      const text = before + newActionBlock(template!, 'it’s "new"\\', parse(before));
      const { pairs } = parse(text).blocks[1]!;
      assert.equal(pairs[0]!.value.kind === 'string' && pairs[0]!.value.value, 'it’s "new"\\');
      assert.ok(parse(text).blocks.every(({ problems }) => problems.length === 0));
    }
  });
});
