import assert from 'node:assert/strict';
import { isExactVersion } from './exactVersion.ts';

describe('a version that a file is called like', () => {
  it('is a version and nothing else', () => {
    for (const version of ['2.3.2', 'v1.18.4', '2.4.0-dev-1', '2.4.0+a.b'])
      assert.ok(isExactVersion(version), version);
    for (const text of ['', '..', '.', '2', '2.3.2/..', '2.3.2\\..', '../2.3.2', '2.3.2\n', 'next'])
      assert.ok(!isExactVersion(text), text);
  });
});
