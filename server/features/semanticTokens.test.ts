import assert from 'node:assert/strict';
import { SemanticTokensBuilder, type Range } from 'vscode-languageserver';
import { schemaFor } from '../../komodo/schema/index.ts';
import { documentOf } from '../testing/text.ts';
import { legend, semanticTokens } from './semanticTokens.ts';

/** `word: type.modifiers` of every token, in the order of the text. */
function tokens(text: string, range?: Range): string[] {
  const document = documentOf(text);
  const builder = new SemanticTokensBuilder();
  semanticTokens(document, schemaFor(), builder, range);
  const { data } = builder.build();
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down, right, length, type, bits] = data.slice(at, at + 5) as [
      number,
      number,
      number,
      number,
      number,
    ];
    character = down === 0 ? character + right : right;
    line += down;
    const start = document.lines.offsetAt({ line, character });
    const names = legend.tokenModifiers.filter((_, bit) => bits & (1 << bit));
    const what = [legend.tokenTypes[type], ...names].join('.');
    found.push(`${document.text.slice(start, start + length)}: ${what}`);
  }
  return found;
}
const stage = (execution: string) =>
  `[[procedure]]\n[[procedure.config.stage]]\nexecutions = [${execution}]`;

describe('semantic tokens', () => {
  it('tell an execution from what it acts on', () => {
    const deploy = '{ execution.type = "DeployStack", execution.params.stack = "web" }';
    assert.deepEqual(tokens(stage(deploy)), ['DeployStack: function.execution', 'web: type.stack']);
    const run = '{ execution = { type = "RunProcedure", params = { procedure = "all" } } }';
    assert.deepEqual(tokens(stage(run)), [
      'RunProcedure: function.execution',
      'all: function.procedure',
    ]);
  });

  it('tell of what a name is the name, where it is defined and where it is used', () => {
    const text = [
      '[[stack]]',
      'name = "web"',
      'tags = ["prod"]',
      'config.server = "harbour"',
      '[[user_group]]',
      'name = "ops"',
      '[[variable]]',
      'name = "TOKEN"',
    ];
    assert.deepEqual(tokens(text.join('\n')), [
      'web: type.declaration.stack',
      'prod: label',
      'harbour: type.server',
      'ops: type.declaration.user_group',
      'TOKEN: variable.declaration',
    ]);
  });

  it('find Variables in texts, over what they are a part of', () => {
    const text = '[[stack]]\nconfig.server = "[[WHERE]]-1"\nconfig.environment = """\nA=[[B]]\n"""';
    assert.deepEqual(tokens(text), ['WHERE: variable', 'B: variable']);
  });

  it('find what stands between the wildcards of a permission, of which the whole text is one', () => {
    const group = (target: string) =>
      tokens(`[[user_group]]\npermissions = [{ target = { type = "Server", id = ${target} } }]`);
    assert.deepEqual(group('"prod, -*"'), ['Server: enumMember', 'prod, -: type.pattern.server']);
    assert.deepEqual(group('"\\\\^prod$\\\\"'), ['Server: enumMember']);
    assert.deepEqual(group('"prod-1"'), ['Server: enumMember', 'prod-1: type.server']);
  });

  it('find names in patterns, and what stands between wildcards', () => {
    const batch = (pattern: string) =>
      tokens(
        stage(`{ execution.type = "BatchDeploy", execution.params.pattern = ${pattern} }`),
      ).slice(1);
    assert.deepEqual(batch('"web, db-*-?, *"'), [
      'web: type.deployment',
      'db-: type.pattern.deployment',
      '-: type.pattern.deployment',
    ]);
    assert.deepEqual(batch("'\\^regex$\\, a'"), ['a: type.deployment']);
    assert.deepEqual(batch('"""\nx*\ny\n"""'), [
      'x: type.pattern.deployment',
      'y: type.deployment',
    ]);
  });

  it('find values that are one of a few, and schedules', () => {
    const config = '[[procedure]]\n[procedure.config]\nschedule_format = "Cron"\n';
    assert.deepEqual(tokens(`${config}schedule = "0 0 3 * * *"`), [
      'Cron: enumMember',
      '0 0 3 * * *: string.schedule',
    ]);
    assert.deepEqual(tokens(config.replace('"Cron"', '"cron"')), []);
    const alerter = '[[alerter]]\n[alerter.config]\nendpoint.type = "Slack"';
    assert.deepEqual(tokens(alerter), ['Slack: enumMember']);
  });

  it('are those of a range', () => {
    const text = '[[stack]]\nname = "a"\n[[stack]]\nname = "b"\n[[stack]]\nname = "c"';
    const range = { start: { line: 2, character: 0 }, end: { line: 4, character: 0 } };
    assert.deepEqual(tokens(text, range), ['b: type.declaration.stack']);
  });

  it('stand on one line each', () => {
    assert.deepEqual(tokens('[[stack]]\nname = """a\nb"""'), []);
  });
});
