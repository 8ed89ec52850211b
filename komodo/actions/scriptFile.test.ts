import assert from 'node:assert/strict';
import { fileOfScript, isMarked, scriptOfFile } from './scriptFile.ts';

describe('the file of a script', () => {
  it('has a first line that is none of the script', () => {
    assert.equal(fileOfScript('a();\r\n'), '// komodo: action\na();\n');
    assert.equal(scriptOfFile('// komodo: action\r\na();\r\n'), 'a();\n');
    assert.equal(scriptOfFile('// a\na();\n'), '// a\na();\n');
  });

  it('is known by that line', () => {
    assert.equal(isMarked('// komodo: action\na();\n'), true);
    assert.equal(isMarked('a(); // komodo: action\n'), false);
  });

  it('keeps its first line, or does without', () => {
    assert.equal(
      fileOfScript('b();\n', '//komodo:action, daily\na();\n'),
      '//komodo:action, daily\nb();\n',
    );
    assert.equal(fileOfScript('b();\n', 'a();\n'), 'b();\n');
  });

  it('keeps how its lines end, as a checkout on Windows has them', () => {
    const file = '// komodo: action\r\na();\r\n';
    assert.equal(fileOfScript('a();\nb();\n', file), `${file}b();\r\n`);
    assert.equal(fileOfScript('a();\r\n', 'b();\n'), 'a();\n');
  });
});
