import assert from 'node:assert/strict';
import { documentationOf } from '../komodo/schema/documentation.ts';
import { schemaFor } from '../komodo/schema/index.ts';
import { collectDocumentation } from './documentation.mts';

const documentation = collectDocumentation();
const textOn = (type: string, name: string, core = '2.3.2') =>
  documentationOf(documentation, schemaFor(core).types.get(type)!, name) ?? '';

describe('the documentation of the typings', () => {
  it('is there for fields, executions, params and variants', () => {
    assert.match(textOn('PartialStackConfig', 'project_name'), /docker compose -p/);
    assert.match(textOn('Execution', 'RunSync'), /Resource Sync/);
    assert.match(textOn('DeployStack', 'services'), /specific services/);
    assert.match(textOn('PermissionLevel', 'Execute'), /execute actions/);
    assert.match(textOn('DeploymentImage::Image', 'image'), /docker image/);
  });

  it('has older texts on what the newest version no longer has', () => {
    assert.match(textOn('PartialServerConfig', 'timeout_seconds', '1.19.5'), /timeout/i);
  });

  it('holds nothing but types of resource files, without marks of comments', () => {
    assert.equal(documentation.ListStacks, undefined);
    const texts = Object.values(documentation).flatMap((type) => Object.values(type));
    assert(texts.length > 500);
    assert(!texts.some((text) => /\/\*\*|\*\//.test(text)));
    // What a request is answered with is no matter of files.
    assert(!texts.some((text) => text.includes('ponse: [')));
  });
});
