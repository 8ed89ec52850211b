import assert from 'node:assert/strict';
import { allBut } from './allBut.ts';

const left = (regex: string) => {
  const isMeant = allBut(regex);
  return isMeant && ['web', 'web-1', 'db'].filter(isMeant);
};

describe('a regex that leaves names out', () => {
  it('leaves one name out, or all that begin so', () => {
    assert.deepEqual(left('^(?!web$).*'), ['web-1', 'db']);
    assert.deepEqual(left('^(?!web).*$'), ['db']);
    assert.deepEqual(left('^(?!db$).+$'), ['web', 'web-1']);
  });

  it('is what JavaScript takes it for', () => {
    for (const regex of ['^(?!web$).*', '^(?!web).*$', '^(?!db$).+$'])
      assert.deepEqual(
        left(regex),
        ['web', 'web-1', 'db'].filter((name) => new RegExp(regex).test(name)),
      );
  });

  it('is not understood where it says more', () => {
    for (const regex of ['(?!web$).*', '^(?!web|db).*', '^(?=web).*', '^web.*', '^(?!we.).*'])
      assert.equal(allBut(regex), undefined);
  });
});
