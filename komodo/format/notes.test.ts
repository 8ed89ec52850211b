import assert from 'node:assert/strict';
import { dataOf, parse, type Datum } from '../toml/index.ts';
import { GAP, Notes } from './notes.ts';

function read(...lines: string[]) {
  const document = parse(lines.join('\n'));
  const { root } = dataOf(document);
  const valueAt = (...path: readonly (string | number)[]) =>
    path.reduce<Datum>((datum, step) => {
      if (typeof step === 'number' && datum.kind === 'array') return datum.items[step]!;
      if (datum.kind === 'table') return datum.entries.get(String(step))!.value;
      throw new Error(`nothing at ${step}`);
    }, root);
  return { notes: new Notes(document), root, valueAt };
}

describe('comments', () => {
  it('belong to the pair they stand before or behind', () => {
    const { notes, root } = read('# one', '# two', 'a = 1 # three', 'b = 2', '# four');
    const [a, b] = [...root.entries.values()].map((entry) => notes.ofEntry(entry));
    assert.deepEqual(a, { before: ['# one', '# two'], behind: ['# three'], atEnd: [] });
    assert.deepEqual(b, { before: [], behind: [], atEnd: [] });
    assert.deepEqual(notes.root.atEnd, ['# four']);
  });

  it('belong to the header they touch, or are nearer to', () => {
    const { notes, valueAt } = read(
      '[a]',
      'x = 1',
      '# still of a',
      '',
      '# a title',
      '',
      '# of b',
      '[b] # too',
      '# inside of b',
    );
    assert.deepEqual(notes.at(valueAt('a').place).atEnd, ['# still of a']);
    assert.deepEqual(notes.at(valueAt('b').place), {
      before: ['# a title', GAP, '# of b'],
      behind: ['# too'],
      atEnd: ['# inside of b'],
    });
    assert.deepEqual(read('[a]', 'x = 1', '# of b', '[b]').notes.root.atEnd, []);
  });

  it('at the end of a file belong to nothing if an empty line is before them', () => {
    const { notes, valueAt } = read('[a]', 'x = 1', '# of a', '', '# [b]', '# y = 1');
    assert.deepEqual(notes.at(valueAt('a').place).atEnd, ['# of a']);
    assert.deepEqual(notes.end, ['# [b]', '# y = 1', GAP]);
  });

  it('belong to the items of arrays and the pairs in braces', () => {
    const { notes, valueAt } = read(
      'a = [ # of one',
      '  1, # of one too',
      '  # of the table',
      '  { x = 1, # of x',
      '    # of y',
      '    y = 2',
      '    # at the end of the table',
      '  },',
      '  # at the end of the array',
      ']',
    );
    assert.deepEqual(notes.at(valueAt('a', 0).place), {
      before: ['# of one'],
      behind: ['# of one too'],
      atEnd: [],
    });
    assert.deepEqual(notes.at(valueAt('a').place).atEnd, ['# at the end of the array']);
    assert.deepEqual(notes.of(valueAt('a', 1)), [
      '# of the table',
      '# of x',
      '# of y',
      '# at the end of the table',
    ]);
  });
});
