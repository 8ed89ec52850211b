import assert from 'node:assert/strict';
import { findingsIn } from '../testing/check.ts';

const found = (text: string) => findingsIn(text, {}, 'literal-secret');
const stack = (config: string) => `[[stack]]\nname = "a"\n[stack.config]\n${config}\n`;

describe('a secret in a file', () => {
  it('is told where Core fills in no Variable', () => {
    const [finding] = found(stack('webhook_secret = "a0f3c9"'));
    assert.equal(finding?.class, 'style');
    assert.equal(finding.text, '"a0f3c9"');
    assert.equal(
      finding.message,
      'Who can read this file can read this secret. Core fills no Variable in here. Leave it out, and set ' +
        '`webhook_secret` in its own configuration, for all webhooks.',
    );
    assert.equal(found('[[server]]\nname = "a"\nconfig.passkey = "a0f3c9"\n').length, 1);
  });

  it('is told where it could be a Variable', () => {
    const alerter = (url: string) =>
      `[[alerter]]\nname = "a"\nconfig.endpoint = { type = "Slack", params.url = "${url}" }\n`;
    assert.match(
      found(alerter('https://hooks.slack.com/services/T1/B2/x3'))[0]!.message,
      /\[\[NAME\]\]/,
    );
    assert.deepEqual(found(alerter('[[SLACK]]')), []);
    const build = (args: string) =>
      `[[build]]\nname = "a"\nconfig.secret_args = """\n${args}\n"""\n`;
    assert.equal(found(build('A=[[B]]\nTOKEN = a0f3c9')).length, 1);
    assert.deepEqual(found(build('# TOKEN=a0f3c9\nA=[[B]]\nB=""')), []);
  });

  it('is the value of a secret Variable', () => {
    const variable = (value: string, isSecret: boolean) =>
      `[[variable]]\nname = "A"\nvalue = "${value}"\nis_secret = ${isSecret}\n`;
    assert.match(found(variable('a0f3c9', true))[0]!.message, /Set it in the UI/);
    assert.deepEqual(found(variable('a0f3c9', false)), []);
    assert.deepEqual(found(variable('', true)), []);
  });

  it('is none where something stands in for it', () => {
    for (const text of [
      '',
      'CHANGE_ME',
      '<secret>',
      'your-secret-here',
      'xxxxxxxx',
      '{{ secret }}',
      '****',
    ])
      assert.deepEqual(found(stack(`webhook_secret = "${text}"`)), [], text);
  });
});
