import assert from 'node:assert/strict';
import { diagnose } from './diagnose.ts';
import { Scripts } from './scripts.ts';
import { bundledTypings } from './testing/typings.ts';

/** What Deno 2.9 refuses to run, be it its own reader or V8; each was run. */
const refused = [
  '1 = 2;',
  'Math.max() = 1;',
  'for (Math.max() of []) {}',
  'let a, b; (a, b) = [1, 2];',
  'console++; ++1;',
  'function f(a, a) {}',
  'const f = ({ a }, [a]) => a;',
  'async function f(a, ...a) {}',
  'function f(a) { let a = 1; }',
  'var a = 1; let a = 2;',
  'let a; function a() {}',
  'class A {} function A() {}',
  '{ function a() {} function a() {} }',
  'switch (1) { case 1: let a; default: function a() {} }',
  'class A { #a; #a; }',
  'class A { a() { return this.#b; } }',
  'class A { a = arguments; }',
  'class A { constructor() { super(); } }',
  'class A { *constructor() {} }',
  'class A { static prototype() {} }',
  'if (1) function f() {}',
  'while (0) class A {}',
  'label: let a = 1;',
  'for (const a = 1 of []) {}',
  'new Promise(([...a, b]) => 1, function ([...a, b]) {});',
  '({ __proto__: null, "__proto__": null });',
  '({ async get a() {} });',
  'console.log(import.foo);',
  'await import();',
  'const f = (...a = []) => a;',
  'function f(@a b) {}',
  'public let a = 1;',
  'async class A {}',
  'label: { continue label; }',
  'await using { a } = null;',
  'console.log(/(/, /a{2,1}/, /(?<a>.)(?<a>.)/);',
  'console.log(/[z-a]/);',
  'console.log(/a/gg);',
  'console.log(`<!-- ${ARGS.a} -->`;',
  'console.log(/\\-/u);',
];

/** What it runs, or would if `false` were true, whatever TypeScript says of it. */
const taken = [
  'if (false) { let a; { var a; } }',
  'for (let i = 0; false; ) { var i; }',
  'function a() {} var a = 1; a();',
  'function f(a) { function a() {} } f(1);',
  'class A { get a() { return 1; } get a() { return 2; } } new A();',
  'class A { #a = 1; b() { return this?.#a; } } new A().b();',
  'class A { static #a = 1; b(this: any) { return this.#a; } } new A().b();',
  'class B {} class A extends B { constructor() { (() => super())(); } } new A();',
  'interface A { #a: number } console.log({} as A);',
  'public interface A {} console.log({} as A);',
  'declare module "a" { export { b } from "b"; }',
  'namespace A { export const a = 1; } console.log(A.a);',
  'console.log(/\\1\\8[\\d-x]{,2}\\-/, /[(]/, /(?i:a)b/, /(?<a>x)|(?<a>y)/);',
  'const { ["__proto__"]: a } = { __proto__: null, ["__proto__"]: 2 } as any; console.log(a);',
  'class A { static static a } new A();',
  'let a = 1; a as any = 2; console.log(a);',
  '<!-- what HTML calls a comment\nconsole.log(1);\n--> and this',
  'if (false) import.source("a");',
  'console.log(1);\n@',
];

describe('what Deno refuses', () => {
  let scripts: Scripts;
  before(async () => {
    scripts = new Scripts(await bundledTypings(), undefined);
  });

  function mistakes(text: string) {
    scripts.set('a', text);
    return diagnose(scripts, 'a').filter((found) => found.class === 'fails');
  }

  it('is a mistake', () => {
    for (const text of refused) {
      const codes = new Set(mistakes(text).map(({ code }) => code));
      assert.deepEqual([...codes], ['script-syntax'], text);
    }
  });

  it('is all that is a mistake of syntax', () => {
    for (const text of taken) assert.deepEqual(mistakes(text), [], text);
  });

  it('is a function in the place of a block, which gets one', () => {
    const text = 'if (ARGS.a) function f() {}';
    const [mend] = mistakes(text)[0]!.mends!;
    const mended = mend!.changes.reduceRight(
      (all, { start, end, text: to }) => all.slice(0, start) + to + all.slice(end),
      text,
    );
    assert.equal(mended, 'if (ARGS.a) { function f() {} }');
  });
});
