import assert from 'node:assert/strict';
import { conflictsIn, dataOf, edit, parse, spanOf } from './index.ts';
import { problemsOf, valueOf } from './testing/read.ts';

const text = (...lines: string[]): string => lines.join('\n');
const conflict =
  'merge conflict: keep one side or both, and take out the lines of <<<<<<<, ======= and >>>>>>>';

/** The conflicts that a string of several lines holds. */
function inText(source: string): string[] {
  const document = parse(source);
  return dataOf(document).conflictsInText.map((place) => {
    const { start, end } = spanOf(document, place);
    return source.slice(start, end);
  });
}

describe('a merge conflict', () => {
  it('has two sides with their names', () => {
    const source =
      'a = 1\r\n<<<<<<< HEAD\r\nb = 2\r\n=======\r\nb = 3\r\n>>>>>>> main\r\nc = 4\r\n';
    const sides = conflictsIn(source).map(({ ours, theirs }) =>
      [ours, theirs].map(({ label, start, end }) => [label, source.slice(start, end)]),
    );
    assert.deepEqual(sides, [
      [
        ['HEAD', 'b = 2\r\n'],
        ['main', 'b = 3\r\n'],
      ],
    ]);
  });

  it('may say what stood there before both of them', () => {
    const source = text('<<<<<<< a', 'x', '||||||| 123abc', 'y', '=======', 'z', '>>>>>>> b');
    const [{ ours, theirs }] = conflictsIn(source) as [ReturnType<typeof conflictsIn>[0]];
    assert.equal(source.slice(ours.start, ours.end), 'x\n');
    assert.equal(source.slice(theirs.start, theirs.end), 'z\n');
  });

  it('is one problem, whatever stands twice in it', () => {
    const lines = [
      '<<<<<<< HEAD',
      'b = 2',
      '[t]',
      '=======',
      'b = "3',
      'b = 4',
      '[t]',
      '>>>>>>> x',
    ];
    const source = text('b = 1', ...lines, 'c = 5');
    assert.deepEqual(problemsOf(source), [`2: ${text(...lines)}: ${conflict}`]);
    assert.deepEqual(valueOf(source), { b: 1, t: { b: '3', c: 5 } });
  });

  it('is one problem in an array or inline table', () => {
    const lines = ['<<<<<<< HEAD', '  1', '=======', '  2', '>>>>>>> x'];
    const array = text('a = [', '  0,', ...lines, ']', 'b = 1');
    assert.deepEqual(problemsOf(array), [`3: ${text(...lines)}: ${conflict}`]);
    assert.deepEqual(valueOf(array), { a: [0, 1, 2], b: 1 });
    const table = text('a = {', '<<<<<<< HEAD', '  b = 1', '=======', '  b = 2', '>>>>>>> x', '}');
    assert.equal(problemsOf(table).length, 1);
    assert.deepEqual(valueOf(table), { a: { b: 1 } });
  });

  it('makes no problem of what comes after it', () => {
    const lines = ['<<<<<<< HEAD', 'a = 1', '=======', '[t]', '>>>>>>> x'];
    assert.equal(problemsOf(text(...lines, 'a = 2', '[t]')).length, 1);
  });

  it('may begin or end in a text that only one side closes', () => {
    const lines = ['<<<<<<< HEAD', '1', '"""', 'b = 2', '=======', '"""', 'b = 3', '>>>>>>> x'];
    assert.deepEqual(problemsOf(text('a = """', ...lines, 'c = 4')), [
      `2: ${text(...lines)}: ${conflict}`,
    ]);
  });

  it('is no problem to TOML inside of a text, and told apart', () => {
    const lines = text('<<<<<<< HEAD', 'A=1', '=======', 'A=2', '>>>>>>> x');
    const source = text('a = """', lines, '"""');
    assert.deepEqual(problemsOf(source), []);
    assert.deepEqual(inText(source), [lines]);
    assert.deepEqual(inText(text('<<<<<<< HEAD', 'a = 1', '=======', '>>>>>>> x')), []);
  });

  it('that is half mended leaves a problem for each of its lines', () => {
    assert.deepEqual(problemsOf(text('a = 1', '=======', 'a = 2', '>>>>>>> x')), [
      '2: =======: a merge conflict has left this line here: take it out',
      '3: a: duplicate key',
      '4: >>>>>>> x: a merge conflict has left this line here: take it out',
    ]);
  });

  it('is gone as soon as its lines are', () => {
    const source = text('a = 1', '<<<<<<< HEAD', '[b]', '=======', '[c]', '>>>>>>> x', 'd = 1');
    let document = parse(source);
    for (const line of ['<<<<<<< HEAD\n', '=======\n', '>>>>>>> x\n']) {
      const start = document.text.indexOf(line);
      document = edit(document, start, start + line.length, '');
      assert.deepEqual(document, parse(document.text));
    }
    assert.deepEqual(dataOf(document).problems, []);
  });

  it('needs lines of git as git writes them', () => {
    for (const source of ['<<<<<<<< a\n=======\n>>>>>>> b', ' <<<<<<< a\n=======\n>>>>>>> b']) {
      assert.deepEqual(conflictsIn(source), []);
    }
    assert.deepEqual(conflictsIn('>>>>>>> b\n=======\n<<<<<<< a'), []);
  });
});
