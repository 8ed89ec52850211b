import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

describe('the codes of diagnostics', () => {
  it('have a page each, and stand in the index and the settings', async () => {
    const { codesWithoutPage, generated } = await import('./docs.mts');
    assert.deepEqual(codesWithoutPage(), []);
    for (const [file, text] of await generated())
      assert.equal(readFileSync(file, 'utf8'), text, `${file}: npm run docs`);
  });
});
