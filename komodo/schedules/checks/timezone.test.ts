import assert from 'node:assert/strict';
import { fixes, found, lines } from './testing/found.ts';
import { zonesMeant } from './timezone.ts';

const daily = 'Every day at 03:00';

describe('a time zone', () => {
  it('that Core does not know is never run', () => {
    assert.deepEqual(lines(daily, { timezone: 'europe/berlin' }), [
      'fails schedule-unknown-timezone: Core knows no time zone `europe/berlin` and never runs this: Failed to parse timezone. Write `Europe/Berlin`.',
    ]);
    assert.equal(found(daily, { timezone: 'x' })[0]!.part, 'timezone');
    assert.match(
      lines(daily, { timezone: 'x' })[0]!,
      /Write a name of IANA, such as `Europe\/Berlin`\.$/,
    );
    assert.deepEqual(fixes(daily, { timezone: 'Local' }), [
      'Leave it empty: Core goes by its own time zone',
    ]);
  });

  it('is guessed', () => {
    assert.deepEqual(zonesMeant('berlin'), ['Europe/Berlin']);
    assert.deepEqual(zonesMeant('America/New York'), ['America/New_York']);
    assert.deepEqual(zonesMeant('PST'), ['America/Los_Angeles']);
    // In IANA's names the sign is the other way round.
    assert.deepEqual(zonesMeant('UTC+2'), ['Etc/GMT-2']);
    assert.deepEqual(zonesMeant('-05:00'), ['Etc/GMT+5']);
    assert.deepEqual(zonesMeant('nowhere'), []);
  });

  it('does not count without a schedule', () =>
    assert.deepEqual(lines('', { timezone: 'nowhere' }), []));

  it('is told beside what is wrong with the schedule', () =>
    assert.deepEqual(
      found('every monday', { timezone: 'nowhere' }).map(({ code }) => code),
      ['schedule-other-meaning', 'schedule-unknown-timezone'],
    ));

  it('in the text of a schedule is passed over', () => {
    assert.deepEqual(lines('every day at 3:00 UTC', { timezone: 'Asia/Tokyo' }), [
      'surprising schedule-zone-in-text: Core passes over “UTC” and goes by Asia/Tokyo. A time zone belongs into `schedule_timezone`. @ UTC',
    ]);
    assert.deepEqual(found('every day at 3:00 PST')[0]!.fixes, [
      { title: 'Set the time zone to `America/Los_Angeles`', timezone: 'America/Los_Angeles' },
    ]);
    assert.deepEqual(lines('every day at 3:00 Asia/Tokyo', { coreTimezone: 'Asia/Tokyo' }), []);
    assert.deepEqual(lines('every day at 3:00 GMT', { timezone: 'Etc/UTC' }), []);
  });
});
