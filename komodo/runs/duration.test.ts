import assert from 'node:assert/strict';
import { clockText, durationText } from './duration.ts';

describe('duration', () => {
  it('says tenths of short ones, minutes and hours of long ones', () => {
    assert.deepEqual([0, 340, 9949, 9950, 41_700, 3_723_000].map(durationText), [
      '0.0 s',
      '0.3 s',
      '9.9 s',
      '00:09',
      '00:41',
      '1:02:03',
    ]);
  });

  it('keeps its width while time goes by', () => {
    assert.deepEqual([-5, 900, 61_000, 36_000_000].map(clockText), [
      '00:00',
      '00:00',
      '01:01',
      '10:00:00',
    ]);
  });
});
