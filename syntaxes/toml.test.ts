import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, tokensOf } from './testing/grammar.ts';

describe('the TOML grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  /** Every token that is not blank with its innermost scope, without `.toml`. */
  function scopes(text: string): [string, string][] {
    return tokensOf(grammar, text)
      .map(({ start, end, scopes }): [string, string] => [
        text.slice(start, end),
        scopes.at(-1)!.replace(/\.toml$/, ''),
      ])
      .filter(([token]) => token.trim() !== '');
  }
  /** What the tokens of this exact text are. */
  const scopesOf = (token: string, text: string) =>
    scopes(text)
      .filter(([written]) => written === token)
      .map(([, scope]) => scope);

  const header = 'entity.name.type.header';
  const property = 'support.type.property-name';

  it('tells headers, keys and values apart', () => {
    assert.deepEqual(scopes('[[stack]] # web\nname = "a"\nconfig.poll = true'), [
      ['[[', 'punctuation.definition.header.begin'],
      ['stack', header],
      [']]', 'punctuation.definition.header.end'],
      ['#', 'punctuation.definition.comment'],
      [' web', 'comment.line.number-sign'],
      ['name', property],
      ['=', 'punctuation.separator.key-value'],
      ['"', 'punctuation.definition.string.begin'],
      ['a', 'string.quoted.double'],
      ['"', 'punctuation.definition.string.end'],
      ['config', property],
      ['.', 'punctuation.separator.dot'],
      ['poll', property],
      ['=', 'punctuation.separator.key-value'],
      ['true', 'constant.language.boolean.true'],
    ]);
  });

  it('knows the values of TOML 1.1', () => {
    const scope = (value: string) => scopesOf(value, `a = ${value}`)[0];
    assert.equal(scope('1_000'), 'constant.numeric.integer.decimal');
    assert.equal(scope('0xdead_BEEF'), 'constant.numeric.integer.hexadecimal');
    assert.equal(scope('0o755'), 'constant.numeric.integer.octal');
    assert.equal(scope('0b11'), 'constant.numeric.integer.binary');
    assert.equal(scope('-6.02e+23'), 'constant.numeric.float');
    assert.equal(scope('-inf'), 'constant.numeric.float');
    assert.equal(scope('1979-05-27T07:32:00.5-07:00'), 'constant.numeric.date-time.offset');
    assert.equal(scope('1979-05-27 07:32'), 'constant.numeric.date-time.local');
    assert.equal(scope('1979-05-27'), 'constant.numeric.date');
    assert.equal(scope('07:32'), 'constant.numeric.time');
    assert.equal(scope('tru'), 'invalid.illegal.value');
  });

  it('marks escapes, and wrong ones only where a backslash always is one', () => {
    assert.deepEqual(scopesOf('\\x41', '"\\x41"'), ['constant.character.escape']);
    assert.deepEqual(scopesOf('\\e', '"\\e"'), ['constant.character.escape']);
    assert.deepEqual(scopesOf('\\d', '"\\d"'), ['invalid.illegal.escape']);
    assert.deepEqual(scopesOf('\\d', '"""\\d"""'), ['string.quoted.triple.double']);
    assert.deepEqual(scopesOf('\\d', "'\\d'"), ['string.quoted.single']);
  });

  it('ends a """ string behind a backslash, as Core does', () => {
    assert.deepEqual(scopesOf('b', 'a = """\\^x$\\"""\nb = 1'), [property]);
    assert.deepEqual(scopesOf('b', 'a = """x\\""""\nb = 1'), [property]);
  });

  it('reads an inline table over many lines, with comments', () => {
    const text = 'a = [\n  { execution = { # why\n    type = "Sleep",\n  } },\n]\nb = 1';
    assert.deepEqual(scopesOf('type', text), [property]);
    assert.deepEqual(scopesOf(' why', text), ['comment.line.number-sign']);
    assert.deepEqual(scopesOf('b', text), [property]);
  });

  it('takes a row of a matrix for no header', () => {
    assert.deepEqual(scopesOf('1', 'a = [\n[1, 2],\n[1],\n]'), [
      'constant.numeric.integer.decimal',
      'constant.numeric.integer.decimal',
    ]);
  });

  it('lets a half-typed line cost only itself', () => {
    for (const line of [
      'executions = [ { execution.type = "Ru',
      'executions = [\n  { execution.type = "Sleep"',
      'tags = [',
      'tags = ["a", "b]',
      'enabled = ',
      'execu',
      'config.',
      '[[procedure.config.sta',
    ]) {
      const text = `${line}\n\n[[stack]]\nb = 1`;
      assert.deepEqual(scopesOf('stack', text), [header], line);
      assert.deepEqual(scopesOf('b', text), [property], line);
    }
  });
});
