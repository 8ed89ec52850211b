import assert from 'node:assert/strict';
import { twoTexts } from './twoTexts.ts';

const nameOf = () => undefined;

describe('a resource as Core has it and as it would be', () => {
  it('is TOML in Core’s style', () => {
    const change = {
      kind: 'Build',
      name: 'web',
      before: { branch: 'main', version: { major: 1, minor: 2, patch: 3 } },
      after: { branch: 'dev', version: { major: 1, minor: 2, patch: 3 } },
    };
    const { before, after, language } = twoTexts(change, '2.3.2', nameOf);
    assert.equal(language, 'toml');
    assert.match(before, /^\[\[build\]\]\nname = "web"\n/);
    assert.equal(after, before.replace('"main"', '"dev"'));
  });

  it('is empty before it is created', () => {
    const change = { kind: 'Repo', name: 'web', before: undefined, after: { repo: 'a/b' } };
    const { before, after } = twoTexts(change, '2.3.2', nameOf);
    assert.equal(before, '');
    assert.match(after, /repo = "a\/b"/);
  });

  it('may be a Variable', () => {
    const before = { value: '1', description: '', is_secret: false };
    const change = { kind: 'Variable', name: 'A', before, after: { ...before, value: '2' } };
    assert.deepEqual(twoTexts(change, '2.3.2', nameOf), {
      before: '[[variable]]\nname = "A"\nvalue = "1"\n',
      after: '[[variable]]\nname = "A"\nvalue = "2"\n',
      language: 'toml',
    });
  });

  it('is JSON where Core would refuse it', () => {
    const change = { kind: 'Build', name: 'web', before: {}, after: { branch: 5 } };
    assert.equal(twoTexts(change, '2.3.2', nameOf).language, 'json');
  });
});
