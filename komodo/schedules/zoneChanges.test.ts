import assert from 'node:assert/strict';
import { zoneOf } from './zone.ts';
import { zoneChanges } from './zoneChanges.ts';

function changes(zone: string, year: number): string[] {
  const [from, to] = [year, year + 1].map((each) => Date.UTC(each, 0, 1) / 1000);
  const written = (time: number) => new Date(time * 1000).toISOString().slice(0, 16);
  return zoneChanges(zoneOf(zone), from!, to!).map(
    ({ kind, start, end, moment }) =>
      `${written(moment)}Z ${kind} ${written(start)} ${written(end).slice(11)}`,
  );
}

describe('changes of clocks', () => {
  it('are found to the second, with the local times that they skip and repeat', () => {
    assert.deepEqual(changes('Europe/Berlin', 2026), [
      '2026-03-29T01:00Z skipped 2026-03-29T02:00 03:00',
      '2026-10-25T01:00Z repeated 2026-10-25T02:00 03:00',
    ]);
    assert.deepEqual(changes('Australia/Lord_Howe', 2026), [
      '2026-04-04T15:00Z repeated 2026-04-05T01:30 02:00',
      '2026-10-03T15:30Z skipped 2026-10-04T02:00 02:30',
    ]);
  });

  it('can be near to each other, and at midnight', () => {
    assert.equal(changes('Africa/Casablanca', 2026).length, 2);
    assert.equal(
      changes('Africa/Cairo', 2026)[0],
      '2026-04-23T22:00Z skipped 2026-04-24T00:00 01:00',
    );
  });

  it('are none where clocks stay as they are', () =>
    assert.deepEqual(changes('Asia/Tokyo', 2026), []));
});
