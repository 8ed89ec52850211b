import assert from 'node:assert/strict';
import { findingsIn, type World } from '../testing/check.ts';

const variable = '[[variable]]\nname = "A"\nvalue = "1"\n';
const sync = (config: string) =>
  `[[resource_sync]]\nname = "infra"\n[resource_sync.config]\nrepo = "me/infra"\n${config}\n`;
const found = (text: string, others: string[], world?: World) =>
  findingsIn(text, { others, ...world }, 'left-out-of-sync');

describe('Variables and user groups in a file', () => {
  const path = 'resources/variables.toml';

  it('are left out by a sync that does not include them', () => {
    const [finding, ...rest] = found(variable + variable, [sync('resource_path = ["resources"]')], {
      path,
    });
    assert.deepEqual(rest, []);
    assert.equal(finding?.class, 'ignored');
    assert.equal(finding.isUnsure, true);
    assert.equal(finding.text, '[[variable]]');
    assert.equal(
      finding.message,
      'The sync `infra` leaves the Variables of this file out: that takes `include_variables = true`.',
    );
    assert.equal(finding.elsewhere?.[0]?.message, '`infra` reads this file.');
    const group = '[[user_group]]\nname = "devs"\n';
    assert.match(
      found(group, [sync('resource_path = "./resources/, b"')], { path })[0]!.message,
      /the user groups of this file out: that takes `include_user_groups = true`/,
    );
  });

  it('are fine where one includes them', () => {
    const includes = sync('resource_path = ["."]\ninclude_variables = true').replace(
      'infra',
      'all',
    );
    assert.deepEqual(
      found(variable, [sync('resource_path = ["resources"]'), includes], { path }),
      [],
    );
  });

  it('are fine where that is said', () => {
    const excludes = sync('resource_path = ["resources"]\ninclude_variables = false');
    assert.deepEqual(found(variable, [excludes], { path }), []);
  });

  it('are no matter where no sync of the workspace is known to read the file', () => {
    assert.deepEqual(found(variable, []), []);
    assert.deepEqual(found(variable, [sync('resource_path = ["res"]')], { path }), []);
    const onHost = sync('files_on_host = true\nresource_path = ["resources"]');
    assert.deepEqual(found(variable, [onHost], { path }), []);
  });
});
