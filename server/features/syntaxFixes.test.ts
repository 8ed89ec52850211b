import assert from 'node:assert/strict';
import { schemaFor } from '../../komodo/schema/index.ts';
import { documentOf } from '../testing/text.ts';
import { quickFixes } from './quickFixes.ts';

/** The titles of the fixes at the first problem, each with the text after it. */
function fixes(...lines: string[]): [title: string, text: string][] {
  const document = documentOf(lines.join('\n'));
  const { problems } = document.resources(schemaFor());
  const range = document.rangeOf(problems[0]!.place!);
  return quickFixes(document, range, problems, schemaFor(), []).map(({ title, edit }) => {
    const changes = edit!.changes![document.uri]!;
    const [change] = changes as [(typeof changes)[0]];
    return [title, document.edited([{ range: change.range, text: change.newText }], 2).text];
  });
}

describe('the fixes of what is no TOML', () => {
  it('close what is open', () => {
    assert.deepEqual(fixes('[[stack', 'name = "a"'), [
      ['Close it with `]]`', '[[stack]]\nname = "a"'],
    ]);
    assert.deepEqual(fixes('[[stack]]', 'name = "a'), [
      ['Close it with `"`', '[[stack]]\nname = "a"'],
    ]);
    assert.deepEqual(fixes('[[stack]]', 'tags = ["a"', 'name = "a"'), [
      ['Close it with `]`', '[[stack]]\ntags = ["a"]\nname = "a"'],
    ]);
    assert.deepEqual(fixes('[[stack]]', 'name = "a"', 'config = { server = "s"', 'tags = []'), [
      ['Close it with `}`', '[[stack]]\nname = "a"\nconfig = { server = "s"}\ntags = []'],
    ]);
  });

  it('write a boolean as TOML does, or a text in quotes: what Core takes there', () => {
    assert.deepEqual(fixes('[[stack]]', 'name = "a"', 'deploy = yes'), [
      ['Change to `true`', '[[stack]]\nname = "a"\ndeploy = true'],
    ]);
    assert.deepEqual(fixes('[[stack]]', 'name = on'), [
      ['Put it in quotes', '[[stack]]\nname = "on"'],
    ]);
    assert.deepEqual(fixes('[[stack]]', 'name = “on”'), [
      ['Put it in quotes', '[[stack]]\nname = "on"'],
    ]);
  });

  it('go on in a table that begins twice', () => {
    const stack = ['[[stack]]', 'name = "a"', '[stack.config]', 'server = "s"'];
    const [[title, merged]] = fixes(...stack, '[stack.config] # more', 'branch = "b"') as [
      [string, string],
    ];
    assert.equal(title, 'Go on in the table above');
    assert.equal(merged, [...stack, '# more', 'branch = "b"'].join('\n'));
    // Not where a key would stand twice.
    const titles = fixes(...stack, '[stack.config]', 'server = "t"').map(([each]) => each);
    assert.deepEqual(titles, ['Begin a new resource with `[[stack]]`']);
  });

  it('take out one of two keys', () => {
    assert.deepEqual(fixes('[[stack]]', 'name = "a"', 'name = "b"'), [
      ['Remove this `name`', '[[stack]]\nname = "a"\n'],
      ['Remove the first `name`', '[[stack]]\nname = "b"'],
    ]);
  });

  it('begin a resource before a config that is the second one', () => {
    const stack = ['[[stack]]', 'name = "a"', '[stack.config]'];
    assert.deepEqual(fixes(...stack, '[stack.config]', 'server = "s"'), [
      [
        'Begin a new resource with `[[stack]]`',
        [...stack, '[[stack]]', 'name = ""', '[stack.config]', 'server = "s"'].join('\n'),
      ],
    ]);
  });

  it('take out a line that means nothing', () => {
    assert.deepEqual(fixes('[[stack]]', 'name = "a"', '}', 'tags = []'), [
      ['Remove this line', '[[stack]]\nname = "a"\ntags = []'],
    ]);
    assert.deepEqual(fixes('[[stack]]', 'name = "a"', '"""', 'tags = []'), [
      ['Remove this line', '[[stack]]\nname = "a"\ntags = []'],
    ]);
  });

  it('let a text go on that was closed too soon', () => {
    const stack = ['[[stack]]', 'name = "a"', '[stack.config]', 'environment = """', 'A=1'];
    const rest = ['', 'B = 2', 'C = 3'];
    assert.deepEqual(fixes(...stack, '"""', ...rest, '"""', 'server = "s"')[0], [
      'Let `environment` go on to these quotes',
      [...stack, ...rest, '"""', 'server = "s"'].join('\n'),
    ]);
  });

  it('are none where nobody can know what was meant', () => {
    assert.deepEqual(fixes('[[stack]]', 'name = "a" b'), []);
  });
});
