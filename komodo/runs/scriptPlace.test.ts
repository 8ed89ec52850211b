import assert from 'node:assert/strict';
import { placesInLog } from './scriptPlace.ts';

describe('a place in a script', () => {
  it('is named by the log of its run', () => {
    const text = '    at inner (file:///action-cache/AvDPg1HIE9.ts:30:9)';
    const [place, ...others] = placesInLog(text);
    assert.deepEqual(others, []);
    assert.deepEqual(place, { start: 14, end: 53, line: 30, column: 9 });
    assert.equal(text.slice(place.start, place.end), 'file:///action-cache/AvDPg1HIE9.ts:30:9');
  });

  it('is none in another file', () => {
    assert.deepEqual(placesInLog('at http://localhost:9120/client/lib.js:30:9'), []);
    assert.deepEqual(placesInLog('at file:///opt/scripts/run.ts:30:9'), []);
  });
});
