import assert from 'node:assert/strict';
import { coreWith, findingsIn, procedureWith, type World } from './testing/check.ts';

function advice(type: string, world: World): string | undefined {
  const text = procedureWith(`{ execution.type = "${type}", execution.params = {} }`);
  const [finding, ...others] = findingsIn(text, world, 'unknown-variant');
  assert.deepEqual(others, []);
  return finding?.advice;
}

describe('a word of another version', () => {
  it('is said to need it', () => {
    assert.equal(
      advice('CancelProcedure', { version: '2.1.2' }),
      '`CancelProcedure` needs Core 2.3.0; this file is checked for 2.1.2.',
    );
    const core = coreWith({}, { version: '2.1.2' });
    assert.equal(
      advice('CancelProcedure', { version: '2.1.2', core }),
      '`CancelProcedure` needs Core 2.3.0; komodo.lan runs 2.1.2.',
    );
  });

  it('is no slip of the finger', () => {
    const text = procedureWith('{ execution.type = "CancelAction", execution.params = {} }');
    const [finding] = findingsIn(text, { version: '2.2.0' }, 'unknown-variant');
    assert.equal(finding?.data?.suggestions, undefined);
  });

  it('is none that no version knows', () =>
    assert.equal(advice('CancelEverything', { version: '2.1.2' }), undefined));
});
