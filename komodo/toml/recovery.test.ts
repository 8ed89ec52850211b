import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemsOf, valueOf } from './testing/read.ts';

const path = join(import.meta.dirname, '../../test-fixtures/toml-recovery.json');
const documents = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;

const sleep = { execution: { type: 'Sleep' } };

/** What is left of the stage in which somebody is typing, under the name of the document; its name is always there. */
const stageOne: Record<string, Record<string, unknown>> = {
  'inl str open': { executions: [{ execution: { type: 'Ru' } }] },
  'inl str open multi-line array': { executions: [{ execution: { type: 'Ru' } }] },
  'inl no value': { executions: [{ execution: { type: undefined } }] },
  'inl no eq': { executions: [{ execution: { type: undefined } }] },
  'inl dot': { executions: [{ execution: {} }] },
  'inl empty': { executions: [{}] },
  'inl after comma': { executions: [sleep] },
  'inl after comma key': {
    executions: [{ execution: { type: 'Sleep', params: { dur: undefined } } }],
  },
  'inl unclosed brace': {
    executions: [{ execution: { type: 'Sleep', params: { duration_ms: 1 } } }],
  },
  'inl missing comma between items': { executions: [sleep, sleep] },
  'array unclosed': { executions: [sleep] },
  'array unclosed empty': { tags: [] },
  'array str open': { tags: ['a', 'b]'] },
  'key only': { execu: undefined },
  'key eq': { enabled: undefined },
  'key dotted end': { config: {} },
  'bad bool': { enabled: undefined },
  'header open': {},
  'header dot': {},
  'ml str open': { environment: 'A = 1\n\n\n' },
  'bare value': { server: undefined },
  'two on one line': {},
  'nested inl 1.1 newline': { executions: [{ execution: { type: 'Sle' } }] },
  'core backslash in """': { description: 'a \\d' },
};

/** Documents that are TOML as they stand. */
const fine = ['inl empty', 'inl after comma', 'nested inl 1.1 newline', 'core backslash in """'];

describe('recovery while somebody types in the first of two stages', () => {
  it('has an expectation for each document', () => {
    assert.deepEqual(Object.keys(stageOne), Object.keys(documents));
  });

  for (const [name, text] of Object.entries(documents)) {
    it(name, () => {
      const { stack, procedure, ...rest } = valueOf(text) as Record<string, unknown[]>;
      assert.deepEqual(rest, {});
      assert.deepEqual(stack, [
        { name: 'a', config: { server: 's1', file_paths: ['compose.yaml'] } },
        { name: 'b', config: { server: 's2', environment: 'A = 1\n' } },
      ]);
      const [{ name: procedureName, config }] = procedure as [
        { name: string; config: Record<string, unknown[]> },
      ];
      assert.equal(procedureName, 'p');
      const { stage, ...half } = config;
      assert.deepEqual(half, name === 'header open' ? { sta: [{}] } : {});
      assert.deepEqual(stage, [
        { name: 'One', ...stageOne[name] },
        {
          name: 'Two',
          executions: [{ execution: { type: 'Sleep', params: { duration_ms: 1 } } }],
        },
      ]);
      assert.equal(problemsOf(text).length === 0, fine.includes(name));
    });
  }
});

describe('recovery', () => {
  it('says one thing of one mistake', () => {
    assert.deepEqual(problemsOf('a = tru # comment\nb = 1\n'), [
      '1: tru: the boolean is written true',
    ]);
    assert.deepEqual(problemsOf('a = { b = ["x\n'), [
      '1: "x: this string is not closed: " is missing',
    ]);
    assert.deepEqual(problemsOf('a = "\\^x$\\", b = 1\n'), [
      '1: "\\^x$\\", b = 1: this string is not closed: " is missing; the one behind a backslash is part of the text',
    ]);
    assert.deepEqual(problemsOf('config.\n'), ['1: : a name must follow the dot']);
    assert.deepEqual(problemsOf('a = 1 b = 2\nc = 3\n'), [
      '1: b = 2: nothing but a comment may follow a value on its line',
    ]);
  });

  it('keeps the comment of a broken line, and the pairs around it', () => {
    assert.deepEqual(valueOf('a = 1\nb = ?? # why\nc = 3\n'), { a: 1, b: undefined, c: 3 });
  });

  it('guesses only about the pair that is broken', () => {
    const text = 'a = ???\nb = {\nx = 1,\ny = [\n[1],\n]\n}\nc = """\n[stack]\nx = 1\n"""\n';
    assert.deepEqual(valueOf(text), {
      a: undefined,
      b: { x: 1, y: [[1]] },
      c: '[stack]\nx = 1\n',
    });
  });

  it('ends an open array or inline table before a header, or a pair set no further in', () => {
    assert.deepEqual(valueOf('a = [\n  1,\nb = 2\n'), { a: [1], b: 2 });
    assert.deepEqual(valueOf('a = {\n  b = 1,\nc = 2\n'), { a: { b: 1 }, c: 2 });
    assert.deepEqual(valueOf('a = { b = [\n[c]\nd = 2\n'), { a: { b: [] }, c: { d: 2 } });
  });

  it('takes quotes that look like opening ones for no closing ones', () => {
    const text = '[a]\nb = """\nx\n\n[c]\nd = """\ny \\d\n"""\ne = 1\n';
    assert.deepEqual(valueOf(text), { a: { b: 'x\n\n' }, c: { d: 'y \\d\n', e: 1 } });
    assert.deepEqual(problemsOf(text), ['2: """: this string is not closed: """ is missing']);
  });

  it('reads fences on as if an open string had been closed', () => {
    const text = 'a = """\n[b]\nc = "\\t"\n[d]\ne = """\n\\t"""\nf = """';
    assert.deepEqual(valueOf(text), { a: '', b: { c: '\t' }, d: { e: '\\t', f: '' } });
  });

  it('passes quotes that close nothing', () => {
    const text = 'a = 1\n"""\nb = "\\t"\nc = """\\t"""\n';
    assert.deepEqual(valueOf(text), { a: 1, b: '\t', c: '\\t' });
  });

  it('goes on where a table is defined twice, and keeps the first of two values', () => {
    const text = '[a]\nb = 1\n[c]\n[a]\nb = 2\nd = 3\n';
    assert.deepEqual(valueOf(text), { a: { b: 1, d: 3 }, c: {} });
    assert.deepEqual(problemsOf(text), ['4: a: duplicate key: the table a is defined twice']);
  });
});
