import assert from 'node:assert/strict';
import { findingsIn } from '../testing/check.ts';

const others = [
  '[[build]]\nname = "app"\n[[deployment]]\nname = "shop"\nconfig.image = { type = "Build", params = { build = "app" } }\n',
  '[[deployment]]\nname = "cache"\nconfig.image = { type = "Image", params = { image = "redis" } }\n',
];
const stage = (execution: string, more = '') =>
  `[[procedure.config.stage]]\nname = "s"\n${more}\nexecutions = [${execution}]\n`;
const run = (type: string, params: string, more = '') =>
  `{ execution.type = "${type}", execution.params.${params}${more} }`;
const build = (more = '') => run('RunBuild', 'build = "app"', more);
const deploy = run('Deploy', 'deployment = "shop"');
const disabled = 'enabled = false';

const found = (...stages: string[]) =>
  findingsIn(`[[procedure]]\nname = "p"\n${stages.join('')}`, { others }, 'disabled-build');

describe('a deployment of a build', () => {
  it('goes on without it where the stage of the build is disabled', () => {
    const [old, ...more] = found(stage(build(), disabled), stage(deploy));
    assert.deepEqual(more, []);
    assert.equal(old?.class, 'style');
    assert.equal(old.text, '"shop"');
    assert.equal(
      old.message,
      'This deploys what was built of `app` before: the `RunBuild` above is disabled with its stage.',
    );
    assert.ok(old.related);
    assert.match(old.mended[0]!, /enabled = true\nexecutions = \[{ execution\.type = "RunBuild"/);
  });

  it('goes on without it where the build alone is disabled', () => {
    const [old] = found(stage(build(`, ${disabled}`)), stage(deploy));
    assert.match(old!.message, /the `RunBuild` above is disabled\.$/);
    assert.match(old!.mended[0]!, /build = "app", enabled = true }/);
  });

  it('and of what patterns pick', () => {
    const batches = [run('BatchRunBuild', 'pattern = "*"'), run('BatchDeploy', 'pattern = "s*"')];
    assert.equal(found(stage(batches[0]!, disabled), stage(batches[1]!)).length, 1);
  });

  it('has it where it runs, or never was to wait for it', () => {
    assert.deepEqual(found(stage(build()), stage(deploy)), []);
    assert.deepEqual(found(stage(deploy), stage(build(), disabled)), []);
    assert.deepEqual(found(stage(build(), disabled), stage(build()), stage(deploy)), []);
    assert.deepEqual(found(stage(build(), disabled), stage(deploy, disabled)), []);
    const cache = run('Deploy', 'deployment = "cache"');
    assert.deepEqual(found(stage(build(), disabled), stage(cache)), []);
  });
});
