import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { anotherToml } from './testing/anotherToml.ts';
import { loadGrammar, tokensOf } from './testing/grammar.ts';

/** What stands in a value between others of the same block, so that nothing runs out of it. */
const around = (kind: string, value: string) =>
  `[[${kind}]]\nname = "a"\n[${kind}.config]\n${value}\npoll = true\n[[server]]\nname = "s"`;

const grammars = { 'our grammar of TOML': undefined, 'another extension’s': anotherToml };

for (const [whose, toml] of Object.entries(grammars)) {
  describe(`what stands in Komodo’s texts, over ${whose}`, () => {
    let grammar: IGrammar;
    before(async () => {
      grammar = await loadGrammar({ komodo: true, ...(toml && { toml }) });
    });

    /** The innermost scopes of the tokens of this exact text. */
    const scopesOf = (token: string, text: string): readonly string[] =>
      tokensOf(grammar, text)
        .filter(({ start, end }) => text.slice(start, end) === token)
        .map(({ scopes }) => scopes.at(-1)!);
    /** The tokens that have such a scope, with the innermost of them. */
    function found(text: string, what: RegExp): [string, string][] {
      return tokensOf(grammar, text).flatMap(({ start, end, scopes }): [string, string][] => {
        const scope = scopes.findLast((each) => what.test(each));
        return scope === undefined ? [] : [[text.slice(start, end), scope]];
      });
    }
    /** Which languages are embedded, with all that is. */
    function embedded(text: string): [string, string][] {
      const pieces: [string, string][] = [];
      for (const [token, scope] of found(text, /^meta\.embedded/)) {
        const last = pieces.at(-1);
        if (last?.[1] === scope) last[0] += token;
        else pieces.push([token, scope]);
      }
      return pieces;
    }
    /** It ends where the string ends: the next key and the next header are TOML again. */
    function assertCloses(text: string): void {
      for (const token of ['poll', 's']) {
        const [inner] = tokensOf(grammar, text).filter(
          ({ start, end }) => text.slice(start, end).trim() === token,
        );
        assert.ok(inner, token);
        assert.doesNotMatch(inner.scopes.join(' '), /embedded|pattern/, `${token} in ${text}`);
      }
    }

    const cases: readonly [kind: string, key: string, text: string, language: string][] = [
      ['action', 'file_contents', 'const a = 1;', 'typescript'],
      ['stack', 'file_contents', 'services:', 'yaml'],
      ['resource_sync', 'file_contents', 'wait = 1', 'toml'],
      ['stack', 'environment', 'A', 'env'],
      ['deployment', 'environment', 'A', 'env'],
      ['repo', 'environment', 'A', 'env'],
      ['build', 'build_args', 'A', 'env'],
      ['build', 'labels', 'A', 'env'],
      ['build', 'dockerfile', 'FROM a', 'dockerfile'],
      ['build', 'pre_build.command', 'make', 'shell'],
      ['stack', 'pre_deploy.command', 'make', 'shell'],
      ['repo', 'on_pull.command', 'make', 'shell'],
    ];
    for (const [kind, key, text, language] of cases) {
      it(`is ${language} in ${key} of a ${kind}`, () => {
        for (const quote of ['"""', "'''"]) {
          const whole = around(kind, `${key} = ${quote}\n${text}\n${quote} # end`);
          assert.deepEqual(embedded(whole), [[text, `meta.embedded.block.${language}`]]);
          assertCloses(whole);
        }
      });
    }

    it('is found under dotted keys, in inline tables, and on one line', () => {
      assert.deepEqual(embedded('[[stack]]\n  config.environment = """\nA\n"""'), [
        ['A', 'meta.embedded.block.env'],
      ]);
      const inline = around('stack', 'pre_deploy = { path = ".", command = "make [[WHAT]]" }');
      assert.deepEqual(embedded(inline), [['make [[WHAT]]', 'meta.embedded.line.shell']]);
      assertCloses(inline);
      const literal = around('repo', "on_clone.command = 'npm ci'");
      assert.deepEqual(embedded(literal), [['npm ci', 'meta.embedded.line.shell']]);
      assertCloses(literal);
      assert.deepEqual(embedded(around('action', 'file_contents = """a();"""')), [
        ['a();', 'meta.embedded.block.typescript'],
      ]);
    });

    it('ends with its string, wherever on a line that opens and closes', () => {
      for (const [quote, other] of [
        ['"""', "'''"],
        ["'''", '"""'],
      ] as const) {
        for (const [first, last] of [
          ['', ''],
          ['', '  '],
          ['', 'b();'],
          ['a(`1`); ', ' // c'],
          ['a(`1', '2`); ` '],
          ['', `${other} // of the other kind `],
        ] as const) {
          const lines = [first, `const a = ${other}; // it's`, 'const b = `', last];
          const whole = around(
            'action',
            `file_contents = ${quote}${lines.join('\n')}${quote} # ${quote}`,
          );
          const pieces = lines.join('').replaceAll('\n', '');
          assert.equal(
            embedded(whole)
              .map(([piece]) => piece)
              .join(''),
            pieces,
            whole,
          );
          assertCloses(whole);
        }
        const inBraces = `config = { file_contents = ${quote}\na();\n  ${quote}, x = 1 }\npoll = 1`;
        assertCloses(`[[action]]\nname = "a"\n${inBraces}\n[[server]]\nname = "s"`);
        const mark = quote[0]!;
        const more = around('action', `file_contents = ${quote}\na();\n${quote}${mark}`);
        assertCloses(more);
      }
    });

    it('is as well between single quotes, and under a key in quotes', () => {
      const oneLine = around('action', "file_contents = 'a(1, `)'");
      assert.deepEqual(embedded(oneLine), [['a(1, `)', 'meta.embedded.line.typescript']]);
      assertCloses(oneLine);
      const escaped = around('stack', 'file_contents = "services: {a: \\"b\\"}"');
      assert.deepEqual(embedded(escaped), [['services: {a: \\"b\\"}', 'meta.embedded.line.yaml']]);
      assertCloses(escaped);
      const quoted = around('action', '"file_contents" = """\na();\n"""');
      assert.deepEqual(embedded(quoted), [['a();', 'meta.embedded.block.typescript']]);
      assertCloses(quoted);
    });

    it('does not begin in a comment, nor does what is quoted there turn anything', () => {
      const comments = '# file_contents = """\n# a """ here\nfile_contents = """\na();\n""" # """';
      const whole = around('action', comments);
      assert.deepEqual(embedded(whole), [['a();', 'meta.embedded.block.typescript']]);
      assertCloses(whole);
    });

    it('is not found in other blocks, or in the files of other programs', () => {
      assert.deepEqual(embedded(around('server', 'environment = """\nA=1\n"""')), []);
      assert.deepEqual(embedded(around('deployment', 'file_contents = """\nA=1\n"""')), []);
      assert.deepEqual(embedded('[package]\nenvironment = """\nA=1\n"""'), []);
      assert.deepEqual(found('[package]\npattern = "a*"', /komodo/), []);
    });

    it('is told for what Core takes for pairs', () => {
      const environment = '# first\nA = 1 # one\n- B: "two"\n// C = 3\nD=x[[TOKEN]]y';
      const tokens = found(
        around('stack', `environment = """\n${environment}\n"""`),
        /^(comment|variable|string\.unquoted|keyword)/,
      );
      assert.deepEqual(
        tokens
          .filter(([token]) => token.trim() !== '')
          .map(([token, scope]) => `${token} ${scope}`),
        [
          '# comment.line.env',
          ' first comment.line.env',
          'A variable.other.env',
          '= keyword.operator.assignment.env',
          '1 string.unquoted.env',
          '# comment.line.number-sign.env',
          ' one comment.line.number-sign.env',
          'B variable.other.env',
          ': keyword.operator.assignment.env',
          '"two" string.unquoted.env',
          '// comment.line.env',
          ' C = 3 comment.line.env',
          'D variable.other.env',
          '= keyword.operator.assignment.env',
          'x string.unquoted.env',
          '[[ variable.other.interpolated.toml',
          'TOKEN variable.other.interpolated.toml',
          ']] variable.other.interpolated.toml',
          'y string.unquoted.env',
        ],
      );
    });

    it('shows Variables in every text of a resource, and nowhere else', () => {
      const variable = 'variable.other.interpolated.toml';
      assert.deepEqual(scopesOf('TOKEN', around('server', 'address = "a[[TOKEN]]"')), [variable]);
      assert.deepEqual(scopesOf('TOKEN', around('stack', "environment = '''\nA=[[TOKEN]]\n'''")), [
        variable,
      ]);
      assert.deepEqual(scopesOf('TOKEN', '[package]\nname = "[[TOKEN]]"'), []);
    });

    describe('in a pattern', () => {
      const batch = (value: string) =>
        `[[procedure]]\n[[procedure.config.stage]]\nexecutions = [\n  { execution.type = "BatchDeploy", execution.params.pattern = ${value} },\n]\npoll = 1\n[[server]]\nname = "s"`;
      const parts = (value: string) => {
        const text = batch(value);
        assertCloses(text);
        return found(text, /^(?!meta).*(komodo|regexp)$/).map(
          ([token, scope]) =>
            `${token} ${scope.replace(/\.komodo$/, '').replace('constant.other.', '')}`,
        );
      };

      it('tells wildcards, regexes and commas apart', () => {
        assert.deepEqual(parts("'web-*, \\^db-\\d+$\\'"), [
          '* keyword.operator.wildcard',
          ', punctuation.separator.list',
          '\\ punctuation.definition.string.regexp.begin',
          '^ keyword.control.anchor.regexp',
          'db- string.regexp',
          '\\d character-class.escape.regexp',
          '+ keyword.operator.quantifier.regexp',
          '$ keyword.control.anchor.regexp',
          '\\ punctuation.definition.string.regexp.end',
        ]);
      });

      it('reads doubled backslashes between ", and plain ones elsewhere', () => {
        const regex = (value: string) => parts(value).filter((part) => /begin|end/.test(part));
        assert.equal(regex('"\\\\a\\\\"').length, 2);
        assert.equal(regex('"""\\a\\"""').length, 2);
        assert.equal(regex("'''\\a\\'''").length, 2);
        assert.deepEqual(parts('"a\\\\*"'), ['\\\\* constant.character.escape.wildcard']);
        assert.deepEqual(parts("'a\\*'"), ['\\* constant.character.escape.wildcard']);
      });

      it('knows comments, on lines of their own and behind items', () => {
        assert.deepEqual(parts('"""\n# all\nweb-? # some\n"""'), [
          '# punctuation.definition.comment',
          ' all comment.line.number-sign',
          '? keyword.operator.wildcard',
          '# punctuation.definition.comment',
          ' some comment.line.number-sign',
        ]);
      });

      it('that a permission goes by is one item, commas and all', () => {
        const group = (value: string) =>
          `[[user_group]]\nname = "a"\npermissions = [{ target.type = "Server", target.id = ${value}, level = "Read" }]\npoll = true\n[[server]]\nname = "s"`;
        const target = (value: string) => {
          assertCloses(group(value));
          return found(group(value), /^(?!meta).*(komodo|regexp)$/).map(
            ([token, scope]) =>
              `${token} ${scope.replace(/\.komodo$/, '').replace('constant.other.', '')}`,
          );
        };
        const regex = [
          ' punctuation.definition.string.regexp.begin',
          '^ keyword.control.anchor.regexp',
          'db,# string.regexp',
          '$ keyword.control.anchor.regexp',
          ' punctuation.definition.string.regexp.end',
        ];
        const behind = (slash: string) =>
          regex.map((each) => (each.startsWith(' ') ? slash + each : each));
        assert.deepEqual(target('"\\\\^db,#$\\\\"'), behind('\\\\'));
        assert.deepEqual(target("'\\^db,#$\\'"), behind('\\'));
        assert.deepEqual(target('"""\\^db,#$\\"""'), behind('\\'));
        assert.deepEqual(target('"web-*, # ?"'), [
          '* keyword.operator.wildcard',
          '? keyword.operator.wildcard',
        ]);
        assert.deepEqual(target('"a\\\\*"'), ['\\\\* constant.character.escape.wildcard']);
      });

      it('costs its own line alone where a quote is missing', () => {
        const text = '[[procedure]]\nconfig.pattern = "web-*\nname = "a"';
        const inPattern = tokensOf(grammar, text).filter(({ scopes }) =>
          scopes.some((scope) => scope.includes('pattern.komodo')),
        );
        assert.ok(inPattern.every(({ end }) => end <= text.indexOf('\nname')));
      });
    });
  });
}
