import assert from 'node:assert/strict';
import { isZoneName, zoneNames } from './zone-names.ts';
import { zoneOf } from './zone.ts';

const seconds = (time: string) => Date.parse(time + 'Z') / 1000;

describe('a time zone', () => {
  it('turns a moment into what the clocks show, and back', () => {
    const kolkata = zoneOf('Asia/Kolkata');
    assert.equal(kolkata.localOf(seconds('2026-01-01T00:00')), seconds('2026-01-01T05:30'));
    assert.equal(kolkata.momentOf(seconds('2026-01-01T05:30')), seconds('2026-01-01T00:00'));
  });

  it('has no moment for what the clocks skip, and knows what they show next', () => {
    const berlin = zoneOf('Europe/Berlin');
    assert.equal(berlin.momentOf(seconds('2026-03-29T02:30')), undefined);
    assert.equal(berlin.gapEnd(seconds('2026-03-29T02:30')), seconds('2026-03-29T03:00'));
  });

  it('takes the first of two moments', () =>
    assert.equal(
      zoneOf('Europe/Berlin').momentOf(seconds('2026-10-25T02:30')),
      seconds('2026-10-25T00:30'),
    ));

  it('has its last change of clocks in 2099, as Core has it', () => {
    const berlin = zoneOf('Europe/Berlin');
    assert.equal(berlin.localOf(seconds('2099-07-01T00:00')), seconds('2099-07-01T02:00'));
    assert.equal(berlin.localOf(seconds('2100-07-01T00:00')), seconds('2100-07-01T01:00'));
  });

  it('is named in one way only', () => {
    assert.equal(isZoneName('Europe/Berlin'), true);
    assert.equal(isZoneName('US/Eastern'), true);
    for (const name of ['europe/berlin', 'PST', 'Local', ' UTC', 'Europe', '+02:00'])
      assert.equal(isZoneName(name), false, name);
  });

  it('is known to JavaScript under each name Core takes', () => {
    assert.equal(zoneNames.length, 597);
    for (const name of zoneNames) zoneOf(name);
  });
});
