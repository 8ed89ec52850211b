import assert from 'node:assert/strict';
import { findingsIn, procedureWith } from '../testing/check.ts';

const scaling = `[[action]]
name = "scale"
[action.config]
arguments_format = "json"
arguments = '{ "stack": "web", "count": 2, "only": ["a"], "more": { "deep": true } }'
file_contents = """
console.log(ARGS.stack, ARGS.count, ARGS.dry_run);
"""
`;
const caller = (args: string) =>
  `[[action]]\nname = "caller"\n[action.config]\nfile_contents = """
await komodo.execute_and_poll("RunAction", { action: "scale", args: ${args} });
"""\n`;
const found = (text: string, action = scaling) =>
  findingsIn(text, { others: [action] }, 'action-args');

describe('the arguments of a run of an Action', () => {
  it('are fine where it has or reads them', () => {
    const args = '{ stack: "db", count: n, dry_run: true, only: [], more: { deep: false, x: 1 } }';
    assert.deepEqual(found(caller(args)), []);
  });

  it('may be none of its own', () => {
    const [finding, ...others] = found(caller('{ stakc: "db" }'));
    assert.deepEqual(others, []);
    assert.equal(finding?.class, 'ignored');
    assert.equal(finding.text, 'stakc');
    assert.equal(
      finding.message,
      '`scale` has no argument `stakc`, and its script does not read it. Did you mean `stack`?',
    );
    assert.deepEqual(finding.mended, [caller('{ stack: "db" }')]);
    assert.deepEqual(found(caller('{ "stakc": 1 }'))[0]?.mended, [caller('{ "stack": 1 }')]);
  });

  it('may be any where its script takes all of them', () => {
    assert.deepEqual(
      found(caller('{ x: 1 }'), '[[action]]\nname = "scale"\nconfig.file_contents = "f(ARGS)"\n'),
      [],
    );
  });

  it('may be of another type than its defaults', () => {
    const [count, deep] = found(caller('{ count: "3", more: { deep: 1 } }'));
    assert.equal(count?.class, 'surprising');
    assert.equal(
      count.message,
      '`count` is a number by default, and a text here. The script gets it as it is given.',
    );
    assert.equal(deep?.text, 'deep');
    assert.deepEqual(found(caller('{ count: null }')), []);
  });

  it('fail where Core cannot join them with the defaults', () => {
    const [only, more] = found(caller('{ only: "b", more: null }'));
    assert.equal(only?.class, 'fails');
    assert.match(only.message, /an array by default, and a text here\. Core does not join the two/);
    assert.equal(more?.class, 'fails');
  });

  it('are texts in lines of name = value, which may be meant as others', () => {
    const lines =
      '[[action]]\nname = "scale"\nconfig.arguments = "count = 2"\nconfig.file_contents = "ARGS.count"\n';
    assert.deepEqual(found(caller('{ count: 3 }'), lines), []);
    assert.equal(found(caller('{ count: [3] }'), lines).length, 1);
  });

  it('are looked at in Procedures, too', () => {
    const run = (args: string) =>
      procedureWith(
        `{ execution = { type = "RunAction", params = { action = "scale", args = ${args} } } }`,
      );
    const [finding, ...others] = found(run('{ stakc = "db", count = 3 }'));
    assert.deepEqual(others, []);
    assert.deepEqual(finding?.mended, [run('{ stack = "db", count = 3 }')]);
  });

  it('are those of nobody where there are two of the name', () => {
    assert.deepEqual(
      findingsIn(caller('{ x: 1 }'), { others: [scaling, scaling] }, 'action-args'),
      [],
    );
  });
});
