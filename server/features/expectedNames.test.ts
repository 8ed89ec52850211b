import assert from 'node:assert/strict';
import { withoutLongList } from './expectedNames.ts';

describe('a message of Core that lists names', () => {
  const names = Array.from({ length: 40 }, (_, index) => `Execution${index}`).concat('Sleep');
  const listed = names.map((name) => `\`${name}\``).join(', ');

  it('says how many there are, and which was probably meant', () => {
    assert.equal(
      withoutLongList(`unknown variant \`Slep\`, expected one of ${listed}`),
      'unknown variant `Slep`, expected one of 41 names. Did you mean `Sleep`?',
    );
    assert.equal(
      withoutLongList(`unknown variant \`Xyzzy\`, expected one of ${listed}`),
      'unknown variant `Xyzzy`, expected one of 41 names',
    );
    assert.equal(
      withoutLongList(`unknown variant \`Slep\`, expected one of ${listed}`, 'Execution1'),
      'unknown variant `Slep`, expected one of 41 names. Did you mean `Execution1`?',
    );
  });

  it('stays as it is where they are few', () => {
    const few = 'unknown variant `x`, expected one of `English`, `Cron`';
    assert.equal(withoutLongList(few), few);
  });
});
