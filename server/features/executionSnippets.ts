/** Executions to begin with: what Core insists on, in the form in which people write it. */
import type { Schema, TaggedVariant } from '../../komodo/schema/index.ts';
import { requiredFields } from './valueSnippet.ts';
import { paramsOf } from '../../komodo/resources/index.ts';

/** All types of execution of a version, those that people use most first. */
export function executionTypes(schema: Schema): readonly TaggedVariant[] {
  const definition = schema.types.get('Execution');
  if (definition?.kind !== 'tagged') return [];
  const rank = ({ name }: TaggedVariant) => {
    const place = mostUsed.indexOf(name);
    return place < 0 ? mostUsed.length : place;
  };
  return definition.variants.toSorted((a, b) => rank(a) - rank(b));
}

/** As counted in public repositories. */
const mostUsed = [
  'DeployStack',
  'RunSync',
  'BatchDeployStackIfChanged',
  'RunAction',
  'GlobalAutoUpdate',
  'BackupCoreDatabase',
  'PullRepo',
  'DeployStackIfChanged',
  'DestroyStack',
  'RunProcedure',
  'RunBuild',
  'Deploy',
  'Sleep',
];

/** `execution.type = "DeployStack", execution.params.stack = "$1"` */
export function executionPairs(schema: Schema, type: string): string {
  return `execution.type = "${type}", ${paramsPairs(schema, type, 'execution.')}`;
}

/**
 * The params of an execution beside its type: by dotted keys, and as `{}` where it takes none.
 *
 * @param prefix what stands before `params` in a dotted key
 */
export function paramsPairs(schema: Schema, type: string, prefix: string): string {
  const struct = paramsOf(type, schema);
  const fields = struct ? requiredFields(schema, struct) : '';
  const count = struct?.fields.filter((field) => field.required).length ?? 0;
  if (count === 1) return `${prefix}params.${fields}`;
  return fields === '' ? `${prefix}params = {$1}` : `${prefix}params = { ${fields} }`;
}
