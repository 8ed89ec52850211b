import assert from 'node:assert/strict';
import { reply } from './reply.ts';
import { answerToml } from './toml.ts';

const ask = (question: object) =>
  JSON.parse(reply(JSON.stringify(question), answerToml)) as unknown;

describe('the verdict on a resource file', () => {
  it('is what Core writes', () => {
    assert.equal(
      reply(
        '{"id": 1.0, "text": "[[server]]\\nname = \\"a\\"\\nconfig.cpu_warning = 90"}',
        answerToml,
      ),
      '{"id":1.0,"ok":true,"value":{"servers":[{"name":"a","config":{"cpu_warning":90.0}}]}}',
    );
  });

  it('is the error with its place in the text as Core rewrites it', () => {
    const text = '[[stack]]\nname = """a\\b"""\ndeploy = """\\d"""';
    assert.deepEqual(ask({ id: 'x', text }), {
      id: 'x',
      ok: false,
      error:
        'failed to parse resource file contents: TOML parse error at line 3, column 10\n' +
        '  |\n3 | deploy = """\\\\d"""\n  |          ^^^^^^^^^\n' +
        'invalid type: string "\\\\d", expected a boolean\n',
      message: 'invalid type: string "\\\\d", expected a boolean',
      line: 3,
      column: 10,
      span: [37, 46],
      source_span: [36, 44],
    });
  });

  it('is that of the Core asked for', () => {
    const text = 'swarm = 5';
    assert.deepEqual(ask({ text, core: '1.19.5' }), { id: null, ok: true, value: {} });
    assert.deepEqual(
      (ask({ text }) as { message: string }).message,
      'invalid type: integer `5`, expected a sequence',
    );
  });
});

describe('a line that is no question', () => {
  const examples = [
    ['{"id": 1}', '{"id":1,"bad_question":"missing field `text`"}'],
    ['{"text": 5}', '{"id":null,"bad_question":"invalid type: integer `5`, expected a string"}'],
    ['[1]', '{"id":null,"bad_question":"invalid type: integer `1`, expected a string"}'],
    ['7', '{"id":null,"bad_question":"invalid type: integer `7`, expected struct Question"}'],
    ['{"id": }', '{"id":null,"bad_question":"expected value at line 1 column 8"}'],
  ] as const;
  for (const [line, answer] of examples) {
    it(`is told so: ${line}`, () => assert.equal(reply(line, answerToml), answer));
  }
});
