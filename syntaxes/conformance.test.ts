import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { dataOf, parse, type ValueNode } from '../komodo/toml/index.ts';
import { fixture } from '../komodo/toml/testing/fixtures.ts';
import { loadGrammar, tokensOf } from './testing/grammar.ts';

const scopeOf: Partial<Record<ValueNode['kind'], RegExp>> = {
  string: /\bstring\.quoted\./,
  integer: /\bconstant\.numeric\.integer\./,
  float: /\bconstant\.numeric\.float\./,
  boolean: /\bconstant\.language\.boolean\./,
  datetime: /\bconstant\.numeric\.(date|time)\b/,
  array: /\bmeta\.array\./,
  'inline-table': /\bmeta\.inline-table\./,
};

interface Case {
  readonly path: string;
  /** Left out for what is no text. */
  readonly text?: string;
}

/** The documents of toml-test that are TOML 1.1, without Core's own reading of backslashes. */
function validCases(): Required<Case>[] {
  return fixture<Case>('toml-test.ndjson.gz').flatMap(({ path, text }) =>
    text !== undefined && dataOf(parse(text, { core: false })).problems.length === 0
      ? [{ path, text }]
      : [],
  );
}

function valuesIn(value: ValueNode): readonly ValueNode[] {
  const inner =
    value.kind === 'array'
      ? value.items
      : value.kind === 'inline-table'
        ? value.pairs.map((pair) => pair.value)
        : [];
  return [value, ...inner.flatMap(valuesIn)];
}

describe('the TOML grammar and toml-test', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  it('agrees with the reader on what every value is, and finds nothing wrong', () => {
    let values = 0;
    for (const { path, text } of validCases()) {
      const tokens = tokensOf(grammar, text);
      const wrong = tokens.filter(({ scopes }) => scopes.join(' ').includes('invalid'));
      assert.deepEqual(wrong, [], path);
      const { blocks, starts } = parse(text, { core: false });
      blocks.forEach(({ pairs }, index) => {
        for (const value of pairs.flatMap((pair) => valuesIn(pair.value))) {
          const at = starts[index]! + value.start;
          const token = tokens.find(({ start, end }) => start <= at && at < end);
          assert.match(token!.scopes.join(' '), scopeOf[value.kind]!, `${path} at ${at}`);
          values++;
        }
      });
    }
    assert.ok(values > 1000, `${values}`);
  });
});
