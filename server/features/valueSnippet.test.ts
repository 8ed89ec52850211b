import assert from 'node:assert/strict';
import { schemaFor, type StructDefinition } from '../../komodo/schema/index.ts';
import { plainText, requiredFields, valueSnippet } from './valueSnippet.ts';

describe('value snippets', () => {
  const schema = schemaFor();
  const ref = (name: string) => valueSnippet(schema, { kind: 'ref', name });

  it('hold what is required, with a stop for each thing', () => {
    assert.equal(ref('DeployStack'), '{ stack = "$1" }');
    assert.equal(ref('DeleteImage'), '{ server = "$1", name = "$2" }');
    assert.equal(ref('BackupCoreDatabase'), '{}');
    assert.equal(ref('ScheduleFormat'), '"${1|English,Cron|}"');
    assert.equal(ref('EnabledExecution'), '{ execution = { type = "$1", params = { $2 } } }');
    const version = (schema.types.get('DeploymentImage::Build') as StructDefinition).byName.get(
      'version',
    );
    assert.equal(valueSnippet(schema, version?.type), '"$1"');
    const target = schema.types.get('DeleteImage') as StructDefinition;
    assert.equal(requiredFields(schema, target), 'server = "$1", name = "$2"');
  });

  it('hold a text where every variant has one, and a level where nothing comes without', () => {
    assert.equal(
      ref('PermissionToml'),
      '{ target = { type = "$1", id = "$2" }, level = "${3|None,Read,Execute,Write|}" }',
    );
    const permission = schema.types.get('PermissionToml') as StructDefinition;
    assert.equal(
      requiredFields(schema, permission, '\n'),
      'target = { type = "$1", id = "$2" }\nlevel = "${3|None,Read,Execute,Write|}"',
    );
  });

  it('have a plain form', () => {
    assert.equal(plainText('{ a = "$1", b = ${2:0} }'), '{ a = "", b = 0 }');
    assert.equal(plainText('"${1|English,Cron|}"'), '"English"');
    assert.equal(plainText('"\\\\^x\\$"'), '"\\^x$"');
  });
});
