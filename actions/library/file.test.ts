import assert from 'node:assert/strict';
import path from 'node:path';
import { libraryFile } from './file.ts';

describe('what scripts import', () => {
  const file = (core: string) => path.relative('dist', libraryFile('dist', core));

  it('is the client of the Core', () => {
    assert.equal(file('2.3.2'), 'komodoClient.js');
    assert.equal(file('2.1.0'), 'komodoClient.js');
    assert.equal(file('1.19.5'), 'komodoClient1.js');
    assert.equal(file('10.0.0'), 'komodoClient.js');
  });
});
