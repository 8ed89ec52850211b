import assert from 'node:assert/strict';
import { documentOf } from '../testing/text.ts';
import { foldingRanges } from './folding.ts';

/** `first-last` of every range, lines from 0. */
const folds = (text: string) =>
  foldingRanges(documentOf(text)).map(
    ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`,
  );

describe('folding', () => {
  it('folds a resource with its tables, and each table', () => {
    const text = [
      '[[stack]]',
      'name = "a"',
      '[stack.config]',
      'server = "s"',
      '',
      '# about b',
      '[[stack]]',
      'name = "b"',
    ];
    assert.deepEqual(folds(text.join('\n')), ['0-3', '2-3', '6-7']);
  });

  it('folds values over many lines, but for the line that closes them', () => {
    const text = ['executions = [', '  { execution = {', '    type = "Sleep"', '  } },', ']'];
    assert.deepEqual(folds(text.join('\n')), ['0-3', '1-2']);
    assert.deepEqual(folds('environment = """\nA = 1\nB = 2\n"""'), ['0-2']);
  });

  it('folds runs of comment lines', () => {
    assert.deepEqual(folds('# a\n# b\n\nx = 1 # c\n# d\n'), ['0-1 comment']);
  });

  it('folds what is not closed yet', () => {
    assert.deepEqual(folds('[[stack]]\ntags = [\n"a",\n\n[[stack]]\nname = "b"'), [
      '0-2',
      '4-5',
      '1-2',
    ]);
  });
});
