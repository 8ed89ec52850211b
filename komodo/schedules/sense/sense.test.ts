import assert from 'node:assert/strict';
import { cronText } from './cronText.ts';
import { senseOf } from './sense.ts';

/** What a phrase means, as cron; several expressions together with a `+`, and what cron has not in quotes. */
function meaning(phrase: string): string | undefined {
  const sense = senseOf(phrase);
  if (!sense) return undefined;
  const [likeliest] = sense.readings;
  return likeliest.rules.map(cronText).join(' + ') || `"${likeliest.interval!.says}"`;
}

/** Further ways to take it. */
const otherMeanings = (phrase: string) =>
  senseOf(phrase)!
    .readings.slice(1)
    .map(({ rules }) => rules.map(cronText).join(' + '));

const examples: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  intervals: {
    'every second': '* * * * * *',
    'every 5 seconds': '*/5 * * * * *',
    'every minute': '0 * * * * *',
    'every one minute': '0 * * * * *',
    'each 5 minutes': '0 */5 * * * *',
    'every five mins': '0 */5 * * * *',
    'every twenty-five minutes': '0 0,25,50 * * * *',
    'every twenty four hours': '0 0 0 * * *',
    'every 20 minutes starting at :05': '0 5,25,45 * * * *',
    'every other weekday at 6:00': '0 0 6 * * MON,WED,FRI',
    'every forty-five minutes': '0 0,45 * * * *',
    '5 minutes': '0 */5 * * * *',
    'every 5m': '0 */5 * * * *',
    'once every 10 minutes': '0 */10 * * * *',
    'every 10th minute': '0 */10 * * * *',
    'Every HOUR': '0 0 * * * *',
    'every full hour': '0 0 * * * *',
    hourly: '0 0 * * * *',
    'once an hour': '0 0 * * * *',
    'every 4 hrs': '0 0 */4 * * *',
    'every other hour': '0 0 */2 * * *',
    'every 24 hours': '0 0 0 * * *',
    'every half hour': '0 */30 * * * *',
    'half-hourly': '0 */30 * * * *',
    'every quarter of an hour': '0 */15 * * * *',
    '4 times an hour': '0 */15 * * * *',
    'every 120 minutes': '0 0 */2 * * *',
    'every 3600 seconds': '0 0 * * * *',
    'Run second': '* * * * * *',
  },
  'intervals that one expression cannot have': {
    'every 90 minutes': '0 0 */3 * * * + 0 30 1/3 * * *',
    'every 1.5 hours': '0 0 */3 * * * + 0 30 1/3 * * *',
    'every hour and a half': '0 0 */3 * * * + 0 30 1/3 * * *',
    'every 1 hour and 30 minutes': '0 0 */3 * * * + 0 30 1/3 * * *',
    'every 1h30m': '0 0 */3 * * * + 0 30 1/3 * * *',
    'every 61 seconds': '"every 61 seconds"',
    'every 25 hours': '"every 25 hours"',
    'every other week': '"every 2 weeks"',
    'fortnightly on mondays': '"every 2 weeks on Mondays"',
    'every other monday': '"every 2 weeks on Mondays"',
    'every 36 hours at 10:00': '"every 36 hours"',
    'every 5 minutes at 9:30': '"every 5 minutes"',
    'every other weekend': '"every 2 weeks on Saturdays and Sundays"',
    'every odd week on monday': '"every 2 weeks on Mondays"',
    'every decade': '"every 10 years"',
    'twice a week on fridays': '"twice a week"',
    'last weekday of the month at noon': '"the last weekday of a month"',
  },
  'so many times': {
    'twice a week': '0 0 0 * * MON,THU',
    '5 times a week at 9:00': '0 0 9 * * MON-FRI',
    'twice a month': '0 0 0 1,15 * *',
    'twice a month on the first and third friday': '0 0 0 * * FRI#1,FRI#3',
    'twice a year': '0 0 0 1 1,7 *',
    'twice a year in march and october': '0 0 0 1 3,10 *',
    'twice a year on march 1 and october 15': '0 0 0 1 3 * + 0 0 0 15 10 *',
    '4 times a minute': '*/15 * * * * *',
    'twice an hour at minute 10': '0 10,40 * * * *',
    '4 times an hour between 9:00 and 12:00': '0 */15 9-11 * * * + 0 0 12 * * *',
    'twice a day between 8:00 and 20:00': '0 0 8,20 * * *',
    '3 times a day at 7:00': '0 0 7,15,23 * * *',
    semimonthly: '0 0 0 1,15 * *',
  },
  'intervals from a time on': {
    'every 12 hours at 6:00': '0 0 6,18 * * *',
    'every hour at 9:30': '0 30 * * * *',
    'every 48 hours at 6:00 and 18:00': '0 0 6,18 */2 * *',
    'every hour and at 10:15': '0 0 * * * * + 0 15 10 * * *',
    'every 3 quarters of an hour': '0 0,45 * * * *',
  },
  'every other one': {
    'on odd days': '0 0 0 */2 * *',
    'every even hour': '0 0 */2 * * *',
    'in odd hours': '0 0 1/2 * * *',
    'the 1st of even months': '0 0 0 1 2/2 *',
  },
  'seconds of the minute': {
    'at second 30': '30 * * * * *',
    '10 seconds past every minute': '10 * * * * *',
    'every hour at second 15': '15 0 * * * *',
  },
  'times of the day': {
    'every single night at 1am': '0 0 1 * * *',
    'at noon and midnight': '0 0 0,12 * * *',
    'at 0600 and 1800': '0 0 6,18 * * *',
    'in the morning at 6 and in the evening at 6': '0 0 6,18 * * *',
    'at 3': '0 0 3 * * *',
    'at 15': '0 0 15 * * *',
    'at 03:00': '0 0 3 * * *',
    'at 3:15:30': '30 15 3 * * *',
    '3 am': '0 0 3 * * *',
    '3am': '0 0 3 * * *',
    '3 p.m.': '0 0 15 * * *',
    'at 3.30 pm': '0 30 15 * * *',
    '12 am': '0 0 0 * * *',
    '12 pm': '0 0 12 * * *',
    '0:30 am': '0 30 0 * * *',
    '13:00 pm': '0 0 13 * * *',
    'at 24:00': '0 0 0 * * *',
    'at 0300': '0 0 3 * * *',
    'at 1530 hours': '0 30 15 * * *',
    'at 15h30': '0 30 15 * * *',
    "at 3 o'clock": '0 0 3 * * *',
    'at 3 Uhr': '0 0 3 * * *',
    'daily@05:00': '0 0 5 * * *',
    Noon: '0 0 12 * * *',
    midday: '0 0 12 * * *',
    '12 midnight': '0 0 0 * * *',
    'half past 3': '0 30 3 * * *',
    'at three thirty pm': '0 30 15 * * *',
    'every 01:00': '0 0 1 * * *',
    'quarter to 5 pm': '0 45 16 * * *',
    '10 minutes to noon': '0 50 11 * * *',
    'at 3 in the afternoon': '0 0 15 * * *',
    'every evening at 8': '0 0 20 * * *',
    'every night at 11': '0 0 23 * * *',
    'nightly at 3': '0 0 3 * * *',
    'every morning and evening at 7': '0 0 7,19 * * *',
    'at 3 and 5': '0 0 3,5 * * *',
    'at 3, 5 and 7': '0 0 3,5,7 * * *',
    '4pm, 5pm, and 7pm': '0 0 16,17,19 * * *',
    'at 9 and 10 pm': '0 0 21,22 * * *',
    'at 9 and 5pm': '0 0 9,17 * * *',
    'at 9:00, 9:30 and 10:00': '0 */30 9 * * * + 0 0 10 * * *',
    'twice a day': '0 0 0,12 * * *',
    '3x daily': '0 0 0,8,16 * * *',
  },
  'minutes of the hour': {
    'every 15 minutes past the hour': '0 15 * * * *',
    'every hour at 5 minutes past': '0 5 * * * *',
    'on the 5th minute of every hour': '0 5 * * * *',
    'at minute 30': '0 30 * * * *',
    'every hour at minute 5 and 35': '0 5,35 * * * *',
    'every 2 hours at 15': '0 15 */2 * * *',
    'every hour at :15 and :45': '0 15,45 * * * *',
    '10 past every hour': '0 10 * * * *',
    '5 minutes past every 2 hours': '0 5 */2 * * *',
    'at 5 and 35 minutes past the hour': '0 5,35 * * * *',
    'quarter to every hour': '0 45 * * * *',
    'every hour on the half hour': '0 30 * * * *',
    'at the top of every hour': '0 0 * * * *',
  },
  'parts of the day': {
    'workdays 9-17 every hour': '0 0 9-17 * * MON-FRI',
    'at minute 0 and 30 of every hour between 9 and 17': '0 */30 9-16 * * * + 0 0 17 * * *',
    'every hour between 9:00 and 17:00': '0 0 9-17 * * *',
    'every hour 9-17': '0 0 9-17 * * *',
    'hourly from 9 to 5': '0 0 9-17 * * *',
    '9am to 5pm every hour': '0 0 9-17 * * *',
    'every 2 hours between 8am and 6pm': '0 0 8-18/2 * * *',
    'every 10 minutes between 9:00 and 17:00': '0 */10 9-16 * * * + 0 0 17 * * *',
    'every minute between 9:00 and 9:30': '0 0-30 9 * * *',
    'every 30 minutes from 22:00 to 6:00': '0 */30 0-5,22,23 * * * + 0 0 6 * * *',
    'every 10 minutes after 18:00': '0 */10 18-23 * * *',
    'every hour until noon': '0 0 0-12 * * *',
    'every 12 hours starting at 6 am': '0 0 6,18 * * *',
    'every 5 minutes starting at minute 2': '0 2/5 * * * *',
    'every day starting at 6 am': '0 0 6 * * *',
    'every day between 9:00 and 17:00': '0 0 9 * * *',
    'every 2 hours between 9:00 and 17:00': '0 0 9-17/2 * * *',
    'every 2 hours from 1am': '0 0 1/2 * * *',
    '9-17 hourly': '0 0 9-17 * * *',
    'every hour except 3:00': '0 0 0-2,4-23 * * *',
    'every 30 minutes except at night': '0 */30 6-21 * * *',
    'every hour except between 1:00 and 5:00': '0 0 0,6-23 * * *',
    'every 20 minutes offset 5': '0 5,25,45 * * * *',
    'every 20 minutes starting at 5 past': '0 5,25,45 * * * *',
    'every 10 minutes in the morning': '0 */10 6-11 * * * + 0 0 12 * * *',
    'every day after 18:00': '0 0 18 * * *',
  },
  weekdays: {
    'm-f at 9': '0 0 9 * * MON-FRI',
    'Sun-Thu 22:00': '0 0 22 * * MON-THU,SUN',
    'weekday nights at 11': '0 0 23 * * MON-FRI',
    '7 days a week at 5am': '0 0 5 * * *',
    'every monday': '0 0 0 * * MON',
    'on Mondays at 9': '0 0 9 * * MON',
    'every Mon. and Wed. at 6 a.m.': '0 0 6 * * MON,WED',
    'every mon wed fri at 7:00': '0 0 7 * * MON,WED,FRI',
    'Tue/Thu 5pm': '0 0 17 * * TUE,THU',
    'every weekday': '0 0 0 * * MON-FRI',
    'business days at 8:00': '0 0 8 * * MON-FRI',
    'week-ends at 10:00': '0 0 10 * * SAT,SUN',
    'Mon–Fri 9:00': '0 0 9 * * MON-FRI',
    'from monday to friday at 8': '0 0 8 * * MON-FRI',
    'between tuesday and thursday at 8': '0 0 8 * * TUE-THU',
    'friday to monday at 8': '0 0 8 * * MON,FRI-SUN',
    'Every 5 minutes, only on Friday': '0 */5 * * * FRI',
    'every day at 9am, monday to friday': '0 0 9 * * MON-FRI',
    'weekly on sunday at 3:00': '0 0 3 * * SUN',
    'sunday night at 11': '0 0 23 * * SUN',
  },
  'what is left out': {
    'except sunday': '0 0 0 * * MON-SAT',
    'every day at 4:00 am except sunday': '0 0 4 * * MON-SAT',
    'daily at 3:00, but not on weekends': '0 0 3 * * MON-FRI',
    'weekdays except friday at 9': '0 0 9 * * MON-THU',
    'every hour except in july and august': '0 0 * * 1-6,9-12 *',
    'every day except the 1st': '0 0 0 2-31 * *',
  },
  'days of the month': {
    'every 15th': '0 0 0 15 * *',
    'on the 1st and 15th of the month': '0 0 0 1,15 * *',
    'the 15th of each month at 6 pm': '0 0 18 15 * *',
    'first of the month': '0 0 0 1 * *',
    'on the first day of every month': '0 0 0 1 * *',
    'from the 1st to the 7th at 5:00': '0 0 5 1-7 * *',
    'monthly on day 15 at 3am': '0 0 3 15 * *',
    'on the 15 at 3:00': '0 0 3 15 * *',
    'last day of the month at 23:00': '0 0 23 L * *',
    'end of the month': '0 0 0 L * *',
    'first weekday of the month at 6:00': '0 0 6 1W * *',
    'friday the 13th': '0 0 0 13 * FRI',
    'on the 1st and on mondays': '0 0 0 1 * * + 0 0 0 * * MON',
    'every other day': '0 0 0 */2 * *',
    'every third day at 5:00': '0 0 5 */3 * *',
    'every 48 hours': '0 0 0 */2 * *',
  },
  'weekdays of the month': {
    'first monday of the month': '0 0 0 * * MON#1',
    'every 3rd friday': '0 0 0 * * FRI#3',
    '1st and 3rd monday at 4:00': '0 0 4 * * MON#1,MON#3',
    'first monday and last friday of the month': '0 0 0 * * MON#1,FRIL',
    'last sunday in march at 2:00': '0 0 2 * 3 SUNL',
    'second tuesday of each month at 3am': '0 0 3 * * TUE#2',
  },
  'dates and months': {
    'every 1st of jan/apr/jul/oct': '0 0 0 1 */3 *',
    '1st jan, 1st apr': '0 0 0 1 1,4 *',
    'first friday of every quarter at noon': '0 0 12 * */3 FRI#1',
    'on january 1': '0 0 0 1 1 *',
    'christmas eve at noon': '0 0 12 24 12 *',
    "new year's day": '0 0 0 1 1 *',
    '1st of january and july': '0 0 0 1 1,7 *',
    'jan 1 and july 4 at noon': '0 0 12 1 1 * + 0 0 12 4 7 *',
    '25 december at 8 am': '0 0 8 25 12 *',
    'every 4th of july': '0 0 0 4 7 *',
    'every year on march 3rd at 3:00': '0 0 3 3 3 *',
    'december 24 to december 26 at noon': '0 0 12 24-26 12 *',
    'every day from january to march': '0 0 0 * 1-3 *',
    'november to february every day': '0 0 0 * 1,2,11,12 *',
    'every 5 minutes on monday in march': '0 */5 * * 3 MON',
    'in january and july': '0 0 0 1 1,7 *',
    'at 3:00 in january': '0 0 3 * 1 *',
    'jan 1 10:00': '0 0 10 1 1 *',
    'every day until march': '0 0 0 * 1-3 *',
    'every day before march': '0 0 0 * 1,2 *',
    'every day from october on': '0 0 0 * 10-12 *',
    'every day until 2030': '0 0 0 * * * 2000-2030',
  },
  'weeks, months and years': {
    weekly: '0 0 0 * * SUN',
    'every 7 days': '0 0 0 * * SUN',
    monthly: '0 0 0 1 * *',
    'monthly on a friday': '0 0 0 * * FRI#1',
    'monthly on fridays': '0 0 0 * * FRI',
    'every month at 3:00': '0 0 3 1 * *',
    'every 3 months on the 1st at 2:00': '0 0 2 1 */3 *',
    'every quarter': '0 0 0 1 */3 *',
    'first day of the quarter at 4:00': '0 0 4 1 */3 *',
    'last day of the year': '0 0 0 L 12 *',
    'every 12 months': '0 0 0 1 1 *',
    annually: '0 0 0 1 1 *',
    'every day in 2027': '0 0 0 * * * 2027',
    'every 5 minutes in 2027 and 2028': '0 */5 * * * * 2027,2028',
    'every day from 2026 to 2028': '0 0 0 * * * 2026-2028',
    '2026-12-25 08:00': '0 0 8 25 12 * 2026',
    'December 25, 2026 at 08:00': '0 0 8 25 12 * 2026',
    '24.12. at noon': '0 0 12 24 12 *',
  },
  'several schedules in one': {
    'monday at 9:00 and friday at 17:00': '0 0 9 * * MON + 0 0 17 * * FRI',
    'at 9:00 on monday and at 17:00 on friday': '0 0 9 * * MON + 0 0 17 * * FRI',
    'weekdays at 8:00, weekends at 10:00': '0 0 8 * * MON-FRI + 0 0 10 * * SAT,SUN',
    'every 5 minutes on weekdays and every hour on weekends':
      '0 */5 * * * MON-FRI + 0 0 * * * SAT,SUN',
    'at 9:30 am and 5:45 pm': '0 30 9 * * * + 0 45 17 * * *',
  },
};

describe('the sense of a schedule in English', () => {
  for (const [topic, phrases] of Object.entries(examples))
    it(`has ${topic}`, () => {
      for (const [phrase, expected] of Object.entries(phrases))
        assert.equal(meaning(phrase), expected, phrase);
    });

  it('can be open between several', () => {
    assert.deepEqual(otherMeanings('every 10 minutes between 9:00 and 17:00'), [
      '0 */10 9-16 * * *',
      '0 */10 9-17 * * *',
    ]);
    assert.deepEqual(otherMeanings('every 2nd day of the month'), ['0 0 0 */2 * *']);
    assert.deepEqual(otherMeanings('3/4 at noon'), ['0 0 12 3 4 *']);
  });

  it('says what it leaves open', () => {
    const open = (phrase: string) => {
      const { openDay, openTime } = senseOf(phrase)!.readings[0];
      return [openDay, openTime];
    };
    assert.deepEqual(open('every monday'), [undefined, 'once a day']);
    assert.deepEqual(open('every month'), ['once a month', 'once a day']);
    assert.deepEqual(open('weekly at 3:00'), ['once a week', undefined]);
    assert.deepEqual(open('twice a day'), [undefined, 'twice a day']);
    assert.deepEqual(open('every day at 3:00'), [undefined, undefined]);
  });

  it('tells single runs, time zones and words it does not know', () => {
    const text = 'backup tomorrow at 3am UTC on halloween';
    const { once, zone, unknown } = senseOf(text)!;
    assert.equal(text.slice(once!.start, once!.end), 'tomorrow');
    assert.equal(zone!.name, 'UTC');
    assert.deepEqual(
      unknown.map(({ start, end }) => text.slice(start, end)),
      ['halloween'],
    );
  });

  it('is missing rather than wrong', () => {
    const phrases = [
      '',
      'hello',
      'every',
      'every every',
      '5',
      'at 25:00',
      'at 3:60',
      'on the 32nd',
      'every -5 minutes',
      'every 0 minutes',
      'every 5-10 minutes',
      'every few minutes',
      'monday at 9:00, 17:00 on friday',
      'first day of the week',
      'every minute for 10 minutes',
      'mwf at 9',
      '毎日',
      'every day at 3 '.repeat(40),
    ];
    for (const phrase of phrases) assert.equal(senseOf(phrase), undefined, phrase);
  });
});
