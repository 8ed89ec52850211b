import assert from 'node:assert/strict';
import { findingsIn } from '../testing/check.ts';

const server = (window: string) =>
  `[[server]]\nname = "s"\n[server.config]\nmaintenance_windows = [\n  { name = "w", ${window} },\n]\n`;

/** What is said of a window, each with the text that it points at. */
const said = (window: string) =>
  findingsIn(server(window), {}, 'maintenance-window').map(
    ({ text, message }) => `${text}: ${message}`,
  );

const mended = (window: string) =>
  findingsIn(server(window), {}, 'maintenance-window').flatMap((finding) => finding.mended);

const night = 'hour = 2, minute = 30, duration_minutes = 60';

describe('a window of maintenance', () => {
  it('that Core opens as it says is left alone', () => {
    for (const window of [
      night,
      `schedule_type = "Weekly", day_of_week = "sunday", ${night}`,
      `schedule_type = "Weekly", day_of_week = "Thurs", timezone = "Europe/Berlin", ${night}`,
      `schedule_type = "OneTime", date = "2027-01-31", ${night}`,
      // It goes on after midnight each day.
      'hour = 23, duration_minutes = 120',
      'schedule_type = "Weekly", day_of_week = "sun", hour = 23, duration_minutes = 60',
      'hour = 99, duration_minutes = 0, enabled = false',
    ])
      assert.deepEqual(said(window), [], window);
  });

  it('on a day in words that Core has not is on Mondays', () => {
    const sunday = `schedule_type = "Weekly", day_of_week = "Sunday", ${night}`;
    assert.deepEqual(said(sunday), [
      '"Sunday": Core has no day `Sunday` and takes Monday for it. Write `sunday`.',
    ]);
    assert.deepEqual(mended(sunday), [server(sunday.replace('Sunday', 'sunday'))]);
    assert.deepEqual(said(sunday.replace('Sunday', 'Thu')), [
      '"Thu": Core has no day `Thu` and takes Monday for it. Write `thursday`.',
    ]);
    assert.deepEqual(said(sunday.replace('Sunday', 'every day')), [
      '"every day": Core has no day `every day` and takes Monday for it.',
    ]);
    // This is not known either, and right all the same.
    assert.deepEqual(said(sunday.replace('Sunday', 'Monday')), []);
  });

  it('for one time needs a date', () => {
    const message = 'Core never opens this window: it needs a day as `date = "2027-01-31"`.';
    assert.deepEqual(said(`schedule_type = "OneTime", ${night}`), [`"OneTime": ${message}`]);
    for (const date of ['31.01.2027', '2027-02-30', ''])
      assert.deepEqual(said(`schedule_type = "OneTime", date = "${date}", ${night}`), [
        `"${date}": ${message}`,
      ]);
  });

  it('begins at midnight where there is no such time', () => {
    assert.deepEqual(said('hour = 24, duration_minutes = 60'), [
      '24: There is no hour 24: Core takes midnight for the beginning.',
    ]);
    assert.deepEqual(said('hour = 2, minute = 60, duration_minutes = 60'), [
      '60: There is no minute 60: Core takes midnight for the beginning.',
    ]);
  });

  it('of a day is none', () => {
    assert.deepEqual(said('duration_minutes = 0'), ['0: This window is over when it begins.']);
    assert.deepEqual(said('duration_minutes = 1440'), [
      '1440: Core leaves whole days out: this window is over when it begins. It can be 1439 minutes long.',
    ]);
    assert.deepEqual(said('duration_minutes = 1500'), [
      '1500: Core leaves whole days out: this window is open for 60 minutes. It can be 1439 minutes long.',
    ]);
    assert.deepEqual(mended('duration_minutes = 1440'), [server('duration_minutes = 1439')]);
  });

  it('of one day does not go on into the next', () => {
    const late = 'hour = 23, minute = 30, duration_minutes = 90';
    assert.deepEqual(said(`schedule_type = "Weekly", day_of_week = "sun", ${late}`), [
      '90: What lies behind midnight Core counts to the same day: the window is open from 00:00 to 01:00 before it begins. Make two windows of it.',
    ]);
  });

  it('in a zone that there is not is never open', () => {
    const zoned = `timezone = "Europe/Berln", ${night}`;
    assert.deepEqual(said(zoned), [
      '"Europe/Berln": Core knows no time zone `Europe/Berln` and never opens this window. Write `Europe/Berlin`.',
    ]);
    assert.deepEqual(mended(zoned), [server(zoned.replace('Berln', 'Berlin'))]);
  });

  it('is looked at in alerters and swarms, too', () => {
    for (const kind of ['alerter', 'swarm'])
      assert.deepEqual(
        findingsIn(
          `[[${kind}]]\nname = "a"\n[[${kind}.config.maintenance_windows]]\nname = "w"\nduration_minutes = 0\n`,
        ).map(({ code }) => code),
        ['maintenance-window'],
      );
  });
});
