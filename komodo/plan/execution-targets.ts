/**
 * What an execution acts on. Its params say it by their names alone, the same for all types; a Batch execution names
 * its resources by a pattern.
 */
import type { ResourceKind } from '../inventory/inventory.ts';

export interface Reference {
  readonly kind: ResourceKind;
  /** How the param names resources: one by its name, several in an array, or by a pattern. */
  readonly form: 'name' | 'names' | 'pattern';
}

const byParam: ReadonlyMap<string, Reference> = new Map([
  ['stack', { kind: 'stack', form: 'name' }],
  ['deployment', { kind: 'deployment', form: 'name' }],
  ['build', { kind: 'build', form: 'name' }],
  ['repo', { kind: 'repo', form: 'name' }],
  ['procedure', { kind: 'procedure', form: 'name' }],
  ['action', { kind: 'action', form: 'name' }],
  ['sync', { kind: 'resource_sync', form: 'name' }],
  ['alerter', { kind: 'alerter', form: 'name' }],
  ['alerters', { kind: 'alerter', form: 'names' }],
  ['server', { kind: 'server', form: 'name' }],
  ['swarm', { kind: 'swarm', form: 'name' }],
]);

/** The kinds that Batch executions pick from, by the word in their names that tells it; the first that fits counts. */
const byBatchWord = [
  ['Stack', 'stack'],
  ['Procedure', 'procedure'],
  ['Action', 'action'],
  ['Repo', 'repo'],
  ['Build', 'build'],
  ['Deploy', 'deployment'],
] as const;

/** What a param of an execution refers to; undefined for a param that names no resource. */
export function referenceOf(type: string, param: string): Reference | undefined {
  if (param !== 'pattern') return byParam.get(param);
  const kind = byBatchWord.find(([word]) => type.includes(word))?.[1];
  return isBatch(type) && kind ? { kind, form: 'pattern' } : undefined;
}

/** Whether Core makes one execution of it for each resource that its pattern picks. */
export function isBatch(type: string): boolean {
  return type.startsWith('Batch');
}

/** The execution that Core runs for each target: `DeployStack` for `BatchDeployStack`, else the type itself. */
export function singleOf(type: string): string {
  return isBatch(type) ? type.slice('Batch'.length) : type;
}
