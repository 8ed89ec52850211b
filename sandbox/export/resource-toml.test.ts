import assert from 'node:assert/strict';
import { testCore } from '../testing/core.ts';
import type { Kind } from '../wire.ts';
import { resourceToml } from './resource-toml.ts';

/** What Core writes of the resource `x` of a file. */
function exported(kind: Kind, file: string): string {
  const { core } = testCore(file);
  return resourceToml(core, kind, core.resources.get(kind, 'x'));
}

// Held against exports of a running Core 2.3.2.
describe('resourceToml', () => {
  it('leaves an empty line for a stage without a name', () => {
    const file = `
[[procedure]]
name = "x"

[[procedure.config.stage]]
name = ""
enabled = false
executions = []
`;
    assert.equal(
      exported('Procedure', file),
      '[[procedure]]\nname = "x"\n\n[[procedure.config.stage]]\n\nenabled = false\nexecutions = []',
    );
  });

  it('leaves an empty line where the first field of a config is empty, and none for others', () => {
    const fields = '[[repo]]\nname = "x"\n[repo.config]\n';
    assert.equal(
      exported('Repo', `${fields}git_provider = ""\nbranch = "dev"`),
      `${fields}\nbranch = "dev"`,
    );
    assert.equal(
      exported('Repo', `${fields}git_provider = "git.lan"\nbranch = ""`),
      `${fields}git_provider = "git.lan"`,
    );
  });

  it('leaves out the version of a Build that Core counts up itself', () => {
    const build = '[[build]]\nname = "x"\n[build.config]\n';
    assert.equal(exported('Build', `${build}version = "1.2.3"`), build);
    const own = `${build}version = "1.2.3"\nauto_increment_version = false`;
    assert.equal(exported('Build', own), own);
  });
});
