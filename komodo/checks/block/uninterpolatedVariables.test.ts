import assert from 'node:assert/strict';
import { findingsIn, procedureWith } from '../testing/check.ts';

const found = (text: string) => findingsIn(text, {}, 'uninterpolated-variable');

describe('a Variable where Core fills in none', () => {
  it('is found at its name', () => {
    const [finding, ...others] = found(
      '[[stack]]\nname = "a"\n[stack.config]\nwebhook_secret = "[[HOOK]]"\nenvironment = "A=[[B]]"\n',
    );
    assert.deepEqual(others, []);
    assert.equal(finding?.class, 'surprising');
    assert.equal(finding.text, 'HOOK');
    assert.equal(
      finding.message,
      'Core does not fill Variables into `webhook_secret`: it stays `[[HOOK]]`.',
    );
  });

  it('is found in a Variable, a list and an execution', () => {
    assert.match(
      found('[[variable]]\nname = "A"\nvalue = "http://[[HOST]]"\n')[0]!.message,
      /into the value of another one/,
    );
    assert.equal(found('[[stack]]\nname = "a"\nconfig.links = ["http://[[HOST]]"]\n').length, 1);
    const execution = '{ execution = { type = "DeployStack", params = { stack = "[[NAME]]" } } }';
    assert.equal(found(procedureWith(execution)).length, 1);
  });

  it('is none in a text for people, in the args of an Action, or in small letters', () => {
    assert.deepEqual(found('[[stack]]\nname = "a"\ndescription = "[[NAME]] is a secret"\n'), []);
    assert.deepEqual(found('[[stack]]\nname = "a"\nconfig.links = ["[[a]]"]\n'), []);
    const args =
      '{ execution.type = "RunAction", execution.params = { action = "a", args.x = "[[X]]" } }';
    assert.deepEqual(found(procedureWith(args)), []);
  });
});
