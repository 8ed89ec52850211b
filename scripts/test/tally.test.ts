import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sentence, sum, takeTally } from './tally.ts';

describe('the tally of a test runner', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'komodo-tally-')), 'tally.json');
  const left = (passed: number, failed: number, skipped: number) =>
    writeFileSync(file, JSON.stringify({ passed, failed, skipped }));

  it('is taken as it was left, once', () => {
    left(3, 0, 1);
    assert.deepEqual(takeTally(file, true), { passed: 3, failed: 0, skipped: 1 });
    assert.equal(existsSync(file), false);
  });

  it('is an error when the runner left none', () => {
    assert.throws(() => takeTally(file, true), /before its tests did/);
  });

  it('is an error when nothing ran', () => {
    left(0, 0, 4);
    assert.throws(() => takeTally(file, true), /No test was run/);
  });

  it('has a failure when the runner failed without saying which test did', () => {
    left(3, 0, 0);
    assert.equal(takeTally(file, false).failed, 1);
    left(3, 2, 0);
    assert.equal(takeTally(file, false).failed, 2);
  });

  it('adds up to one sentence', () => {
    const total = sum([
      { passed: 3, failed: 1, skipped: 0 },
      { passed: 4, failed: 0, skipped: 2 },
    ]);
    assert.equal(sentence(total), '7 passed, 1 failed, 2 skipped');
  });
});
