import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { schemaFor } from '../../komodo/schema/index.ts';
import { mistakesInProcedures } from '../testing/mistakesInProcedures.ts';
import { mistakesInResources } from '../testing/mistakesInResources.ts';
import { mistakesInStacks } from '../testing/mistakesInStacks.ts';
import { documentOf } from '../testing/text.ts';
import { diagnostics } from './diagnostics.ts';
import { quickFixes } from './quickFixes.ts';

function textOf({ message }: Diagnostic): string {
  return typeof message === 'string' ? message : message.value;
}

const all = [...mistakesInStacks, ...mistakesInProcedures, ...mistakesInResources];

describe('a mistake that people make', () => {
  for (const { what, file, told, besides = [], says, fix } of all) {
    it(`is ${what}: one diagnostic, ${fix ? 'with a fix' : 'without a fix'}`, () => {
      const marked = file.join('\n');
      const document = documentOf(marked.replace(/[«»]/g, ''));
      const schema = schemaFor();
      const { problems } = document.resources(schema);
      const shown = diagnostics(document, problems);
      assert.deepEqual(
        problems.map(({ code, class: kind }) => `${code} (${kind})`),
        [told, ...besides],
        shown.map(textOf).join('\n'),
      );
      const { code } = problems[0]!;
      const diagnostic = shown.find((each) => each.code === code)!;
      const { range } = diagnostic;
      const { start, end } = document.spanOf(problems[0]!.place!);
      const { text } = document;
      assert.equal(`${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`, marked);
      assert.ok(textOf(diagnostic).includes(says), textOf(diagnostic));

      const [first] = quickFixes(document, range, problems, schema, shown).filter(
        ({ title }) => !title.startsWith('Ignore'),
      );
      assert.equal(first?.title, fix?.[0]);
      if (!first || !fix) return;
      const changes = first
        .edit!.changes![document.uri]!.map((edit) => ({ range: edit.range, text: edit.newText }))
        .toSorted(
          ({ range: { start: a } }, { range: { start: b } }) =>
            b.line - a.line || b.character - a.character,
        );
      const mended = document.edited(changes, 2);
      assert.equal(mended.text, fix[1].join('\n'));
      assert.deepEqual(mended.resources(schema).problems, []);
    });
  }
});
