import assert from 'node:assert/strict';
import { plainText } from '../runs/index.ts';
import { fitOf, readSyncError } from './syncError.ts';

/** As a real Core told it. */
const recorded =
  '<span style="color: var(--mantine-color-red-6)">ERROR</span>: failed to read resources from "/syncs/main/stacks/"\n\n' +
  '<span style="color: var(--mantine-color-dimmed)">TRACE</span>:\n' +
  '\t<span style="color: var(--mantine-color-dimmed)">1</span>: failed to parse resource file contents\n' +
  '\t<span style="color: var(--mantine-color-dimmed)">2</span>: TOML parse error at line 2, column 8\n' +
  '  |\n2 | name = 5\n  |        ^\ninvalid type: integer `5`, expected a string\n';
const error = readSyncError(plainText(recorded));

describe('an error of a sync', () => {
  it('says what is wrong, in which folder, and where in the file', () => {
    assert.deepEqual(error, {
      message: 'invalid type: integer `5`, expected a string',
      folder: 'stacks',
      line: 2,
      column: 8,
      lineText: 'name = 5',
    });
  });

  it('may be about no place', () => {
    const contents =
      'ERROR: failed to read resources from "/syncs/d"\n\nTRACE:\n\t1: failed to read file contents\n\t2: stream did not contain valid UTF-8';
    assert.deepEqual(readSyncError(contents), {
      message: 'stream did not contain valid UTF-8',
      folder: 'd',
    });
  });

  it('fits the files that have its line, best where the folder is called the same', () => {
    const text = '[[stack]]\r\nname = 5\r\n';
    assert.equal(fitOf(error, '/home/me/stacks/web.toml', text), 2);
    assert.equal(fitOf(error, '/home/me/other/web.toml', text), 1);
    assert.equal(fitOf(error, '/home/me/stacks/web.toml', '[[stack]]\nname = "a"\n'), 0);
    assert.equal(fitOf(error, '/home/me/stacks/web.toml', ''), 0);
  });

  it('fits a line in which Core has doubled the backslashes', () => {
    const doubled = { message: '', line: 2, column: 1, lineText: 'A = \\\\d' };
    assert.equal(fitOf(doubled, '/a/b.toml', 'x = """\nA = \\d\n"""'), 1);
  });
});
