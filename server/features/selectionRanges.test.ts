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

  it('are the whole file where nothing stands', () => {
    assert.deepEqual(steps('|'), ['']);
  });
});
