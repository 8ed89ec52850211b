import assert from 'node:assert/strict';
import { findingsIn } from '../testing/check.ts';

const found = (path: string) => findingsIn('[[stack]]\nname = "a"\n', { path }, 'skipped-file');

describe('a file', () => {
  it('whose name ends in capitals is not read', () => {
    const [finding] = found('komodo/STACKS.TOML');
    assert.equal(finding?.class, 'ignored');
    assert.equal(
      finding.message,
      'Core does not read this file: its name must end in `.toml`, and not in `.TOML`.',
    );
    assert.match(found('komodo/.toml')[0]!.message, /a name without an ending/);
  });

  it('is read, or not meant to be', () => {
    assert.deepEqual(found('stacks.toml'), []);
    assert.deepEqual(found('stacks.toml.example'), []);
  });
});
