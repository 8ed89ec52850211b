import assert from 'node:assert/strict';
import { SourceMap } from 'node:module';
import ts from 'typescript';
import { readMappings, writeMappings, type Mapping } from './sourceMap.ts';

describe('the mappings of a source map', () => {
  it('are read as they are written', () => {
    const mappings: Mapping[] = [
      { generated: { line: 0, column: 0 }, source: { line: 4, column: 2 } },
      { generated: { line: 0, column: 9 }, source: undefined },
      { generated: { line: 3, column: 1 }, source: { line: 0, column: 70_000 } },
      { generated: { line: 3, column: 5 }, source: { line: 123_456, column: 0 } },
    ];
    assert.deepEqual(readMappings(writeMappings(mappings)), mappings);
  });

  it('are those of TypeScript, but for names', () => {
    const text = 'enum A { x = 1 }\nconst f = async (a: A): Promise<void> => {\n  await a.x;\n};\n';
    const compilerOptions = { target: ts.ScriptTarget.ES2015, sourceMap: true };
    const { sourceMapText } = ts.transpileModule(text, { compilerOptions });
    const { mappings } = JSON.parse(sourceMapText!) as { mappings: string };
    assert.equal(writeMappings(readMappings(mappings)), mappings);
  });

  it('are understood by Node', () => {
    const mappings: Mapping[] = [
      { generated: { line: 2, column: 3 }, source: { line: 7, column: 31 } },
      { generated: { line: 2, column: 40 }, source: { line: 1, column: 0 } },
    ];
    const map = new SourceMap({
      file: '',
      version: 3,
      sources: ['a.toml'],
      sourcesContent: [],
      names: [],
      sourceRoot: '',
      mappings: writeMappings(mappings),
    });
    const entry = map.findEntry(2, 39);
    assert.deepEqual(
      'originalLine' in entry && [entry.originalLine, entry.originalColumn],
      [7, 31],
    );
  });

  it('must be such', () => {
    assert.throws(() => readMappings('A?'), /No digit/);
  });
});
