import assert from 'node:assert/strict';
import { problemsOf, valueOf } from './testing/read.ts';

const FENCE = '"""';

describe('Core’s rewriting of backslashes between fences', () => {
  it('takes no escape in a multi-line string', () => {
    assert.deepEqual(valueOf(`a = ${FENCE}\\d+ \\n \\" \\\n  x${FENCE}`), {
      a: '\\d+ \\n \\" \\\n  x',
    });
    assert.deepEqual(valueOf(`a = ${FENCE}C:\\new\\${FENCE}`), { a: 'C:\\new\\' });
  });

  it('lets no backslash keep a string open', () => {
    const text = `a = ${FENCE}x \\${FENCE} y${FENCE}\n`;
    assert.notDeepEqual(problemsOf(text), []);
    assert.deepEqual(problemsOf(text, { core: false }), []);
  });

  it('counts fences in comments and in other strings', () => {
    assert.deepEqual(valueOf(`# ${FENCE}\na = "x\\ny\\\\z"`), { a: 'x\\ny\\\\z' });
    assert.deepEqual(valueOf(`a = 'has ${FENCE}'\nb = "\\t"\nc = '${FENCE}'\nd = "\\t"`), {
      a: `has ${FENCE}`,
      b: '\\t',
      c: FENCE,
      d: '\t',
    });
  });

  it('takes the inside of a multi-line string for the outside after an odd fence', () => {
    assert.deepEqual(valueOf(`# ${FENCE}\na = ${FENCE}x\\ty${FENCE}`), { a: 'x\ty' });
    assert.deepEqual(problemsOf(`# ${FENCE}\na = ${FENCE}\\d${FENCE}`).length, 1);
  });

  it('closes a string at an escaped quote inside of a fence', () => {
    assert.notDeepEqual(problemsOf(`# ${FENCE}\na = "x\\"y"`), []);
    assert.deepEqual(valueOf(`# ${FENCE}\na = "x\\" # " `), { a: 'x\\' });
  });

  it('doubles backslashes in literal strings', () => {
    assert.deepEqual(valueOf(`a = '''${FENCE} \\d ${FENCE} \\d'''`), {
      a: `${FENCE} \\\\d ${FENCE} \\d`,
    });
    assert.deepEqual(valueOf(`# ${FENCE}\n'\\' = '\\'`), { '\\\\': '\\\\' });
  });

  it('counts three of four and five quotes', () => {
    assert.deepEqual(valueOf(`a = ${FENCE}\\${FENCE}"\nb = "\\t"`), { a: '\\"', b: '\t' });
    assert.deepEqual(valueOf(`a = ${FENCE}\\${FENCE}""\nb = "\\t"`), { a: '\\""', b: '\t' });
  });

  it('does none of it in TOML as it is', () => {
    assert.deepEqual(
      valueOf(`a = ${FENCE}\\t\\\n  x${FENCE} # ${FENCE}\nb = "\\t"`, { core: false }),
      {
        a: '\tx',
        b: '\t',
      },
    );
  });
});
