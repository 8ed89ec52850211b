import assert from 'node:assert/strict';
import { contextWith, coreWith, inventoryWith } from '../testing/context.ts';
import { documentOf } from '../testing/text.ts';
import { Document } from '../workspace/document.ts';
import type { Context } from './context.ts';
import { defaultSettings } from '../workspace/settings.ts';
import { inlayHints } from './inlayHints.ts';

const batch = (pattern: string, type = 'BatchDeployStack') =>
  documentOf(
    `[[procedure]]\nname = "a"\n[[procedure.config.stage]]\nname = "b"\nexecutions = [\n  { execution.type = "${type}", execution.params.pattern = ${pattern} },\n]\n`,
  );
const workspace = inventoryWith({ stack: ['bar-1', 'foo-1', 'foo-2', 'qux'] });

describe('patterns in a file', () => {
  describe('as inlay hints', () => {
    function hints(pattern: string, context: Partial<Context> = { workspace }, type?: string) {
      const document = batch(pattern, type);
      const everything = document.lines.range(0, document.text.length);
      return inlayHints(document, everything, contextWith(context), defaultSettings).map(
        ({ label }) => label,
      );
    }

    it('count what is picked and name the first', () => {
      assert.deepEqual(hints('"foo-*"'), ['→ 2 stacks: foo-1, foo-2']);
      assert.deepEqual(hints('"foo-* , \\\\^bar-.*$\\\\"'), ['→ 3 stacks: bar-1, foo-1, foo-2']);
      assert.deepEqual(hints('"qux"'), ['→ 1 stack: qux']);
      assert.deepEqual(hints('"nothing"'), ['→ 0 stacks']);
    });

    it('go by what the execution acts on', () => {
      const context = {
        workspace: inventoryWith({ repo: ['a'], build: ['b'], deployment: ['c'] }),
      };
      assert.deepEqual(hints('"*"', context, 'BatchPullRepo'), ['→ 1 repo: a']);
      assert.deepEqual(hints('"*"', context, 'BatchRunBuild'), ['→ 1 build: b']);
      assert.deepEqual(hints('"*"', context, 'BatchDeploy'), ['→ 1 deployment: c']);
      assert.deepEqual(hints('"*"', context, 'BatchRunProcedure'), []);
    });

    it('stand behind the permissions of a user group, too', () => {
      const document = documentOf(
        `[[user_group]]\nname = "g"\npermissions = [{ target = { type = "Stack", id = '\\^foo-\\d$\\' }, level = "Read" }]\n`,
      );
      const everything = document.lines.range(0, document.text.length);
      const found = inlayHints(document, everything, contextWith({ workspace }), defaultSettings);
      assert.deepEqual(
        found.map(({ label }) => label),
        ['→ 2 stacks: foo-1, foo-2'],
      );
    });

    it("go by the connected Core's names", () => {
      assert.deepEqual(hints('"*"', { workspace, core: coreWith({ stack: ['live'] }) }), [
        '→ 1 stack: live',
      ]);
    });

    it('stay short', () => {
      const names = Array.from({ length: 30 }, (_, index) => `stack-${index}`);
      assert.deepEqual(hints('"*"', { workspace: inventoryWith({ stack: names }) }), [
        '→ 30 stacks: stack-0, stack-1, stack-2, stack-3, …',
      ]);
      const long = ['x'.repeat(70), 'y'];
      assert.deepEqual(hints('"*"', { workspace: inventoryWith({ stack: long }) }), [
        `→ 2 stacks: ${long[0]}, …`,
      ]);
    });

    const script = String.raw`komodo.execute("BatchDeployStack", { pattern: "foo-* , \\^bar-.*$\\" });`;
    const placed = (file_contents: string) =>
      documentOf(`[[action]]\nname = "a"\n[action.config]\nfile_contents = ${file_contents}\n`);
    for (const [where, document] of Object.entries({
      '"""': placed(`"""\n${script}\n"""`),
      "'''": placed(`'''\n${script}\n'''`),
      '"': placed(`"${script.replace(/[\\"]/g, '\\$&')}"`),
      "'": placed(`'${script}'`),
      'a file': Document.of('file:///a.ts', 1, `// komodo: action\n${script}\n`),
    }))
      it(`are those of the text that a script gives, in ${where}`, () => {
        const everything = document.lines.range(0, document.text.length);
        const context = contextWith({ workspace });
        const [hint, ...others] = inlayHints(document, everything, context, defaultSettings);
        assert.equal(hint?.label, '→ 3 stacks: bar-1, foo-1, foo-2');
        const at = document.lines.offsetAt(hint.position);
        assert.match(document.text.slice(at), /^ \}\);/);
        assert.equal(others.length, 0);
      });

    it('say when Core refuses the pattern', () => {
      assert.deepEqual(hints('"\\\\(\\\\"'), ['→ refused by Core']);
    });
  });
});
