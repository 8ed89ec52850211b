import type { DefinedName } from '../inventory/workspaceInventory.ts';
import { definitionOfResource } from '../plan/from-resource.ts';
import type { ProcedureDefinition } from '../plan/plan.ts';
import { perResource } from '../resources/index.ts';
import { definitionOf } from './definitions.ts';

/** What other files need to know of a block. It holds nothing of the text it comes from, so that it can be kept. */
export interface ResourceFacts extends DefinedName {
  /** What it runs, if it is a Procedure. */
  readonly procedure?: ProcedureDefinition;
}

/** The facts of a block that has a name. */
export const factsOf = perResource((resource, toml): ResourceFacts | undefined => {
  const definition = definitionOf(resource, toml);
  if (!definition) return undefined;
  const { kind, name, tags, template } = definition;
  const procedure = kind === 'procedure' ? definitionOfResource(resource) : undefined;
  return { kind, name, tags, template, ...(procedure && { procedure }) };
});
