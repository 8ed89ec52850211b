import assert from 'node:assert/strict';
import type { RegexEngine } from '../../komodo/patterns/index.ts';
import { rememberingEngine } from './rememberingEngine.ts';

describe('a remembering engine', () => {
  function start() {
    const asked: string[] = [];
    const engine: RegexEngine = (regex, names) => {
      asked.push(`${regex}: ${names.join(' ')}`);
      if (regex === '(') return { error: 'unclosed group' };
      return { found: names.map((name) => name.includes(regex)) };
    };
    return { asked, engine: rememberingEngine(engine) };
  }

  it('asks for each name once', () => {
    const { asked, engine } = start();
    assert.deepEqual(engine('a', ['ab', 'b']), { found: [true, false] });
    assert.deepEqual(engine('a', ['b', 'ac', 'ab']), { found: [false, true, true] });
    assert.deepEqual(engine('b', ['ab']), { found: [true] });
    assert.deepEqual(asked, ['a: ab b', 'a: ac', 'b: ab']);
  });

  it('remembers what is no regex', () => {
    const { asked, engine } = start();
    assert.deepEqual(engine('(', []), { error: 'unclosed group' });
    assert.deepEqual(engine('(', ['a']), { error: 'unclosed group' });
    assert.deepEqual(asked, ['(: ']);
  });

  it('forgets the oldest in the end', () => {
    const { asked, engine } = start();
    for (let number = 0; number <= 500; number++) engine(`r${number}`, []);
    engine('r500', []);
    assert.equal(asked.length, 501);
    engine('r0', []);
    assert.equal(asked.length, 502);
  });
});
