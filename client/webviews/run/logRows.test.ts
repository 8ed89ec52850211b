import assert from 'node:assert/strict';
import type { LogLine } from '../../../protocol/runPanel.ts';
import { addRows, findRows, piecesOf, startRows, windowOf } from './logRows.ts';

const line = (run: string, text: string, stream: LogLine['stream'] = 'out'): LogLine => ({
  run,
  stream,
  segments: [{ text }],
});

const lines = [
  line('a', 'Execute procedure', 'stage'),
  line('a', 'one'),
  line('b', 'Compose Up', 'stage'),
  line('b', 'Started web'),
  line('a', 'two'),
];

describe('the rows of the log', () => {
  it('names the run where runs take turns, but not twice above a heading', () => {
    const log = startRows();
    addRows(log, lines);
    assert.deepEqual(log.rows, [
      { line: 0 },
      { line: 1 },
      { line: 2 },
      { line: 3 },
      { turn: 'a' },
      { line: 4 },
    ]);
  });

  it('grows by what is new', () => {
    const log = startRows(new Set(['a']));
    addRows(log, lines.slice(0, 3));
    addRows(log, lines);
    assert.deepEqual(log.rows, [{ line: 0 }, { line: 1 }, { line: 4 }]);
  });

  it('finds words in whatever case', () => {
    const log = startRows(new Set(['b']));
    addRows(log, lines);
    assert.deepEqual(findRows(log, lines, 'WEB'), [1]);
    assert.deepEqual(findRows(log, lines, ''), []);
  });

  it('marks what is found across styles', () => {
    const styled: LogLine = {
      run: 'a',
      stream: 'out',
      segments: [{ text: 'is alre' }, { text: 'ady on', bold: true }],
    };
    const pieces = piecesOf(styled, 'already').map(({ text, found }) =>
      found ? `[${text}]` : text,
    );
    assert.deepEqual(pieces, ['is ', '[alre]', '[ady]', ' on']);
    assert.equal(piecesOf(styled, '').length, 2);
    assert.equal(piecesOf(line('a', 'aXaXa'), 'x').filter(({ found }) => found).length, 2);
  });

  it('tells the places in a script that a line names', () => {
    const named = line('a', '  at main (file:///action-cache/AvDPg1HIE9.ts:30:9)', 'err');
    const pieces = piecesOf(named, 'cache').map(({ text, place, found }) => [
      found ? `[${text}]` : text,
      place?.line,
    ]);
    assert.deepEqual(pieces, [
      ['  at main (', undefined],
      ['file:///action-', 30],
      ['[cache]', 30],
      ['/AvDPg1HIE9.ts:30:9', 30],
      [')', undefined],
    ]);
  });

  it('keeps few rows in the page, whatever the length', () => {
    assert.deepEqual(windowOf(0, 180, 18, 100_000), { from: 0, to: 22 });
    assert.deepEqual(windowOf(18 * 5000, 180, 18, 100_000), { from: 4988, to: 5022 });
    assert.deepEqual(windowOf(0, 180, 18, 3), { from: 0, to: 3 });
  });
});
