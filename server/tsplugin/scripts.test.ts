import assert from 'node:assert/strict';
import type ts from 'typescript';
import { isMarked } from '../../komodo/actions/scriptFile.ts';
import { scriptFinder } from './scripts.ts';

/** A project of so many files, of which the last is a script, that counts what is asked of it. */
function project(count: number) {
  const asked = { roots: 0, texts: 0 };
  const state = { version: 1, told: 1 };
  const snapshotOf = (text: string): ts.IScriptSnapshot => ({
    getText: (start, end) => {
      asked.texts++;
      return text.slice(start, end);
    },
    getLength: () => text.length,
    getChangeRange: () => undefined,
  });
  const files = new Map(
    Array.from({ length: count }, (_, index) => [
      `/w/${index}.ts`,
      snapshotOf(index === count - 1 ? '// komodo: action\n' : 'export {};\n'),
    ]),
  );
  const finder = scriptFinder(
    {
      roots: () => {
        asked.roots++;
        return [...files.keys()];
      },
      version: () => String(state.version),
      snapshot: (path) => files.get(path),
    },
    (_path, beginning) => isMarked(beginning),
    () => state.told,
  );
  return { asked, state, files, finder, snapshotOf };
}

describe('the scripts of a project', () => {
  it('are found once, however often TypeScript asks', () => {
    const { asked, finder } = project(3000);
    for (let time = 0; time < 100; time++)
      assert.deepEqual(finder.inProject(), { some: true, all: false });
    assert.deepEqual(asked, { roots: 1, texts: 3000 });
  });

  it('are looked for again after an edit, in the file that is another', () => {
    const { asked, state, files, finder, snapshotOf } = project(3000);
    finder.inProject();
    files.set('/w/2999.ts', snapshotOf('export {};\n'));
    state.version++;
    assert.deepEqual(finder.inProject(), { some: false, all: false });
    assert.deepEqual(asked, { roots: 2, texts: 3001 });
  });

  it('are looked for again when the extension tells of others', () => {
    const { asked, state, finder } = project(10);
    finder.inProject();
    state.told++;
    assert.deepEqual(finder.inProject(), { some: true, all: false });
    assert.equal(asked.texts, 20);
  });

  it('are all of them where there is nothing else', () => {
    assert.deepEqual(project(1).finder.inProject(), { some: true, all: true });
  });
});
