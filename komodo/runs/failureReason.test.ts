import assert from 'node:assert/strict';
import { failureReason } from './failureReason.ts';

const thrown = (text: string) =>
  failureReason(`looking\n🚨 Action exited early with errors 🚨\n${text}\n`);

describe('why something failed', () => {
  it('is the last cause that Core gives', () => {
    assert.equal(
      failureReason('ERROR: Failed at DeployStack\n\nTRACE:\n\t1: Server is unreachable'),
      'Server is unreachable',
    );
    assert.equal(failureReason('ERROR: Resource is busy'), 'Resource is busy');
    assert.equal(failureReason('a\n port is taken'), 'port is taken');
  });

  it('is not known where Core lost it', () => {
    const error = 'Failed to query to db\n\t3: id is not ObjectId\n\t4: provided hex string …';
    assert.equal(failureReason(error), 'Core lost the reason; DeployStack would tell it');
  });

  it('is what a script threw, and not where', () => {
    const stack = '\n    at main (file:///actions/3cxC5JP3PD.ts:27:7)';
    assert.equal(thrown(`Error: no disk left${stack}`), 'no disk left');
    assert.equal(thrown(`TypeError: null has no foo${stack}`), 'TypeError: null has no foo');
    assert.equal(thrown('{ a: 1, b: [ 2 ] }'), '{ a: 1, b: [ 2 ] }');
  });

  it('is what Core answered the script', () => {
    const answer = (error: object) => thrown(`Status: 500\n${JSON.stringify(error, null, 2)}`);
    assert.equal(
      answer({ error: 'Did not find any Stack matching gone', trace: [] }),
      'Did not find any Stack matching gone',
    );
    assert.equal(
      answer({ error: 'Failed to execute command', trace: ['no connection', 'stream ended'] }),
      'Failed to execute command: stream ended',
    );
    assert.equal(thrown('Status: 502\n<html>'), 'Status: 502');
  });

  it('is what Deno says of a script that it does not run, or that ended by itself', () => {
    const red = '\u001B[0m\u001B[1m\u001B[31merror\u001B[0m: ';
    assert.equal(
      failureReason(
        `${red}SyntaxError: Expression expected\n   |\n27 | const x = ;\n   |           ~\n    at file:///actions/0nEBW.ts:27:11\n`,
      ),
      'SyntaxError: Expression expected',
    );
    assert.equal(
      failureReason(
        `${red}Uncaught (in promise) Error: late\n    at file:///actions/7C.ts:27:26\n`,
      ),
      'late',
    );
  });
});
