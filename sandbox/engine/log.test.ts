import assert from 'node:assert/strict';
import { durationText, errorText } from './log.ts';

describe('durations as Rust shows them', () => {
  for (const [nanos, text] of [
    [0n, '0ns'],
    [999n, '999ns'],
    [131_015n, '131.015µs'],
    [300_000_000n, '300ms'],
    [364_408_962n, '364.408962ms'],
    [5_282_372_243n, '5.282372243s'],
    [61_500_000_000n, '61.5s'],
  ] as const) {
    it(text, () => assert.equal(durationText(nanos), text));
  }
});

describe('errors as Core shows them', () => {
  it('has no trace without causes', () => {
    assert.equal(
      errorText(['Resource is busy']),
      '<span style="color: var(--mantine-color-red-6)">ERROR</span>: Resource is busy',
    );
  });

  it('numbers the causes', () => {
    assert.equal(
      errorText(['a', 'b', 'c']).replace(/<[^>]*>/g, ''),
      'ERROR: a\n\nTRACE:\n\t1: b\n\t2: c',
    );
  });
});
