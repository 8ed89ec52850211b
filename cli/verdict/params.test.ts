import assert from 'node:assert/strict';
import { answerParams } from './params.ts';
import { reply } from './reply.ts';

const ask = (question: string) => reply(question, answerParams);

describe('the verdict on an execution', () => {
  it('has the defaults of its params', () => {
    assert.equal(
      ask('{"id":1,"type":"CommitSync","params":{"id":"a"}}'),
      '{"id":1,"ok":true,"value":{"type":"CommitSync","params":{"sync":"a"}}}',
    );
    assert.equal(
      ask(
        '{"id":2,"type":"RunAction","params":{"action":"a","args":{"b":1.0,"10":null,"9":1e20}}}',
      ),
      '{"id":2,"ok":true,"value":{"type":"RunAction","params":{"action":"a","args":{"b":1.0,"10":null,"9":1e+20}}}}',
    );
  });

  it('is the error of serde', () => {
    const examples = [
      ['{"type":"RunSync"}', 'missing field `params`'],
      ['{"type":"RunSync","params":null}', 'missing field `params`'],
      ['{"type":"RunSync","params":{"sync":null}}', 'invalid type: null, expected a string'],
      [
        '{"type":"Sleep","params":{"duration_ms":0.5}}',
        'invalid type: floating point `0.5`, expected i64',
      ],
      ['{"type":"Sleep","params":[1,2]}', 'invalid length 2, expected fewer elements in array'],
      ['{"type":"CommitSync","params":{"id":"a","sync":"b"}}', 'duplicate field `sync`'],
    ] as const;
    for (const [question, error] of examples)
      assert.deepEqual(JSON.parse(ask(question)), { id: null, ok: false, error });
  });

  it('is that of the Core asked for', () => {
    const question = '{"type":"SendAlert","params":{"message":"a"},"core":"1.18.4"}';
    assert.match(ask(question), /unknown variant `SendAlert`/);
  });
});
