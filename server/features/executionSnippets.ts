/** Executions to begin with: what Core insists on, in the form in which people write it. */
import { CompletionItemKind } from 'vscode-languageserver';
import { paramsOf } from '../../komodo/resources/index.ts';
import { schemaFor, type Schema, type TaggedVariant } from '../../komodo/schema/index.ts';
import { lacking, type Proposal } from './completionItem.ts';
import type { Context } from './context.ts';
import { requiredFields } from './valueSnippet.ts';
import { neededVersion } from './versionWords.ts';

/** All types of execution of a version, those that people use most first. */
function executionTypes(schema: Schema): readonly TaggedVariant[] {
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

/**
 * All types of execution as proposals, and behind them those that only newer Cores have.
 *
 * @param snippet what a type is written as, by the facts of a version that has it
 */
export function executionProposals(
  context: Context,
  snippet: (schema: Schema, type: string) => string,
): Proposal[] {
  const { schema } = context;
  const newest = schemaFor();
  const proposal = (facts: Schema, name: string): Proposal => ({
    label: name,
    kind: CompletionItemKind.Function,
    snippet: snippet(facts, name),
    data: { type: 'Execution', variant: name },
    goesOn: true,
  });
  const newer = newest === schema ? [] : executionTypes(newest);
  return [
    ...executionTypes(schema).map(({ name }) => proposal(schema, name)),
    ...newer.flatMap(({ name }) => {
      const needed = neededVersion('Execution', name, context);
      return needed === undefined ? [] : [lacking(proposal(newest, name), needed)];
    }),
  ];
}

/**
 * `execution.type = "DeployStack", execution.params.stack = "$1"`
 *
 * @param between the two pairs
 */
export function executionPairs(schema: Schema, type: string, between = ', '): string {
  return `execution.type = "${type}"${between}${paramsPairs(schema, type, 'execution.')}`;
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
