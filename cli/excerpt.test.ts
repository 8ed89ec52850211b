import assert from 'node:assert/strict';
import { colors, excerpt, type Finding } from './excerpt.ts';

const finding: Finding = {
  file: 'stacks.toml',
  line: 12,
  column: 8,
  severity: 'error',
  code: 'wrong-type',
  message: 'invalid type: integer `5`, expected a string',
};

describe('the excerpt of a finding', () => {
  it('names the place and marks it', () => {
    assert.equal(
      excerpt(finding, 'name = 5', 1, colors(false)),
      [
        'error[wrong-type]: invalid type: integer `5`, expected a string',
        '  --> stacks.toml:12:8',
        '   |',
        '12 | name = 5',
        '   |        ^',
      ].join('\n'),
    );
  });

  it('cuts the mark at the end of the line', () => {
    assert.match(excerpt(finding, 'name = 55', 99, colors(false)), / \^\^$/);
  });

  it('shows the marked part of a very long line', () => {
    const shown = excerpt({ ...finding, column: 5001 }, 'x'.repeat(5000) + 'Y', 1, colors(false));
    assert.match(shown, /Y\n {3}\| +\^$/);
    assert.ok(shown.length < 600);
  });

  it('lets no control character through to the terminal', () => {
    assert.ok(!excerpt(finding, 'name = \u001b[2J', 1, colors(false)).includes('\u001b'));
  });
});
