import assert from 'node:assert/strict';
import { findingsIn, type World } from '../testing/check.ts';

const found = (text: string, world?: World) => findingsIn(text, world, 'unclosed-variable');
const action = (script: string) =>
  `[[action]]\nname = "a"\n[action.config]\nfile_contents = """\n${script}\n"""\n`;

describe('the beginning of a Variable’s name without its end', () => {
  it('is found in the script of an Action', () => {
    const [finding, ...others] = found(action('console.log("[[TOKEN")'));
    assert.deepEqual(others, []);
    assert.equal(finding?.class, 'fails');
    assert.equal(finding.text, '[[');
    assert.match(
      finding.message,
      /its whole script, with the API key made for it, goes into the log/,
    );
    assert.deepEqual(finding.mended, [action('console.log("[[TOKEN]]")')]);
  });

  it('is found in all that Core fills in', () => {
    const stack = '[[stack]]\nname = "s"\n[stack.config]\n';
    assert.equal(found(`${stack}environment = "A=[[B"\n`).length, 1);
    assert.equal(found(`${stack}pre_deploy.command = "echo [[B"\n`).length, 1);
    assert.equal(found(`${stack}extra_args = ["a", "--x=[[B"]\n`)[0]?.text, '[[');
    assert.equal(found(`${stack}environment = [{ variable = "A", value = "[[B" }]\n`).length, 1);
    assert.deepEqual(found(`${stack}webhook_secret = "[[B"\n`), []);
    assert.deepEqual(found(`${stack}skip_secret_interp = true\nenvironment = "A=[[B"\n`), []);
    const alerter =
      '[[alerter]]\nname = "a"\nconfig.endpoint = { type = "Ntfy", params.url = "x/[[" }\n';
    assert.match(found(alerter)[0]!.message, /no alert is sent/);
    assert.deepEqual(found(alerter, { version: '1.19.5' }), []);
  });

  it('goes by the rules of Core', () => {
    const isFound = (script: string) => found(action(script)).length > 0;
    for (const script of [
      'const a = "[[NAME]] [[ OTHER ]]";',
      'const nested = [[1, 2], [3]];',
      'if [[ -n "$A" ]]; then',
      '"[[[NAME]]]"',
      '[[], []]]',
    ])
      assert.equal(isFound(script), false, script);
    for (const script of [
      'const nested = [[1], 2];',
      '[[1], [[2]]]',
      '[[[[NAME]]]]',
      '[[é]]',
      '"[[[NAME"',
      'a [[',
    ])
      assert.equal(isFound(script), true, script);
  });

  it('can be parted where it was an array', () => {
    const [finding] = found(action('const all = [["a", 1], ["b", 2]].concat([["c"], 4]);'));
    assert.deepEqual(finding?.mended, [
      action('const all = [["a", 1], ["b", 2]].concat([ ["c"], 4]);'),
    ]);
    assert.deepEqual(found(action('/[[(]/'))[0]?.mended, []);
  });
});
