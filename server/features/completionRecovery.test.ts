import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextEdit } from 'vscode-languageserver';
import { contextWith, inventoryWith } from '../testing/context.ts';
import { textIn } from '../testing/text.ts';
import { Document } from '../workspace/document.ts';
import { completion } from './completion.ts';

const path = join(import.meta.dirname, '../../test-fixtures/toml-recovery.json');
const documents = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
const workspace = inventoryWith(
  { stack: ['a', 'b'], server: ['s1', 's2'], procedure: ['p'] },
  { tags: ['prod'], variables: ['TOKEN'] },
);

const executions = ['DeployStack', 'RunSync', 'BatchDeployStackIfChanged'];
const stageKeys = ['enabled', 'executions', '[procedure.config]', '[[procedure.config.stage]]'];

/** Where somebody types in each document, the first of what is proposed, and what it is written in the place of. */
const cases: Readonly<Record<string, readonly [string, readonly string[], string?]>> = {
  'inl str open': ['executions = [ { execution.type = "Ru|', executions, '"Ru'],
  'inl str open multi-line array': [
    'executions = [\n  { execution.type = "Ru|\n]',
    executions,
    '"Ru',
  ],
  'inl no value': ['executions = [\n  { execution.type = | },\n]', executions, ''],
  'inl no eq': ['executions = [\n  { execution.type| },\n]', ['type', 'params'], 'type'],
  'inl dot': ['executions = [\n  { execution.| },\n]', ['type', 'params'], ''],
  'inl empty': ['executions = [\n  { | },\n]', executions, ''],
  'inl after comma': [
    'executions = [\n  { execution.type = "Sleep", | },\n]',
    ['enabled', 'execution.params'],
    '',
  ],
  'inl after comma key': [
    'executions = [\n  { execution.type = "Sleep", execution.params.dur| },\n]',
    ['duration_ms'],
    'dur',
  ],
  // A whole number, and the place between two items: there is nothing to choose from.
  'inl unclosed brace': [
    'executions = [\n  { execution.type = "Sleep", execution.params.duration_ms = 1|\n]',
    [],
  ],
  'inl missing comma between items': [
    'executions = [\n  { execution.type = "Sleep" }|\n  { execution.type = "Sleep" }\n]',
    [],
  ],
  'array unclosed': ['executions = [\n  { execution.type = "Sleep" },|\n', executions, ''],
  // A stage has no tags and no server; what they would be called is known all the same.
  'array unclosed empty': ['tags = [|', ['prod'], ''],
  'array str open': ['tags = ["a", "b|]', ['prod'], '"b'],
  'bare value': ['server = prod|', ['s1', 's2'], 'prod'],
  'key only': ['execu|', stageKeys, 'execu'],
  'key eq': ['enabled = |', ['true', 'false'], ''],
  'bad bool': ['enabled = tru|', ['true', 'false'], 'tru'],
  'header open': [
    '[[procedure.config.sta|',
    ['[procedure.config]', '[[procedure.config.stage]]'],
    '[[procedure.config.sta',
  ],
  'header dot': [
    '[procedure.config.|]',
    ['[procedure.config]', '[[procedure.config.stage]]'],
    '[procedure.config.]',
  ],
  'nested inl 1.1 newline': [
    'executions = [\n  { execution = {\n    type = "Sle|"\n  } },\n]',
    executions,
    '"Sle"',
  ],
  // A stage has no such table, free text is anybody's, and behind a value stands nothing.
  'key dotted end': ['config.|', []],
  'ml str open': ['environment = """\nA = 1|\n', []],
  'core backslash in """': ['description = """a \\d|"""', []],
  'two on one line': ['name = "x" | server = "y"', []],
};

describe('completion while somebody types', () => {
  it('is tried in all documents', () => {
    assert.deepEqual(Object.keys(cases).toSorted(), Object.keys(documents).toSorted());
  });

  for (const [name, [marked, expected, replaced]] of Object.entries(cases)) {
    it(`${name}: ${JSON.stringify(marked)}`, () => {
      const text = documents[name]!;
      const start = text.indexOf(marked.replace('|', ''), text.indexOf('name = "One"'));
      assert.ok(start > 0);
      const document = Document.of('file:///a.toml', 1, text);
      const position = document.lines.positionAt(start + marked.indexOf('|'));
      const found = completion(document, position, contextWith({ workspace }));
      const labels = found.map(({ label }) => label);
      assert.deepEqual(expected.length === 0 ? labels : labels.slice(0, expected.length), expected);
      for (const { textEdit } of found) {
        assert.equal(textIn(document, (textEdit as TextEdit).range), replaced);
      }
    });
  }
});
