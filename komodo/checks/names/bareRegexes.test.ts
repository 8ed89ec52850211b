import assert from 'node:assert/strict';
import { findingsIn, procedureWith, type World } from '../testing/check.ts';

const others = ['web-1', 'web-12', 'db'].map((name) => `[[stack]]\nname = "${name}"\n`);

/** `code: text` of all that is found in a pattern of stacks, written as in apostrophes. */
function found(pattern: string, world: World = { others }) {
  const execution = `{ execution.type = "BatchPullStack", execution.params.pattern = '${pattern}' }`;
  return findingsIn(procedureWith(execution), world);
}
const codes = (pattern: string, world?: World) => found(pattern, world).map(({ code }) => code);

describe('a regex without backslashes around it', () => {
  it('is a wildcard to Core', () => {
    const [bare, ...more] = found('db, ^web-.*$');
    assert.deepEqual(more, []);
    assert.equal(bare?.code, 'bare-regex');
    assert.equal(bare.class, 'surprising');
    assert.equal(bare.text, '^web-.*$');
    assert.equal(
      bare.message,
      'Core takes `^web-.*$` for a wildcard, in which nothing but `*` and `?` is special. A regex stands between two `\\`.',
    );
    assert.match(bare.mended[0]!, /pattern = 'db, \\\^web-\.\*\$\\' }/);
  });

  it('is known by what it would pick', () => {
    assert.deepEqual(codes('web-.+'), ['bare-regex']);
    assert.deepEqual(codes('(web-1|db)'), ['bare-regex']);
    assert.deepEqual(codes('api-.+'), ['pattern-without-match']);
  });

  it('is known where no names are', () => {
    assert.deepEqual(codes('^web-', {}), ['bare-regex']);
    assert.deepEqual(codes('web-.*', {}), []);
  });

  it('may be none of the regexes that Core knows', () => {
    const [ahead] = found('^(?!web-1$).*');
    assert.match(ahead!.message, /As a regex Core would refuse it, too: there is no look-ahead/);
    assert.match(ahead!.mended[0]!, /pattern = 'db, web-12'/);
    const [open] = found('^(web');
    assert.match(open!.message, /As a regex Core would refuse it, too\.$/);
    assert.deepEqual(open!.mends, []);
  });

  it('is refused where it has an escape that no wildcard has', () => {
    const [refused, ...more] = found('web-\\d+');
    assert.deepEqual(more, []);
    assert.equal(refused?.code, 'bare-regex');
    assert.equal(refused.class, 'fails');
    assert.match(refused.message, /refuses it when it runs: .*invalid escape sequence\. A regex/);
    assert.match(refused.mended[0]!, /'\\web-\\d\+\\'/);
  });

  it('may lack one of the backslashes', () => {
    assert.match(found('\\^web-.+$')[0]!.mended[0]!, /'\\\^web-\.\+\$\\'/);
    assert.match(found('^web-.+$\\')[0]!.mended[0]!, /'\\\^web-\.\+\$\\'/);
  });

  it('is not what a wildcard is that picks something', () => {
    const dotted = { others: ['[[stack]]\nname = "a.b"\n'] };
    assert.deepEqual(codes('a.*', dotted), []);
    assert.deepEqual(codes('web-*'), []);
  });
});
