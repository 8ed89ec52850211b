import assert from 'node:assert/strict';
import { Circles } from './circles.ts';

const circles = (links: Record<string, string>) => new Circles((name) => links[name] ?? '');

describe('circles', () => {
  it('are all names that lead to each other', () => {
    const found = circles({ a: 'b', b: 'cx', c: 'ad', d: 'e', e: 'd', x: '' });
    assert.deepEqual([...found.circleOf('a')!].sort(), ['a', 'b', 'c']);
    assert.deepEqual([...found.circleOf('e')!].sort(), ['d', 'e']);
    assert.equal(found.circleOf('x'), undefined);
    assert.equal(found.circleOf('nobody'), undefined);
  });

  it('are found from outside of them, too', () => {
    const found = circles({ start: 'a', a: 'b', b: 'a' });
    assert.equal(found.circleOf('start'), undefined);
    assert.equal(found.circleOf('b')!.size, 2);
  });

  it('are not what leads to itself alone', () =>
    assert.equal(circles({ a: 'a' }).circleOf('a'), undefined));

  it('have a shortest way', () => {
    const found = circles({ a: 'bc', b: 'd', c: 'e', d: 'e', e: 'a' });
    assert.deepEqual(found.way('a', 'e'), ['a', 'c', 'e']);
    assert.deepEqual(found.way('e', 'd'), ['e', 'a', 'b', 'd']);
  });

  it('can be long', () => {
    const found = new Circles((name) => [String((Number(name) + 1) % 20_000)]);
    assert.equal(found.circleOf('7')?.size, 20_000);
    assert.equal(found.way('7', '6').length, 20_000);
  });

  it('are the same as those found by asking everybody', () => {
    let seed = 5;
    const random = (below: number) => (seed = (seed * 1103515245 + 12345) % 2 ** 31) % below;
    for (let time = 0; time < 200; time++) {
      const names = Array.from('abcdefg');
      const links = Object.fromEntries(
        names.map((name) => [name, names.filter(() => random(5) === 0).join('')]),
      );
      const found = circles(links);
      const reach = (from: string, seen = new Set<string>()): Set<string> => {
        for (const next of links[from]!) if (!seen.has(next)) reach(next, seen.add(next));
        return seen;
      };
      for (const name of names) {
        const circle = names.filter((other) => reach(name).has(other) && reach(other).has(name));
        const expected = circle.length > 1 ? circle.join('') : undefined;
        assert.equal(found.circleOf(name) && [...found.circleOf(name)!].sort().join(''), expected);
      }
    }
  });
});
