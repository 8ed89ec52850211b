import assert from 'node:assert/strict';
import { readExecution } from './debugText.ts';

describe('executions as Core logs them', () => {
  const cases: [text: string, type: string, params: object][] = [
    ['Sleep(Sleep { duration_ms: -1 })', 'Sleep', { duration_ms: -1 }],
    ['None(NoData)', 'None', {}],
    ['ClearRepoCache(ClearRepoCache)', 'ClearRepoCache', {}],
    ['RunAction(RunAction { action: "a b", args: None })', 'RunAction', { action: 'a b' }],
    [
      'RunAction(RunAction { action: "x", args: Some({"n": Number(5), "list": Array [Number(1), String("b")], "o": Object {"t": Bool(true), "z": Null}}) })',
      'RunAction',
      { action: 'x', args: { n: 5, list: [1, 'b'], o: { t: true, z: null } } },
    ],
    [
      'SendAlert(SendAlert { level: Ok, message: "say \\"}, x: \\\\ \\n \\u{1f98e}", details: "", alerters: ["a", "b"] })',
      'SendAlert',
      { level: 'Ok', message: 'say "}, x: \\ \n 🦎', details: '', alerters: ['a', 'b'] },
    ],
    [
      'RunSync(RunSync { sync: "s", resource_type: Some(Stack), resources: Some(["a"]) })',
      'RunSync',
      { sync: 's', resource_type: 'Stack', resources: ['a'] },
    ],
    [
      'Sleep(Sleep { duration_ms: 9223372036854775807 })',
      'Sleep',
      { duration_ms: '9223372036854775807' },
    ],
  ];
  for (const [text, type, params] of cases)
    it(text.slice(0, 60), () => assert.deepEqual(readExecution(text), { type, params }));

  it('says so when the text is of another shape', () => {
    for (const text of [
      '',
      'hello',
      'Sleep(',
      'Sleep(Sleep { x',
      'Sleep(Sleep {}) and more',
      'A("',
      'A(A { a: })',
    ])
      assert.equal(readExecution(text), undefined, text);
    assert.equal(readExecution(`A(${'['.repeat(100_000)}`), undefined);
  });
});
