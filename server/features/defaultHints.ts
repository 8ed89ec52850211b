import { stagesOf, type ExecutionNode, type ResourceNode } from '../../komodo/resources/index.ts';
import type { Field } from '../../komodo/schema/index.ts';
import type { Document } from '../workspace/document.ts';
import type { Hint } from './inlayHints.ts';

/** Behind the params of each execution: those that are left out and what holds for them. */
export function defaultHints(document: Document, resource: ResourceNode): Hint[] {
  return stagesOf(resource).flatMap(({ executions }) =>
    executions.flatMap((execution): Hint[] => {
      const defaults = defaultsOf(execution);
      if (defaults === '') return [];
      const label = isEmptyTable(execution) ? defaults : `, ${defaults}`;
      return [{ offset: endOfParams(document, execution), text: () => ({ label }) }];
    }),
  );
}

function defaultsOf({ definition, params }: ExecutionNode): string {
  const given = new Set(params.map(({ name }) => name));
  const left = definition?.fields.filter((field) => !given.has(field.name) && saysSomething(field));
  return (left ?? [])
    .map((field) => `${field.preferred ?? field.name} = ${JSON.stringify(field.default)}`)
    .join(', ');
}

/** What is empty by default does nothing unless it is given. */
function saysSomething({ default: value }: Field): boolean {
  return (
    typeof value === 'boolean' ||
    typeof value === 'number' ||
    (typeof value === 'string' && value !== '')
  );
}

/** `params = {}` */
function isEmptyTable({ datum, params }: ExecutionNode): boolean {
  return datum?.form === 'inline' && params.length === 0;
}

function endOfParams(document: Document, execution: ExecutionNode): number {
  const { type, params, place, datum } = execution;
  if (datum && isEmptyTable(execution)) return document.spanOf(datum.place).end - 1;
  const places = [type?.place, ...params.map(({ entry }) => entry.value.place)];
  const ends = places.filter((each) => each !== undefined).map((each) => document.spanOf(each).end);
  return ends.length > 0 ? Math.max(...ends) : document.spanOf(place).end;
}
