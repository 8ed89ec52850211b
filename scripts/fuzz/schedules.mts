/** `tsx scripts/fuzz/schedules.mts ORACLE [COUNT] [SEED]`: schedules, compared with the crates that Core is made of. */
import { answerSchedule } from '../../cli/verdict/schedule.ts';
import { zoneNames } from '../../komodo/schedules/index.ts';
import { compare } from './differential.mts';
import type { Random } from './random.mts';

const words = (text: string) => text.split(' ');

const phraseWords = [
  ...words(
    'every each at on in from the of and to through between starting start ending end until only',
  ),
  ...words(
    'second seconds secs sec minute minutes mins min hour hours hr hrs day days week month months year',
  ),
  ...words(
    'Monday monday, TUESDAY Wed thu, friday sat SUN weekend weekdays jan February march sept OCT, december',
  ),
  ...words(
    'noon midnight Noon 3 5 15 30 61 2026 2027, 99999999999 1st 2nd 3rd 15th 31ST 9am 12am 12pm 13pm 5 pm',
  ),
  ...words('9:30 17:00 9:30am 12:60 24:00 0:00 10:15:30 11:45PM'),
  ...['only on', ', ', 'and only on', 'ſec', 'K', 'weeKend'],
];

function phrase(random: Random): string {
  const text = random.several(phraseWords, 9, random.chance(0.9) ? ' ' : '');
  return random.chance(0.1) ? random.spoil(text, [...words(': , 1 a'), ' ']) : text;
}

/** One part of a field: numbers a little beyond both ends now and then. */
function part(random: Random, from: number, to: number, names: readonly string[]): string {
  const value = () =>
    random.chance(0.1) && names.length > 0
      ? random.pick(names)
      : String(
          random.between(random.chance(0.02) ? from - 1 : from, random.chance(0.02) ? to + 1 : to),
        );
  const how = random.between(0, 9);
  if (how <= 4) return value();
  if (how === 5) return `${value()}-${value()}`;
  if (how === 6) return `*/${random.between(0, to + 3)}`;
  if (how === 7) return `${value()}/${random.between(1, to)}`;
  if (how === 8) return `${value()}-${value()}/${random.between(1, 9)}`;
  return random.pick(['*', '?', '', '/5', '5/', '-', '1-2-3', '65536', '+1', 'x']);
}

function field(random: Random, from: number, to: number, names: readonly string[] = []): string {
  if (random.chance(0.4)) return '*';
  const parts = random.chance(0.8) ? 1 : random.between(2, 4);
  return Array.from({ length: parts }, () => part(random, from, to, names)).join(',');
}

const months = words('JAN feb Mar APR MAY JUN JUL AUG SEP OCT NOV DEC SEPT');
const weekdays = words('SUN mon Tue WED THU FRI SAT MONDAY');
const days = words('L LW 15W 1W 31W 30W L,15W ? W 5L L-3 1-7 29 30 31 13,L');
const weekdayForms = words(
  '? L 5L 7L MONL FRI#L 1#1 MON#2 5#5 SUN#5 0#6 1-5 MON-FRI SAT-SUN FRI-SUN 1#1,3#2 +1 1-5#2 */2#1 7#3',
);

function cron(random: Random): string {
  if (random.chance(0.03))
    return random.pick(words('@daily @Weekly @monthly @yearly @annually @hourly @reboot @'));
  const fields = [
    random.chance(0.7) ? '0' : field(random, 0, 59),
    random.chance(0.4) ? '30' : field(random, 0, 59),
    random.chance(0.4) ? random.pick(words('0 1 2 3 23')) : field(random, 0, 23),
    random.chance(0.2) ? random.pick(days) : field(random, 1, 31),
    field(random, 1, 12, months),
    random.chance(0.2) ? random.pick(weekdayForms) : field(random, 0, 7, weekdays),
  ];
  if (random.chance(0.15)) fields.push(field(random, 2024, 2040));
  if (random.chance(0.03)) fields.splice(random.between(0, 5), 1);
  const text = fields.join(random.chance(0.97) ? ' ' : random.pick(['  ', '\t', '\u3000', '\n']));
  return random.chance(0.05) ? random.spoil(text, words('* / - , ? L W # 0 7 @ + x é')) : text;
}

/** A moment up to 2105. Not before 1980: for Mexico, IANA's 2025c (ours) corrects what 2025b (Core's) had. */
function moment(random: Random): string {
  const last = Date.UTC(random.chance(0.9) ? 2037 : 2105, 0);
  return new Date(random.between(Date.UTC(1980, 0) / 1000, last / 1000) * 1000).toISOString();
}

const changing = words(
  'Europe/Berlin America/New_York Australia/Lord_Howe Asia/Beirut America/Havana Pacific/Apia Africa/Casablanca',
);

function zone(random: Random): string {
  if (random.chance(0.3)) return '';
  if (random.chance(0.05))
    return random.pick(words('utc Local europe/berlin PST +02:00 Mars/Base'));
  return random.pick(random.chance(0.4) ? changing : zoneNames);
}

compare(process.argv.slice(2), {
  subcommand: 'schedule',
  ask: (random, id) => {
    const english = random.chance(0.4);
    return {
      id,
      schedule: english ? phrase(random) : cron(random),
      format: english ? 'English' : 'Cron',
      timezone: zone(random),
      ...(random.chance(0.1) && { core_timezone: zone(random) }),
      after: moment(random),
      count: random.between(0, 6),
    };
  },
  answer: answerSchedule,
});
