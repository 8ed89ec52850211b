/** The state of reading a value by the rules of serde: where the walk is, and how it tells what it finds. */
import type { Schema, StructDefinition, TaggedDefinition, Type } from '../schema/index.ts';
import type { Place } from '../toml/index.ts';
import type { Format } from './format.ts';
import type { Given, GivenArray, GivenEntry, GivenTable } from './given.ts';
import { excess } from './numbers.ts';
import type { Json } from './json.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { type Rewrite, rewriteAdvice, rewriteOf } from './rewrite.ts';

/** What reading gives where Core refuses a value; why has been told. */
export const refused = Symbol('refused');
export type Refused = typeof refused;

/** A table on the way from the file to the value that is being read. */
export interface Owner {
  readonly definition: StructDefinition | TaggedDefinition;
  readonly table: GivenTable;
  /** The key under which the table stands; left out for the file itself. */
  readonly name?: string;
  /** The variant that the tag of a tagged table names, where its content is being read. */
  readonly variant?: string;
}

export interface Walk {
  readonly schema: Schema;
  readonly format: Format;
  /** Where Core points for all that it reads from what it has set aside, the places of which it has lost. */
  readonly within?: { readonly corePlace?: Place };
  /** The tables around the value, the outermost first. */
  readonly owners: readonly Owner[];
  /** The key of the value being read, for the owner it becomes. */
  readonly name?: string;
  /** Reads a value: what Core makes of it. */
  readonly read: (walk: Walk, type: Type, given: Given) => Json | Refused;
  readonly tell: (problem: Problem) => void;
  /** Tells what is to be said of a key that Core passes over. */
  readonly passOver: (walk: Walk, entry: GivenEntry) => void;
}

/** Tells why Core refuses a value. */
export function refuse(
  walk: Walk,
  given: Pick<Given, 'place'>,
  code: ProblemCode,
  message: string,
  details: Pick<Problem, 'place' | 'corePlace' | 'advice' | 'data'> = {},
): Refused {
  const place = details.place ?? given.place;
  const { corePlace } = walk.within ?? { corePlace: details.corePlace ?? given.place };
  walk.tell({
    code,
    class: 'rejected',
    message,
    ...(place && { place }),
    ...(corePlace && { corePlace }),
    ...(details.advice !== undefined && { advice: details.advice }),
    ...(details.data && { data: details.data }),
  });
  return refused;
}

/** Tells that a value is not of the type that serde hopes for; what is no value at all has been told of before. */
export function refuseType(
  walk: Walk,
  given: Given,
  expected: string,
  rewrite = rewriteOf(expected, given),
): Refused {
  const message = excess(given);
  const meant = given.kind === 'broken' ? rewrite : undefined;
  if (message !== undefined)
    return refuse(walk, given, 'wrong-value', message, meant && rewriting(meant));
  if (given.kind === 'broken') return refused;
  return refuse(
    walk,
    given,
    'wrong-type',
    `invalid type: ${walk.format.found(given)}, expected ${expected}`,
    rewrite && rewriting(rewrite),
  );
}

/**
 * The walk into `[[headers]]` that are read as one table, its fields in order, where people never mean that: only the
 * first problem is told, with what to write instead.
 */
export function readingAsOne(walk: Walk, array: GivenArray): Walk {
  if (array.datum?.kind !== 'array' || !array.datum.ofTables) return walk;
  let isTold = false;
  return {
    ...walk,
    tell(problem) {
      if (problem.class !== 'rejected') walk.tell(problem);
      else if (!isTold) walk.tell({ ...problem, ...rewriting('as-one-table') });
      isTold ||= problem.class === 'rejected';
    },
  };
}

function rewriting(rewrite: Rewrite): Pick<Problem, 'advice' | 'data'> {
  return { advice: rewriteAdvice[rewrite], data: { rewrite } };
}
