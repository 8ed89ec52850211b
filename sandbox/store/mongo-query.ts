/**
 * The part of MongoDB's query language that a client asks for Updates and Alerts with: equality, comparisons, `$in`,
 * `$exists`, `$regex`, and `$and`, `$or`, `$nor`, `$not`; keys with dots reach into objects and arrays.
 */
import { CoreError } from '../errors.ts';
import type { Json, JsonObject } from '../json/tree.ts';
import { isObject } from '../json/tree.ts';

type Test = (document: Json) => boolean;

/** A test for documents. Throws {@link CoreError} `context` where the query has an operator that is not known. */
export function mongoTest(query: Json, context: string): Test {
  return query === null ? () => true : documentTest(asObject(query, context), context);
}

function asObject(value: Json, context: string): JsonObject {
  if (isObject(value)) return value;
  throw new CoreError(context, { trace: ['a query must be an object'] });
}

function documentTest(query: JsonObject, context: string): Test {
  const tests = Object.entries(query).map(([key, wanted]): Test => {
    if (key.startsWith('$')) return logicalTest(key, wanted, context);
    const path = key.split('.');
    const test = valueTest(wanted, context);
    return (document) => test(valuesAt(document, path));
  });
  return (document) => tests.every((test) => test(document));
}

function logicalTest(operator: string, wanted: Json, context: string): Test {
  if (!['$and', '$or', '$nor'].includes(operator) || !Array.isArray(wanted)) {
    const trace = [`unknown top level operator: ${operator}`];
    throw new CoreError(context, { trace });
  }
  const tests = wanted.map((part) => documentTest(asObject(part, context), context));
  if (operator === '$and') return (document) => tests.every((test) => test(document));
  const wants = operator === '$or';
  return (document) => tests.some((test) => test(document)) === wants;
}

/** Tests everything that a path leads to: an array is met by its elements too. */
type ValuesTest = (values: readonly Json[]) => boolean;

function valueTest(wanted: Json, context: string): ValuesTest {
  const isOperators =
    isObject(wanted) && Object.keys(wanted).length > 0 && Object.keys(wanted)[0]!.startsWith('$');
  if (!isOperators)
    return (values) => values.some((value) => same(value, wanted)) || missing(values, wanted);
  const tests = Object.entries(wanted).map(([name, operand]) =>
    operatorTest(name, operand, wanted, context),
  );
  return (values) => tests.every((test) => test(values));
}

/** In MongoDB null equals what is not there. */
function missing(values: readonly Json[], wanted: Json): boolean {
  return wanted === null && values.length === 0;
}

function operatorTest(name: string, operand: Json, all: JsonObject, context: string): ValuesTest {
  const some =
    (test: (value: Json) => boolean): ValuesTest =>
    (values) =>
      values.some(test);
  switch (name) {
    case '$eq':
      return valueTest(operand, context);
    case '$ne': {
      const equal = valueTest(operand, context);
      return (values) => !equal(values);
    }
    case '$gt':
      return some((value) => compared(value, operand, (order) => order > 0));
    case '$gte':
      return some((value) => compared(value, operand, (order) => order >= 0));
    case '$lt':
      return some((value) => compared(value, operand, (order) => order < 0));
    case '$lte':
      return some((value) => compared(value, operand, (order) => order <= 0));
    case '$in':
    case '$nin': {
      const list = Array.isArray(operand) ? operand : [];
      const within: ValuesTest = (values) =>
        list.some((item) => values.some((value) => same(value, item)) || missing(values, item));
      return name === '$in' ? within : (values) => !within(values);
    }
    case '$exists':
      return (values) => values.length > 0 === Boolean(operand);
    case '$not': {
      const test = valueTest(operand, context);
      return (values) => !test(values);
    }
    case '$regex': {
      const pattern = regexOf(operand, all.$options, context);
      return some((value) => typeof value === 'string' && pattern.test(value));
    }
    case '$options':
      return () => true;
    default:
      throw new CoreError(context, { trace: [`unknown operator: ${name}`] });
  }
}

function regexOf(source: Json, options: Json | undefined, context: string): RegExp {
  try {
    const flags = typeof options === 'string' ? options.replace(/[^ims]/g, '') : '';
    return new RegExp(typeof source === 'string' ? source : '', flags);
  } catch {
    throw new CoreError(context, { trace: ['Regular expression is invalid'] });
  }
}

function valuesAt(document: Json, path: readonly string[]): Json[] {
  const [key, ...rest] = path;
  if (key === undefined) return Array.isArray(document) ? [document, ...document] : [document];
  if (Array.isArray(document)) return document.flatMap((item) => valuesAt(item, path));
  if (!isObject(document) || !Object.hasOwn(document, key)) return [];
  return valuesAt(document[key]!, rest);
}

function compared(a: Json, b: Json, wanted: (order: number) => boolean): boolean {
  if (typeof a === 'number' && typeof b === 'number') return wanted(a - b);
  if (typeof a === 'string' && typeof b === 'string') return wanted(a < b ? -1 : Number(a > b));
  return false;
}

function same(a: Json, b: Json): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
