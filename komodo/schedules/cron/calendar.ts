/** Dates without a zone: days counted from 1970-01-01, in the Gregorian calendar, before its invention too. */

export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly daysInMonth: number;
}

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

export function dayNumber(year: number, month: number, day: number): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const daysFromYearOne =
    before * 365 + leapDays + daysBeforeMonth[month - 1]! + (month > 2 && isLeap(year) ? 1 : 0);
  return daysFromYearOne + day - 1 - 719_162;
}

export function calendarDay(number: number): CalendarDay {
  // A guess that is never too late and at most one year early.
  let year = Math.floor((number + 719_162) / 365.2425) + 1;
  while (dayNumber(year, 1, 1) > number) year--;
  while (dayNumber(year + 1, 1, 1) <= number) year++;
  let month = Math.min(12, Math.floor((number - dayNumber(year, 1, 1)) / 29) + 1);
  while (dayNumber(year, month, 1) > number) month--;
  return {
    year,
    month,
    day: number - dayNumber(year, month, 1) + 1,
    weekday: (((number + 4) % 7) + 7) % 7,
    daysInMonth: daysInMonth(year, month),
  };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
