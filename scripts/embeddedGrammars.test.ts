import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

describe('the grammars of what stands in strings', () => {
  it('are those that scripts/embeddedGrammars.mts writes', async () => {
    const { embeddedGrammars } = await import('./embeddedGrammars.mts');
    const grammars = Object.entries(await embeddedGrammars());
    assert.ok(grammars.length > 0);
    for (const [file, text] of grammars) {
      assert.equal(readFileSync(path.join(__dirname, '..', file), 'utf8'), text, file);
    }
  });
});
