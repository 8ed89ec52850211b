import assert from 'node:assert/strict';
import { calendarDay, dayNumber } from './calendar.ts';

describe('the calendar', () => {
  it('goes there and back, as JavaScript does', () => {
    for (let number = -200_000; number < 1_200_000; number += 997) {
      const { year, month, day, weekday } = calendarDay(number);
      const date = new Date(number * 86_400_000);
      assert.deepEqual(
        [year, month, day, weekday],
        [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCDay()],
      );
      assert.equal(dayNumber(year, month, day), number);
    }
  });

  it('knows leap years', () => {
    const lengthOfFebruary = (year: number) => calendarDay(dayNumber(year, 2, 1)).daysInMonth;
    assert.deepEqual([2023, 2024, 2100, 2000].map(lengthOfFebruary), [28, 29, 28, 29]);
  });
});
