import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findingsIn } from '../komodo/checks/testing/check.ts';
import { headerKinds } from '../komodo/schema/index.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}
const snippets = JSON.parse(readFileSync(`${__dirname}/komodo.json`, 'utf8')) as Record<
  string,
  Snippet
>;

/** A tab stop: `$1`, `${1}`, `${1:text}` (with others in the text, but no braces) or `${1|one,two|}`. */
const tabStop = /\$(?:(\d+)|\{(\d+)(?:\|([^|]*)\||:((?:\\.|\$\d|[^\\}])*))?\})/g;

/** A snippet's text with its placeholders as they are proposed, and the first of each choice. */
function inserted({ body }: Snippet): string {
  const text = body.join('\n');
  const values = new Map<string, string>();
  for (const [, , number, choices, value] of text.matchAll(tabStop)) {
    const proposed = choices?.split(',')[0] ?? value;
    if (number !== undefined && proposed !== undefined) values.set(number, proposed);
  }
  const fill = (part: string): string =>
    part.replace(tabStop, (_, bare?: string, number?: string) =>
      fill(values.get((bare ?? number)!) ?? ''),
    );
  // What is escaped is no tab stop; `\0` holds its place meanwhile.
  const escaped: string[] = [];
  const held = text.replace(/\\([\\$}])/g, (_, sign: string) => {
    escaped.push(sign);
    return '\0';
  });
  return fill(held).replaceAll('\0', () => escaped.shift()!);
}

/** What a snippet for a part of a Procedure stands in. */
function inContext(text: string): string {
  const action =
    '[[procedure.config.stage]]\nname = "c"\nexecutions = [{ execution.type = "RunAction", execution.params.action = "report" }]\n';
  const stage = '[[procedure]]\nname = "a"\n[[procedure.config.stage]]\nname = "b"\n';
  if (text.startsWith('{')) return `${stage}executions = [\n${text}\n]`;
  if (text.startsWith('[[procedure.')) return `[[procedure]]\nname = "a"\n${text}`;
  if (text.startsWith('schedule')) {
    return `[[procedure]]\nname = "a"\n[procedure.config]\n${text}\n${action}`;
  }
  return text;
}

/** Another file of the workspace, that has what snippets propose to name. */
const elsewhere = [
  ['server', 'server'],
  ['stack', 'stack'],
  ['stack', 'web'],
  ['stack', 'web-1'],
  ['build', 'build'],
  ['repo', 'repo'],
  ['builder', 'builder'],
  ['resource_sync', 'sync'],
  ['action', 'report'],
]
  .map(([kind, name]) => `[[${kind!}]]\nname = "${name!}"\n`)
  .join('');

describe('snippets', () => {
  for (const [name, snippet] of Object.entries(snippets)) {
    it(`${name}: nothing is to be said of it as it is proposed`, () => {
      const text = inContext(inserted(snippet));
      const defined = /^name = "(.*)"$/m.exec(text)?.[1];
      const others = [elsewhere.replaceAll(`name = "${defined}"`, 'name = "taken"')];
      const found = findingsIn(text, { others });
      assert.deepEqual(
        found.map(({ code, message, text: at }) => [code, at, message]),
        [],
        text,
      );
      assert.match(snippet.prefix, /^komodo-[a-z-]+$/);
      assert.ok(snippet.description);
    });
  }

  it('are there for every kind', () => {
    const bodies = Object.values(snippets).map(({ body }) => body[0]);
    for (const kind of headerKinds) assert.ok(bodies.includes(`[[${kind}]]`), kind);
  });

  it('have a prefix each', () => {
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
  });
});
