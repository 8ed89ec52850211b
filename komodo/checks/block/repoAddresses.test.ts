import assert from 'node:assert/strict';
import { findingsIn } from '../testing/check.ts';

const repo = (...config: string[]) => `[[repo]]\nname = "r"\n[repo.config]\n${config.join('\n')}\n`;
const found = (text: string) => findingsIn(text, {}, 'repo-address');

describe('the address of a repository', () => {
  it('is made by Core, and so is none where one stands already', () => {
    const [finding, ...more] = found(repo('repo = "https://github.com/me/site.git"'));
    assert.deepEqual(more, []);
    assert.equal(finding?.class, 'fails');
    assert.equal(finding.text, '"https://github.com/me/site.git"');
    assert.equal(
      finding.message,
      'Core puts the host in front and clones `https://github.com/https://github.com/me/site.git`, which is nowhere. Write `me/site`.',
    );
    assert.deepEqual(finding.mended, [repo('repo = "me/site"')]);
  });

  it('does not begin with the host once more', () => {
    const [finding] = found(repo('repo = "github.com/me/site"'));
    assert.match(finding!.message, /clones `https:\/\/github.com\/github.com\/me\/site`/);
    assert.deepEqual(finding!.mended, [repo('repo = "me/site"')]);
    assert.deepEqual(found(repo('repo = "github/site"')), []);
    const local = repo('git_provider = "git"', 'repo = "git/me/site"');
    assert.deepEqual(found(local), []);
  });

  it('has its host apart', () => {
    assert.deepEqual(found(repo("repo = 'git@git.example.org:me/site.git' # mine"))[0]?.mended, [
      repo("repo = 'me/site' # mine", 'git_provider = "git.example.org"'),
    ]);
    assert.deepEqual(
      found(repo('git_provider = "github.com"', 'repo = "http://git.example.org:3000/me/site"'))[0]
        ?.mended,
      [repo('git_provider = "git.example.org:3000"', 'repo = "me/site"')],
    );
    assert.deepEqual(
      found('[[stack]]\nname = "a"\nconfig = { repo = "https://codeberg.org/a/b" }\n')[0]?.mended,
      ['[[stack]]\nname = "a"\nconfig = { repo = "a/b", git_provider = "codeberg.org" }\n'],
    );
  });

  it('is not the host', () => {
    const [finding] = found(repo('git_provider = "https://git.example.org/"', 'repo = "me/site"'));
    assert.match(finding!.message, /`https:\/\/https:\/\/git.example.org\/` is nowhere/);
    assert.deepEqual(finding?.mended, [
      repo('git_provider = "git.example.org"', 'repo = "me/site"'),
    ]);
  });

  it('may be anything where Core does not look', () => {
    assert.deepEqual(found(repo('repo = "me/site"', 'git_provider = "git.example.org:3000"')), []);
    const stack = '[[stack]]\nname = "a"\n[stack.config]\nrepo = "https://a.org/b/c"\n';
    assert.equal(found(stack).length, 1);
    assert.deepEqual(found(`${stack}linked_repo = "r"\n`), []);
    assert.deepEqual(found(`${stack}files_on_host = true\n`), []);
    assert.deepEqual(found('[[deployment]]\nname = "a"\n'), []);
  });
});
