import assert from 'node:assert/strict';
import { Random } from '../../scripts/fuzz/random.mts';
import { asRegex, asWildcard } from './convert.ts';
import { matchPattern, readPattern } from './pattern.ts';
import { engine } from './testing/engine.ts';

const itemOf = (text: string) => readPattern(text, 'batch').items[0]!;

describe('an item of a pattern', () => {
  it('that is a wildcard is a regex too', () => {
    assert.equal(asRegex(itemOf('web-*')), '\\^web-.*$\\');
    assert.equal(asRegex(itemOf('db?.prod')), '\\^db.\\.prod$\\');
    assert.equal(asRegex(itemOf('a\\*b')), '\\^a\\*b$\\');
    assert.equal(asRegex(itemOf('*')), '\\^.*$\\');
    assert.equal(asRegex(itemOf('a\\b')), undefined);
    assert.equal(asRegex(itemOf('\\^a$\\')), undefined);
  });

  it('that is a simple regex is a wildcard too', () => {
    assert.equal(asWildcard(itemOf('\\^web-.*$\\')), 'web-*');
    assert.equal(asWildcard(itemOf('\\web\\')), '*web*');
    assert.equal(asWildcard(itemOf('\\^a\\.b.+\\')), 'a.b?*');
    assert.equal(asWildcard(itemOf('\\\\')), '*');
    for (const other of [
      '\\^a|b$\\',
      '\\\\d\\',
      '\\^a*$\\',
      '\\a{2}\\',
      '\\^[ab]$\\',
      '\\\\bweb\\',
    ]) {
      assert.equal(asWildcard(itemOf(other)), undefined, other);
    }
    assert.equal(asWildcard(itemOf('web-*')), undefined);
  });

  it('picks the same names whichever it is', () => {
    const random = new Random(11);
    const signs = 'a b . - _ + $ ( [ ^ | { # ~ & /'.split(' ');
    const names = Array.from({ length: 60 }, () => random.several(signs, 5)).filter(
      (name) => name !== '',
    );
    const picked = (text: string) => matchPattern(readPattern(text, 'batch'), names, engine).names;
    let count = 0;
    for (let round = 0; round < 400; round++) {
      const wildcard = random.several([...signs, '*', '?', '\\*', '\\?', '\\\\'], 6);
      const regex = `\\${random.several([...signs, '^', '$', '.*', '.+', '\\.', '\\$', '\\\\'], 6)}\\`;
      for (const [text, convert] of [
        [wildcard, asRegex],
        [regex, asWildcard],
      ] as const) {
        const [item, ...others] = readPattern(text, 'batch').items;
        const other = item && others.length === 0 ? convert(item) : undefined;
        if (other === undefined || item!.text !== text) continue;
        assert.deepEqual(picked(other), picked(text), `${text} ${other}`);
        count++;
      }
    }
    assert.ok(count > 100, String(count));
  });
});
