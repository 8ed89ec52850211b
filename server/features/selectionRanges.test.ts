import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver';
import { textIn, withCursor } from '../testing/text.ts';
import { selectionRanges } from './selectionRanges.ts';

function steps(marked: string): string[] {
  const { document, position } = withCursor(marked);
  const texts: string[] = [];
  let range: SelectionRange | undefined = selectionRanges(document, [position])[0];
  for (; range; range = range.parent) texts.push(textIn(document, range.range));
  return texts;
}

describe('selection ranges', () => {
  it('grow from a value over its pair and table to the section', () => {
    const marked =
      '[[procedure]]\nname = "a"\n[[procedure.config.stage]]\nexecutions = [{ execution.type = "Sl|eep" }]\n[[stack]]';
    const text = marked.replace('|', '');
    assert.deepEqual(steps(marked), [
      'Sleep',
      '"Sleep"',
      'execution.type = "Sleep"',
      '{ execution.type = "Sleep" }',
      '[{ execution.type = "Sleep" }]',
      'executions = [{ execution.type = "Sleep" }]',
      '[[procedure.config.stage]]\nexecutions = [{ execution.type = "Sleep" }]',
      text.slice(0, -'\n[[stack]]'.length),
      text,
    ]);
  });

  it('grow from a part of a key', () => {
    assert.deepEqual(steps('a.b|.c = 1').slice(0, 3), ['b', 'a.b.c', 'a.b.c = 1']);
    assert.deepEqual(steps('[[sta|ck]]\nname = 1\n').slice(0, 3), [
      'stack',
      '[[stack]]',
      '[[stack]]\nname = 1',
    ]);
  });

  it('grow from an item of a pattern and a line of a text', () => {
    assert.deepEqual(steps('a = "web-*, d|b, \\\\x\\\\"').slice(0, 3), [
      'db',
      'web-*, db, \\\\x\\\\',
      '"web-*, db, \\\\x\\\\"',
    ]);
    assert.deepEqual(steps('a = """\n  A=|1, 2\n  B=2\n"""').slice(0, 3), [
      'A=1',
      'A=1, 2',
      '\n  A=1, 2\n  B=2\n',
    ]);
  });

  it('grow within a script as TypeScript says', () => {
    const { document, position } = withCursor('a = """\nf(x|.y);\n"""');
    const line = (start: number, end: number) => ({
      start: { line: 1, character: start },
      end: { line: 1, character: end },
    });
    const texts: string[] = [];
    const inScript = [line(2, 3), line(2, 5), line(0, 7)];
    let range: SelectionRange | undefined = selectionRanges(document, [position], [inScript])[0];
    for (; range; range = range.parent) texts.push(textIn(document, range.range));
    assert.deepEqual(texts.slice(0, 4), ['x', 'x.y', 'f(x.y);', '\nf(x.y);\n']);
  });

  it('are the whole file where nothing stands', () => {
    assert.deepEqual(steps('|'), ['']);
  });
});
