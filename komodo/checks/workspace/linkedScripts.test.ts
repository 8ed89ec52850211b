import assert from 'node:assert/strict';
import { findingsIn } from '../testing/check.ts';

const action = (script: string) => `[[action]]
name = "a"
[action.config]
# komodo: file[scripts/a.ts]
file_contents = """
${script}"""
`;
const found = (text: string, files: Readonly<Record<string, string>>) =>
  findingsIn(text, { files }, 'script-differs');

describe('a script that is linked to a file', () => {
  it('is fine where both are the same', () => {
    assert.deepEqual(
      found(action('a();\n'), { 'scripts/a.ts': '// komodo: action\r\na();\r\n' }),
      [],
    );
  });

  it('is told where they differ, and can take what the file says', () => {
    const [differs] = found(action('a();\n'), { 'scripts/a.ts': 'b(/\\d/);\n' });
    assert.equal(differs!.text, 'scripts/a.ts');
    assert.match(differs!.message, /^The script differs from `scripts\/a\.ts`/);
    assert.deepEqual(differs!.mended, [action('b(/\\d/);\n')]);
  });

  it('is told where there is no such file', () => {
    assert.match(found(action('a();\n'), {})[0]!.message, /^There is no file `scripts\/a\.ts`/);
  });
});
