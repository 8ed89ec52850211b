import assert from 'node:assert/strict';
import { schemaFor } from '../../komodo/schema/index.ts';
import { documentOf } from '../testing/text.ts';
import { quickFixes } from './quickFixes.ts';

/** The text after each of the fixes that are offered at the first problem, by its title. */
function fixes(text: string): Record<string, string> {
  const document = documentOf(text);
  const { problems } = document.resources(schemaFor());
  const range = document.rangeOf(problems[0]!.place!);
  return Object.fromEntries(
    quickFixes(document, range, problems, schemaFor(), []).map(({ title, edit }) => {
      const changes = edit!.changes![document.uri]!;
      const mended = document.edited(
        changes.map((change) => ({ range: change.range, text: change.newText })),
        2,
      );
      return [title, mended.text];
    }),
  );
}

describe('the fixes of a merge conflict', () => {
  const id = '433ed7ec3c1d04718ada71dbda9348d5a59832f2';

  it('take one side of it, or both', () => {
    const conflict = `<<<<<<< HEAD\n[[stack]]\nname = "a"\n=======\n[[repo]]\nname = "b"\n>>>>>>> ${id}\n`;
    assert.deepEqual(fixes(`# first\n${conflict}# last\n`), {
      'Take ours (HEAD)': '# first\n[[stack]]\nname = "a"\n# last\n',
      'Take theirs (433ed7ec3c1d04718ada71d…)': '# first\n[[repo]]\nname = "b"\n# last\n',
      'Take both': '# first\n[[stack]]\nname = "a"\n[[repo]]\nname = "b"\n# last\n',
    });
  });

  it('do not take both where that would be no better', () => {
    const conflict = '<<<<<<< HEAD\nname = "a"\n=======\nname = "b"\n>>>>>>> x\n';
    assert.deepEqual(Object.keys(fixes(`[[stack]]\n${conflict}`)), [
      'Take ours (HEAD)',
      'Take theirs (x)',
    ]);
  });

  it('leave nothing of it behind, whatever ends its lines', () => {
    const conflict = '<<<<<<< HEAD\r\n=======\r\n[[stack]]\r\nname = "a"\r\n>>>>>>> x';
    const theirs = '[[stack]]\r\nname = "a"\r\n';
    assert.equal(fixes(conflict)['Take theirs (x)'], theirs);
    assert.equal(fixes(`${conflict}\r\n# last`)['Take theirs (x)'], `${theirs}# last`);
    assert.equal(fixes(conflict)['Take ours (HEAD)'], '');
  });
});
