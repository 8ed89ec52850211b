import assert from 'node:assert/strict';
import { coreWith, findingsIn, type World } from '../testing/check.ts';

const procedure = (...lines: readonly string[]) =>
  ['[[procedure]]', 'name = "a"', '[procedure.config]', ...lines, ''].join('\n');

/** What is found of schedules in a file. */
const schedulesIn = (text: string, world: World = {}) =>
  findingsIn(text, world).filter(({ code }) => code.startsWith('schedule-'));

/** The findings on a schedule with these lines in its config: code, class and the text they point at. */
function found(lines: readonly string[], world: World = {}) {
  return schedulesIn(procedure(...lines), world).map(({ code, class: of, text }) => [
    code,
    of,
    text,
  ]);
}

/** The file after the first mend of the only finding. */
function mended(text: string): string | undefined {
  const [finding, ...others] = schedulesIn(text);
  assert.deepEqual(others, []);
  return finding?.mended[0];
}

describe('the schedule of a Procedure or Action', () => {
  it('is looked at where it stands, with its format, zone and switch', () => {
    assert.deepEqual(found(['schedule = "every day at 3"']), [
      ['schedule-other-meaning', 'surprising', 'at 3'],
    ]);
    assert.deepEqual(found(['schedule = "0 3 * * *"', 'schedule_format = "Cron"']), [
      ['schedule-five-fields', 'fails', '"0 3 * * *"'],
    ]);
    assert.deepEqual(found(['schedule = "Every day at 03:00"', 'schedule_timezone = "CEST"']), [
      ['schedule-unknown-timezone', 'fails', '"CEST"'],
    ]);
    // Core refuses the word for the format, which is one all the same.
    assert.deepEqual(
      found(['schedule = "0 3 * * *"', 'schedule_format = "cron"', 'schedule_timezone = "CEST"']),
      [
        ['schedule-five-fields', 'fails', '"0 3 * * *"'],
        ['schedule-unknown-timezone', 'fails', '"CEST"'],
      ],
    );
    assert.deepEqual(found(['schedule = "every day at 3"', 'schedule_format = "quartz"']), []);
    assert.deepEqual(found(['schedule = "Every day at 03:00"', 'schedule_enabled = false']), [
      ['schedule-disabled', 'style', 'false'],
    ]);
    const action = '[[action]]\nname = "a"\nconfig.schedule = "daily"\n';
    assert.equal(schedulesIn(action)[0]?.code, 'schedule-refused');
  });

  it('points at words behind an escape too', () =>
    assert.deepEqual(found(['schedule = "every\\u0020day at 3"']), [
      ['schedule-other-meaning', 'surprising', 'at 3'],
    ]));

  it('goes by the zone of the connected Core', () => {
    const lines = ['schedule = "Every day at 02:30"'];
    assert.deepEqual(found(lines), []);
    const core = coreWith({}, { timezone: 'Europe/Berlin' });
    assert.deepEqual(found(lines, { core }), [
      ['schedule-clock-change', 'style', '"Every day at 02:30"'],
    ]);
    assert.deepEqual(found(['schedule = "0 0 3 1 1 * 2027"', 'schedule_format = "Cron"']), []);
    assert.deepEqual(
      found(['schedule = "0 0 3 1 1 * 2027"', 'schedule_format = "Cron"'], {
        now: new Date('2028-01-01'),
      }),
      [['schedule-never', 'fails', '"0 0 3 1 1 * 2027"']],
    );
  });

  it('is left alone where there is none, where its format is refused, and in templates', () => {
    assert.deepEqual(found(['schedule = ""', 'schedule_timezone = "nowhere"']), []);
    assert.deepEqual(found(['schedule = "0 0 3 * * *"', 'schedule_format = "cron"']), []);
    assert.deepEqual(found(['schedule = "{{ schedule }}"']), []);
  });
});

describe('the mend of a schedule', () => {
  it('changes what is there', () => {
    assert.equal(
      mended(procedure("schedule = 'every weekday at 9am' # work", 'schedule_format = "English"')),
      procedure(
        "schedule = 'Monday through Friday at 09:00' # work",
        'schedule_format = "English"',
      ),
    );
    assert.equal(
      mended(procedure('schedule_format = "English"', 'schedule = "0 0 3 * * *"')),
      procedure('schedule_format = "Cron"', 'schedule = "0 0 3 * * *"'),
    );
    assert.equal(
      mended(procedure('schedule = "Every day at 03:00"', 'schedule_timezone = "Europe/Berln"')),
      procedure('schedule = "Every day at 03:00"', 'schedule_timezone = "Europe/Berlin"'),
    );
    assert.equal(
      mended(procedure('schedule = "Every day at 03:00"', 'schedule_enabled = false')),
      procedure('schedule = "Every day at 03:00"', 'schedule_enabled = true'),
    );
  });

  it('adds what is missing before the schedule, with the keys it has', () => {
    assert.equal(
      mended(procedure('  schedule = "0 3 * * *" # nightly')),
      procedure('  schedule_format = "Cron"', '  schedule = "0 0 3 * * *" # nightly'),
    );
    assert.equal(
      mended('[[procedure]]\r\nname = "a"\r\nconfig.schedule = "0 0 3 * * *"\r\n'),
      '[[procedure]]\r\nname = "a"\r\nconfig.schedule_format = "Cron"\r\nconfig.schedule = "0 0 3 * * *"\r\n',
    );
    assert.equal(
      mended('[[procedure]]\nname = "a"\nconfig = { schedule = "every day at 3:00 UTC" }\n'),
      '[[procedure]]\nname = "a"\nconfig = { schedule_timezone = "UTC", schedule = "every day at 3:00 UTC" }\n',
    );
  });
});
