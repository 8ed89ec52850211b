import assert from 'node:assert/strict';
import { readCron } from './cron.ts';

const refuses = (expression: string, message: string) =>
  assert.throws(() => readCron(expression), { message });

describe('a cron expression', () => {
  it('has six or seven fields, in any case, apart by any white space', () => {
    assert.deepEqual(readCron(' 0 30\t2 *  jan mon-fri ').fields, [
      '0',
      '30',
      '2',
      '*',
      '1',
      '1-5',
      '*',
    ]);
    assert.equal(readCron('0 0 0 * * * 2027').fields[6], '2027');
    refuses(
      '0 3 * * *',
      'Invalid pattern: Pattern must have 6 or 7 fields when seconds are required and years are optional.',
    );
  });

  it('can be a nickname', () => {
    assert.deepEqual(readCron('@Weekly').fields, ['0', '0', '0', '*', '*', '0', '*']);
    refuses(
      '@reboot',
      'Invalid pattern: Pattern must have 6 or 7 fields when seconds are required and years are optional.',
    );
  });

  it('takes three letters of a name, not the whole', () =>
    refuses(
      '0 0 0 * * MONDAY',
      "Pattern contains illegal characters: CronPattern contains illegal character 'D' in part '1DAY'",
    ));

  it('says which value is wrong', () => {
    refuses('60 * * * * *', 'Component error: Number out of bounds.');
    refuses('*/0 * * * * *', 'Component error: Step cannot be zero.');
    refuses('0 0 0 * DEC-FEB *', 'Component error: Range out of bounds.');
    refuses('0 0 0 LW * *', 'Component error: Invalid day for closest weekday.');
    refuses('0 0 0 * * 1#6', 'Component error: Nth specifier out of bounds.');
    refuses('', 'CronPattern cannot be an empty string.');
  });
});
