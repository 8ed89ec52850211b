import assert from 'node:assert/strict';
import { matchPattern, problemText, readPattern } from './pattern.ts';
import type { PatternMode } from './pattern.ts';
import { engine } from './testing/engine.ts';

const names = ['foo-api', 'bar-web', 'foo-web', 'a*b', 'é'];
const match = (text: string, mode: PatternMode = 'batch') =>
  matchPattern(readPattern(text, mode), names, engine);

describe('a pattern', () => {
  it('picks what any item picks, in the order of the names', () =>
    assert.deepEqual(match('foo-* , \\^bar-.*$\\').names, ['foo-api', 'bar-web', 'foo-web']));

  it('says what each item picks', () =>
    assert.deepEqual(
      match('*-web, foo-*').items.map((item) => item.names),
      [
        ['bar-web', 'foo-web'],
        ['foo-api', 'foo-web'],
      ],
    ));

  it('counts bytes: ? does not stand for é', () => {
    assert.deepEqual(match('?').names, []);
    assert.deepEqual(match('??').names, ['é']);
  });

  it('stops at the first bad item, as Core does, and still judges the others', () => {
    const matches = match('foo-*, \\(\\, a\\b');
    assert.deepEqual(matches.names, []);
    assert.equal(
      problemText(matches.problem!),
      'Regex matching string invalid: regex parse error:\n    (\n    ^\nerror: unclosed group',
    );
    assert.deepEqual(
      matches.items.map((item) => item.problem && problemText(item.problem).split(':')[0]),
      [undefined, 'Regex matching string invalid', 'Wildcard matching string invalid'],
    );
  });

  it('panics at a lone backslash, as Core does', () =>
    assert.deepEqual(match('a, \\').problem, {
      kind: 'panic',
      message: 'begin > end (1 > 0) when slicing `\\`',
    }));

  it('knows the one name an item without wildcards can pick', () =>
    assert.deepEqual(
      readPattern('db, a\\*b, db?, \\db\\', 'batch').items.map((item) => item.onlyName),
      ['db', 'a*b', undefined, undefined],
    ));

  it('is one item where it is the target of a permission', () => {
    assert.deepEqual(match('foo-api, bar-web', 'group').names, []);
    assert.deepEqual(match('', 'group'), { items: [], names: [] });
    assert.equal(problemText(match('\\(\\', 'group').problem!).split(':')[0], 'invalid regex. got');
  });
});

describe('the regex engine', () => {
  it('goes on after regexes that are too big, however many', () => {
    for (let time = 0; time < 8; time++)
      assert.deepEqual(engine('a{1000}{1000}', names), {
        error: 'Compiled regex exceeds size limit of 10485760 bytes.',
      });
    assert.deepEqual(engine('^foo', names), { found: [true, false, true, false, false] });
  });

  it('reads and finds any text', () =>
    assert.deepEqual(engine('^🦎é\\x{1F98E}$', ['🦎é🦎', '', 'é']), {
      found: [true, false, false],
    }));
});
