/** A key that Core passes over, as the rules see it. */
import type { GivenEntry } from '../given.ts';
import type { Problem, ProblemCode, ProblemData } from '../problem.ts';
import type { Owner, Walk } from '../walk.ts';

export interface PassedOver {
  readonly walk: Walk;
  /** The table that the key stands in. */
  readonly owner: Owner;
  readonly entry: GivenEntry;
}

/** Says what is to be said of a key, or leaves it to the next rule. */
export type Rule = (passed: PassedOver) => Problem | undefined;

/** The problem of a key that does nothing. */
export function ignored(
  { entry }: PassedOver,
  code: ProblemCode,
  message: string,
  data?: ProblemData,
): Problem {
  return {
    code,
    class: 'ignored',
    message,
    ...(entry.key && { place: entry.key }),
    ...(data && { data }),
  };
}

/** The names that Core would have read in the table, as people write them. */
export function knownNames({ definition }: Owner): readonly string[] {
  if (definition.kind === 'tagged') return [definition.tag, definition.content];
  return definition.fields.map((field) => field.preferred ?? field.name);
}

/** What the table is called in a sentence: `config` of [[stack]], `params` of DeployStack. */
export function tableName({ walk, owner }: PassedOver): string {
  if (owner.name === undefined) return 'a resource file';
  const [, block] = walk.owners;
  if (owner === block) return `[[${owner.name}]]`;
  const variant = walk.owners.findLast((around) => around !== owner)?.variant;
  return `\`${owner.name}\` of ${variant ?? `[[${block?.name}]]`}`;
}
