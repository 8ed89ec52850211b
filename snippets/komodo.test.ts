import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readResources } from '../komodo/resources/index.ts';
import { dataOf, parse } from '../komodo/toml/index.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}
const snippets = JSON.parse(readFileSync(`${__dirname}/komodo.json`, 'utf8')) as Record<
  string,
  Snippet
>;

/** A snippet's text with its placeholders as they are proposed, and the first of each choice. */
function inserted({ body }: Snippet): string {
  const values = new Map<string, string>();
  const text = body.join('\n');
  for (const [, number = '', choice, value] of text.matchAll(
    /\$\{(\d+)(?:\|([^,|]*)[^|]*\||:((?:[^\\}$]|\\.)*))\}/g,
  )) {
    values.set(number, choice ?? value ?? '');
  }
  return text
    .replace(/\$\{(\d+):([^}]*\$\d[^}]*)\}/g, '$2')
    .replace(/\$\{(\d+)(?:\|[^|]*\||:(?:[^\\}]|\\.)*)\}/g, (_, number: string) =>
      values.get(number)!,
    )
    .replace(/\$(\d+)/g, (_, number: string) => values.get(number) ?? '')
    .replace(/\\([\\$}])/g, '$1');
}

/** What a snippet for a part of a Procedure stands in. */
function inContext(text: string): string {
  const stage = '[[procedure]]\nname = "a"\n[[procedure.config.stage]]\nname = "b"\n';
  if (text.startsWith('{')) return `${stage}executions = [\n${text}\n]`;
  if (text.startsWith('[[procedure.')) return `[[procedure]]\nname = "a"\n${text}`;
  if (text.startsWith('schedule')) return `[[procedure]]\nname = "a"\n[procedure.config]\n${text}`;
  return text;
}

describe('snippets', () => {
  for (const [name, snippet] of Object.entries(snippets)) {
    it(`${name}: Core takes it as it is proposed`, () => {
      const text = inContext(inserted(snippet));
      const { problems } = readResources(dataOf(parse(text)));
      assert.deepEqual(
        problems.map(({ message }) => message),
        [],
        text,
      );
      assert.match(snippet.prefix, /^komodo-[a-z-]+$/);
      assert.ok(snippet.description);
    });
  }
});
