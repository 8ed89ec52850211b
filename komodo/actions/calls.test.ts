import assert from 'node:assert/strict';
import { callsIn, type ScriptValue } from './calls.ts';

/** Literals as plain values; `undefined` for what only running the script would tell. */
function plain(value: ScriptValue): unknown {
  switch (value.kind) {
    case 'text':
      return value.value;
    case 'array':
      return value.items.map(plain);
    case 'object':
      return Object.fromEntries([...value.entries].map(([name, each]) => [name, plain(each)]));
    case 'number':
    case 'boolean':
    case 'null':
      return value.kind;
    case 'other':
      return undefined;
  }
}
const calls = (script: string) =>
  callsIn(script).calls.map(({ method, arguments: given }) => [method, ...given.map(plain)]);
const texts = (script: string) => callsIn(script).texts.map(({ value }) => value);

describe('the calls in a script', () => {
  it('are found with the literals that they are given', () => {
    assert.deepEqual(
      calls(`
        const a = await komodo.read("GetStack", { stack: 'web' });
        await komodo.execute_and_poll(\`BatchDeployStack\`, { pattern: "a, b", tags: ["x", y], });
        await komodo.write("UpdateResourceMeta", { "target": { type: "Stack", id: "web" } } as any)
      `),
      [
        ['read', 'GetStack', { stack: 'web' }],
        ['execute_and_poll', 'BatchDeployStack', { pattern: 'a, b', tags: ['x', undefined] }],
        ['write', 'UpdateResourceMeta', { target: { type: 'Stack', id: 'web' } }],
      ],
    );
  });

  it('are told apart from what only looks like one', () => {
    assert.deepEqual(
      calls(`
        // komodo.execute("A", {})
        /* komodo.execute("B", {}) */
        const text = 'komodo.execute("C", {})', regex = /komodo.read("/;
        other.komodo.execute("D", {});
        const k = komodo;
      `),
      [],
    );
  });

  it('say what only running them would tell', () => {
    assert.deepEqual(calls('komodo.execute("RunBuild", { build, ...more, server: "a" + b })'), [
      ['execute', 'RunBuild', { server: undefined }],
    ]);
    assert.deepEqual(calls('komodo.execute(type, build())'), [['execute', undefined, undefined]]);
  });

  it('have plain values, of which the kind alone is told', () => {
    assert.deepEqual(
      calls('komodo.execute("A", { a: -1.5, b: true, c: null, d: 1 + 1, e: nulled })'),
      [['execute', 'A', { a: 'number', b: 'boolean', c: 'null', d: undefined, e: undefined }]],
    );
  });

  it('are found in templates and functions', () => {
    assert.deepEqual(
      calls('`${names.map((name) => { return `${komodo.read("GetTag", { tag: "x" })}`; })} "`'),
      [['read', 'GetTag', { tag: 'x' }]],
    );
  });

  it('are found while the script is broken', () => {
    assert.deepEqual(calls('if (a) { komodo.execute("RunBuild", { build: "web'), [
      ['execute', 'RunBuild', { build: 'web' }],
    ]);
    assert.deepEqual(calls('komodo.execute("RunBuild", { build: ]}'), [
      ['execute', 'RunBuild', { build: undefined }],
    ]);
    for (const script of ['komodo.read(', 'komodo.', '`${', '`${{', '"\\', "'", '/*', 'komodo.a(}'])
      callsIn(script);
  });

  it('are found in scripts without end', () => {
    assert.equal(calls('komodo.a('.repeat(20_000)).length, 20_000);
    assert.equal(calls(`komodo.a(${'['.repeat(100_000)}`).length, 1);
  });

  it('do not take a division for a regular expression', () => {
    assert.deepEqual(texts('const a = b / c; d("x"); e = f[0] / 2; g("/");'), ['x', '/']);
    assert.deepEqual(texts('return /["/]/.test("x")'), ['x']);
  });
});

describe('the string literals of a script', () => {
  it('have the value that they stand for, and their place', () => {
    const script = String.raw`a('it\'s \u{1F98E}\x41', "b")`;
    const [first, second] = callsIn(script).texts;
    assert.equal(first?.value, "it's \u{1F98E}A");
    assert.equal(script.slice(second!.start, second!.end), 'b');
  });
  it('are none where a template puts something in', () => {
    assert.deepEqual(texts('`plain` + `a${"b"}c`'), ['plain', 'b']);
  });
});
