import type { Rule } from './rule.ts';

/** Core takes a date or time where a table may stand, for a table with a key that it does not know. */
export const dateAsTable: Rule = ({ owner: { table } }) =>
  table.isDate && {
    code: 'dropped-part',
    class: 'ignored',
    message: 'Core reads a date as an empty table here.',
    ...(table.place && { place: table.place }),
  };
