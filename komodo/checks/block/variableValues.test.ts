import assert from 'node:assert/strict';
import { findingsIn, type World } from '../testing/check.ts';

const variable = (value: string) => `[[variable]]\nname = "A"\nvalue = ${value} # a\n`;
const found = (value: string, world?: World) =>
  findingsIn(variable(value), world, 'variable-value');

describe('the value of a Variable', () => {
  it('has no line break', () => {
    const [finding] = found('"""\na\nb\n"""');
    assert.equal(finding?.class, 'fails');
    assert.equal(finding.message, 'Core refuses a line break in the value of a Variable.');
    assert.deepEqual(finding.mended, []);
    assert.match(found('"a\\tb"')[0]!.message, /refuses a tab/);
    assert.match(found('"a\\u0007b"')[0]!.message, /refuses a control character/);
  });

  it('that has one at its end alone can be written without', () => {
    assert.deepEqual(found('"""\na b\n"""')[0]?.mended, [variable('"a b"')]);
    assert.deepEqual(found('"""\na\\b\n"""')[0]?.mended, [variable("'a\\b'")]);
  });

  it('is not too long', () => {
    assert.deepEqual(found(`"${'a'.repeat(10_000)}"`), []);
    assert.match(found(`"${'ä'.repeat(5_001)}"`)[0]!.message, /longer than 10000 bytes/);
  });

  it('could be anything before 2.0', () => {
    assert.deepEqual(found('"""\na\nb\n"""', { version: '1.19.5' }), []);
  });
});
