import assert from 'node:assert/strict';
import { fixes, found, lines } from './testing/found.ts';

/** Phrases that Core takes for something else: what is said of them, after the code. */
const others: Readonly<Record<string, string>> = {
  'every weekday':
    'This says once a day Monday to Friday, but Core runs it every day at 00:00. Write `Monday through Friday at 00:00`.',
  'every weekday at 9am':
    'This says Monday to Friday at 09:00, but Core runs it every day at 09:00. It passes over “every weekday”. Write `Monday through Friday at 09:00`. @ every weekday',
  'every day at 4:00 am except sunday':
    'This says Monday to Saturday at 04:00, but Core runs it on Sundays at 04:00. Write `Monday through Saturday at 04:00`.',
  'every 10 minutes on weekdays':
    'This says every 10 minutes Monday to Friday, but Core runs it every 10 minutes from 00:00 to 00:50 every day. Write `Every 10 minutes Monday through Friday`.',
  Noon: 'This says every day at 12:00, but Core runs it every day at 00:00. Write `Every day at 12:00`.',
  'every Hour': 'This says every hour, but Core runs it every minute. Write `Every hour`.',
  'every other weekday at 9am':
    'This says on Mondays, Wednesdays and Fridays at 09:00, but Core runs it every day at 09:00. It passes over “every other weekday”. Write `Every Monday, Wednesday and Friday at 09:00`. @ every other weekday',
  'every 3 working days at 3am':
    'This says every 3 weekdays at 03:00, but Core runs it on every 3rd day from the 1st of the month at 03:00. No schedule of Core can say it, in English or as cron.',
  'every 15 minutes during business hours':
    'This says every 15 minutes, but Core runs it every hour. It passes over “business hours”. Write the hours themselves, such as `between 9:00 and 17:00`.',
  'every month':
    'This says once a month, but Core runs it every minute. Write `On the 1st day of the month at 00:00`.',
  monthly:
    'This says once a month, but Core runs it every minute. Write `On the 1st day of the month at 00:00`.',
  'every monday':
    'This says once a day on Mondays, but Core runs it every minute on Mondays. Write `Every Monday at 00:00`.',
  'Mon..Fri 09:00':
    'This says Monday to Friday at 09:00, but Core runs it on Fridays at 09:00. Write `Monday through Friday at 09:00`.',
  'Monday-Friday at 8:00':
    'This says Monday to Friday at 08:00, but Core runs it on Fridays at 08:00. Write `Monday through Friday at 08:00`.',
  'every day at 3':
    'This says every day at 03:00, but Core runs it every day at 00:00. It passes over “at 3”. Write `Every day at 03:00`. @ at 3',
  'every day, at 5:30am':
    'This says every day at 05:30, but Core runs it every day at 00:00. It passes over “at 5:30am”. Write `Every day at 05:30`. @ at 5:30am',
  'Every other day at 2000':
    'This says every 2 days at 20:00, but Core runs it every day at 00:00. Write `Every 2 days at 20:00`.',
  'at 9:30 am and 5:45 pm':
    'This says every day at 09:30 and 17:45, but Core runs it every day at 09:30 and 17:30. No one schedule can say it; two can, as cron: `0 30 9 * * *` and `0 45 17 * * *`.',
  'every 90 minutes':
    'This says every 90 minutes, but Core runs it every hour. No one schedule can say it; two can, as cron: `0 0 */3 * * *` and `0 30 1/3 * * *`.',
  'every 5 minutes in 2030':
    'This says every 5 minutes in 2030, but Core runs it every 5 minutes. It passes over “in 2030”. English has no words for it that Core knows; as cron it is `0 */5 * * * * 2030`. @ in 2030',
  'last day of the month at 23:00':
    'This says on the last day of the month at 23:00, but Core runs it every day at 23:00. It passes over “last day of the month”. English has no words for it that Core knows; as cron it is `0 0 23 L * *`. @ last day of the month',
  'every 2 weeks on monday':
    'This says every 2 weeks on Mondays, but Core runs it every minute on Mondays. No schedule of Core can say it, in English or as cron.',
  'every second friday at 10:00':
    'This says every 2 weeks on Fridays at 10:00, but Core runs it every second in the minute of 10:00 on Fridays. No schedule of Core can say it, in English or as cron.',
  'twice a week at 10:00':
    'This says twice a week at 10:00, but Core runs it every day at 10:00. It passes over “twice a week”. Write `Every Monday and Thursday at 10:00`. @ twice a week',
  'every 2 years on the 1st of march at 9:00':
    'This says every 2 years on the 1st of March at 09:00, but Core runs it on the 1st of March at 09:00. It passes over “every 2 years”. No schedule of Core can say it, in English or as cron. @ every 2 years',
  'every 2 weeks in march at 10:00':
    'This says every 2 weeks in March at 10:00, but Core runs it on the 2nd of March at 10:00. No schedule of Core can say it, in English or as cron.',
  'every 90 minutes on mondays between 9:00 and 17:00':
    'This says every 90 minutes between 09:00 and 17:00 on Mondays, but Core runs it every hour from 09:00 to 17:00 on Mondays. No one schedule can say it; two can, as cron: `0 0 9,12,15 * * MON` and `0 30 10,13,16 * * MON`.',
  'every 5 hours starting at 6 am on weekdays':
    'This says every 5 hours from 06:00 Monday to Friday, but Core runs it every day at 00:00, 05:00, 10:00, 15:00 and 20:00. Write `Monday through Friday at 06:00, 11:00, 16:00 and 21:00`.',
  'every 2 months':
    'This says once every 2 months, but Core runs it every minute in February. Write `On the 1st of January, March, May, July, September and November at 00:00`.',
  'at 3am tomorrow':
    'This says to run once, but Core runs it every day at 03:00. It passes over “tomorrow”. A schedule always repeats. @ tomorrow',
  'every day at sunrise':
    'This says once a day, but Core runs it on Sundays at 00:00. It passes over “sunrise”. Write `Every day at 00:00`.',
  'every 25 hours at 10:00':
    'This says every 25 hours at 10:00, but Core runs it every day at 10:00. It passes over “every 25 hours”. No schedule of Core can say it, in English or as cron. @ every 25 hours',
  'every 48 hours at 10:00':
    'This says every 2 days at 10:00, but Core runs it every day at 10:00. It passes over “every 48 hours”. Write `Every 2 days at 10:00`. @ every 48 hours',
  'every 6 hours at 10:00':
    'This says every day at 04:00, 10:00, 16:00 and 22:00, but Core runs it every day at 10:00. It passes over “every 6 hours”. Write `Every day at 04:00, 10:00, 16:00 and 22:00`. @ every 6 hours',
  'every hour at 9:30':
    'This says at minute 30 of every hour, but Core runs it every day at 09:30. It passes over “every hour”. English has no words for it that Core knows; as cron it is `0 30 * * * *`. @ every hour',
  'every 5 minutes at 10:00':
    'This says every 5 minutes at 10:00, but Core runs it every day at 10:00. It passes over “every 5 minutes”. Only one of both can be meant. @ every 5 minutes',
  'every 8 hours at 9:15 and 17:45':
    'This says every 8 hours at 09:15 and 17:45, but Core runs it every day at 09:15 and 17:15. Only one of both can be meant.',
  'every 15 minutes at night':
    'This says every 15 minutes at night, but Core runs it every 15 minutes. It passes over “at night”. English has no words for it that Core knows; as cron it is `0 */15 0-5,22,23 * * *`. @ at night',
  'every 15 minutes during the day':
    'This says every 15 minutes, but Core runs it every 15 minutes from 00:00 to 00:45 every day. Write `Every 15 minutes`.',
  'twice a week on monday and thursday':
    'This says once a day on Mondays and Thursdays, but Core runs it every minute on Mondays and Thursdays. Write `Every Monday and Thursday at 00:00`.',
  'twice a day at 9:00':
    'This says twice a day from 09:00, but Core runs it every day at 09:00. It passes over “twice a day”. Write `Every day at 09:00 and 21:00`. @ twice a day',
  '2x per day at 10:00 and 20:00':
    'This says every day at 10:00 and 20:00, but Core runs it on every 2nd day from the 1st of the month at 10:00 and 20:00. Write `Every day at 10:00 and 20:00`.',
  'monthly on monday at 10:00':
    'This says once a month on a Monday at 10:00, but Core runs it on Mondays at 10:00. It passes over “monthly”. English has no words for it that Core knows; as cron it is `0 0 10 * * MON#1`. @ monthly',
  'bimonthly on the 1st at 3:00':
    'This says on the 1st of January, March, May, July, September and November at 03:00, but Core runs it every day at 03:00. Write `On the 1st of January, March, May, July, September and November at 03:00`.',
  'every other weekend at 10:00':
    'This says every 2 weeks on Saturdays and Sundays at 10:00, but Core runs it on Saturdays and Sundays at 10:00. No schedule of Core can say it, in English or as cron.',
  'every friday between 9:00 and 17:00':
    'This says once a day between 09:00 and 17:00 on Fridays, but Core runs it every minute from 09:00 to 17:59 on Fridays. Write `Every Friday at 09:00`.',
  'every other friday between 9:00 and 17:00':
    'This says every 2 weeks on Fridays between 09:00 and 17:00, but Core runs it every minute from 09:00 to 17:59 on Fridays. No schedule of Core can say it, in English or as cron.',
  'on even days at 10:00':
    'This says on the 2nd, 4th, 6th … 30th of the month at 10:00, but Core runs it every day at 10:00. It passes over “on even days”. English has no words for it that Core knows; as cron it is `0 0 10 2/2 * *`. @ on even days',
  'every day until june at 10:00':
    'This says every day in January to June at 10:00, but Core runs it every day in June at 10:00. Write `Every day at 10:00 from January to June`.',
  'every minute at second 30':
    'This says at second 30 of every minute, but Core runs it every second. English has no words for it that Core knows; as cron it is `30 * * * * *`.',
};

/** Core does what they say. */
const right = [
  'Every day at 03:00',
  'every day at 12:00 am',
  'Every 5 minutes',
  'every hour',
  'Run every hour',
  'hourly',
  'Every 6 hours',
  'every 24 hours',
  'at 09:00 am',
  '3 am',
  '3 am backup',
  'Run the nightly backup at 03:00 every day',
  'midnight',
  'Midnight',
  'every day at 9am and 5pm',
  'every day at 3 am, 5 am',
  'every hour between 8 am and 8 pm',
  'every tuesday at 5pm',
  'every mon, wed and fri at 9:30 am',
  'at 6:00 pm every monday through friday',
  'every 5 minutes on monday in march',
  'at midnight on the 1st and 15th of the month',
  'on the 3rd day of every month at 6pm',
  'every day from January to March',
  'Run every 2nd day of the month',
  '5 august at noon',
  'weekly on sunday at 3:00',
  'every 60 minutes',
  'EVERY 5 MINUTES',
  'every 24 hours at 10:00',
  'every 1440 minutes at 5:00',
  'every 12 hours at 6:00 and 18:00',
  'twice a day at 9:00 and 17:00',
  'twice a week on monday and thursday at 10:00',
  'three times a week on mon, wed and fri at 6am',
  'once a day after 18:00',
  'every monday of the month at 10:00',
  'every midnight',
];

describe('English that Core takes for something else', () => {
  for (const [phrase, message] of Object.entries(others))
    it(phrase, () =>
      assert.deepEqual(lines(phrase), [`surprising schedule-other-meaning: ${message}`]),
    );

  it('is none where Core does what is said', () => {
    for (const phrase of right) assert.deepEqual(lines(phrase), [], phrase);
  });

  it('can be mended in English and as cron', () => {
    assert.deepEqual(fixes('every weekday at 9am'), [
      'Write `Monday through Friday at 09:00`',
      'Write it as cron: `0 0 9 * * MON-FRI`',
    ]);
    const [english, cron] = found('every weekday at 9am')[0]!.fixes;
    assert.deepEqual(
      [english!.schedule, english!.format],
      ['Monday through Friday at 09:00', 'English'],
    );
    assert.deepEqual([cron!.schedule, cron!.format], ['0 0 9 * * MON-FRI', 'Cron']);
  });

  it('is mended by an example where something was left open', () =>
    assert.deepEqual(fixes('weekly at 3:00'), [
      'Write `Every Sunday at 03:00`, for instance',
      'Write it as cron: `0 0 3 * * SUN`, for instance',
    ]));

  it('is not mended by a schedule that is over', () =>
    assert.deepEqual(fixes('every day at 3:00 in 2020'), []));
});

describe('English that Core takes nearly as it says', () => {
  it('begins an interval anew', () => {
    assert.deepEqual(lines('every 45 minutes'), [
      'surprising schedule-uneven: Core counts every 45 minutes anew from the start of each hour: it runs at minutes 0 and 45 of every hour.',
    ]);
    assert.deepEqual(lines('every 5 hours'), [
      'style schedule-uneven: Core counts every 5 hours anew from the start of each day: it runs every day at 00:00, 05:00, 10:00, 15:00 and 20:00.',
    ]);
    assert.deepEqual(lines('Every 2 days at 04:00'), [
      'style schedule-uneven: Core counts every 2 days anew from the start of each month: it runs on every 2nd day from the 1st of the month at 04:00.',
    ]);
  });

  it('takes the last hour in whole', () => {
    assert.deepEqual(lines('every 10 minutes between 9:00 and 17:00'), [
      'style schedule-last-hour: Core takes the last hour in whole: the last run of the day is at 17:50. English has no words for it that Core knows; as cron it is `0 */10 9-16 * * *`.',
    ]);
    assert.deepEqual(lines('every 2 hours between 8:00 and 20:00'), [
      'surprising schedule-other-meaning: This says every 2 hours from 08:00 to 20:00 every day, but Core runs it every hour from 08:00 to 20:00 every day. English has no words for it that Core knows; as cron it is `0 0 8-20/2 * * *`.',
    ]);
  });

  it('warns of words for when it is not to run, that Core passes over', () => {
    assert.deepEqual(lines('every day in summer'), [
      'surprising schedule-unknown-words: Core runs this every day at 00:00. It passes over “summer”. @ summer',
    ]);
    assert.deepEqual(lines('in summer every day'), [
      'surprising schedule-unknown-words: Core runs this every day at 00:00. It passes over “summer”. @ summer',
    ]);
    assert.deepEqual(lines('every day at dawn'), [
      'surprising schedule-unknown-words: Core runs this every day at 00:00. It passes over “dawn”. @ dawn',
    ]);
    assert.deepEqual(lines('every day at 3am except holidays'), [
      'surprising schedule-unknown-words: Core runs this every day at 03:00. It passes over “except holidays”. @ except holidays',
    ]);
  });

  it('passes over words that may mean something', () => {
    assert.deepEqual(lines('every day at 3:00 for the nas'), [
      'style schedule-unknown-words: Core runs this every day at 03:00. It passes over “nas”. @ nas',
    ]);
    assert.deepEqual(lines('nas: every day at 3:00'), []);
  });
});

describe('English that nobody understands', () => {
  it('is told where Core makes every minute of it', () => {
    for (const phrase of ['5', 'on the 32nd', 'every few minutes', 'randomly'])
      assert.deepEqual(lines(phrase), [
        'surprising schedule-not-understood: Core understands little of this and runs it every minute.',
      ]);
  });

  it('is told where every second comes of it', () =>
    assert.match(
      lines('every second day not before 10:00')[0]!,
      /^surprising schedule-not-understood: .*runs it every second in the minute of 10:00/,
    ));

  it('is told where Core passes over words that say when', () => {
    const told = {
      'every monday except the first at 10:00': '“first” and runs this on Mondays at 10:00',
      'every day at 3am starting 2027-01-01': '“2027-01-01” and runs this every day at 03:00',
      'every day at 3am for 2 hours': '“3am” and runs this every 2 hours',
      'every day at 3 and a half': '“3” and “half” and runs this every day at 00:00',
      'every other weekday of the month at 3am': '“other” and runs this every day at 03:00',
      'every 5 minutes past midnight': '“5” and runs this every day at 00:00',
    };
    for (const [phrase, what] of Object.entries(told))
      assert.deepEqual(lines(phrase), [
        `surprising schedule-not-understood: Core passes over ${what}. Write it in other words, or as cron.`,
      ]);
  });

  it('is a hint elsewhere: it may be what is meant', () => {
    assert.deepEqual(lines('every -5 minutes'), [
      'style schedule-not-understood: Core runs this every 5 minutes; what all of it means is not plain.',
    ]);
    assert.deepEqual(lines('first minute of every hour'), [
      'style schedule-not-understood: Core runs this every hour; what all of it means is not plain.',
    ]);
    assert.deepEqual(lines('evry day at 3am'), [
      'style schedule-not-understood: Core runs this every day at 03:00; what all of it means is not plain.',
    ]);
  });
});
