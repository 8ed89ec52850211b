import assert from 'node:assert/strict';
import { twoTexts } from './twoTexts.ts';

const nameOf = () => undefined;
const version = { major: 1, minor: 2, patch: 3 };

describe('a resource as Core has it and as it would be', () => {
  it('is TOML in Core’s style', () => {
    const change = {
      kind: 'Build',
      id: '1',
      name: 'web',
      before: { name: 'web', config: { branch: 'main', version } },
      after: { name: 'web', config: { branch: 'dev', version } },
    };
    const { before, after, language } = twoTexts(change, '2.3.2', nameOf);
    assert.equal(language, 'toml');
    assert.match(before, /^\[\[build\]\]\nname = "web"\n/);
    assert.equal(after, before.replace('"main"', '"dev"'));
  });

  it('is empty before it is created', () => {
    const state = { name: 'web', config: { repo: 'a/b' } };
    const change = { kind: 'Repo', id: '1', name: 'web', before: undefined, after: state };
    const { before, after } = twoTexts(change, '2.3.2', nameOf);
    assert.equal(before, '');
    assert.match(after, /repo = "a\/b"/);
  });

  it('is empty once it is deleted', () => {
    const state = { name: 'web', tags: ['shop'], config: { repo: 'a/b', branch: 'dev' } };
    const change = { kind: 'Repo', id: '1', name: 'web', before: state, after: undefined };
    const { before, after } = twoTexts(change, '2.3.2', nameOf);
    assert.equal(
      before,
      '[[repo]]\nname = "web"\ntags = ["shop"]\n[repo.config]\nrepo = "a/b"\nbranch = "dev"\n',
    );
    assert.equal(after, '');
  });

  it('tells another name, description and other tags', () => {
    const config = { branch: 'dev' };
    const change = {
      kind: 'Repo',
      id: '1',
      name: 'web',
      before: { name: 'web', description: '', tags: ['shop'], config },
      after: { name: 'site', description: 'The site', tags: [], config },
    };
    const { before, after } = twoTexts(change, '2.3.2', nameOf);
    assert.match(before, /^\[\[repo\]\]\nname = "web"\ntags = \["shop"\]\n/);
    assert.match(after, /^\[\[repo\]\]\nname = "site"\ndescription = "The site"\n/);
  });

  it('may be a Variable', () => {
    const before = { value: '1', description: '', is_secret: false };
    const change = {
      kind: 'Variable',
      id: 'A',
      name: 'A',
      before,
      after: { ...before, value: '2' },
    };
    assert.deepEqual(twoTexts(change, '2.3.2', nameOf), {
      before: '[[variable]]\nname = "A"\nvalue = "1"\n',
      after: '[[variable]]\nname = "A"\nvalue = "2"\n',
      language: 'toml',
    });
  });

  it('is JSON where Core would refuse it', () => {
    const state = (branch: unknown) => ({ name: 'web', config: { branch } });
    const change = { kind: 'Build', id: '1', name: 'web', before: state('main'), after: state(5) };
    assert.equal(twoTexts(change, '2.3.2', nameOf).language, 'json');
  });
});
