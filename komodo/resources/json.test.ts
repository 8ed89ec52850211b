import assert from 'node:assert/strict';
import { type Json, jsonText } from './index.ts';

describe('JSON as Core writes it', () => {
  it('tells integers from floats and keeps the order of names', () => {
    const value: Json = new Map<string, Json>([
      ['b', 1n],
      ['10', 1],
      ['9', [null, true, 'a"\u2028', NaN, 2n ** 63n]],
    ]);
    assert.equal(
      jsonText(value),
      '{"b":1,"10":1.0,"9":[null,true,"a\\"\u2028",null,9223372036854775808]}',
    );
  });
});
