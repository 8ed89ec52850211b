import { scheduleOf, type ScheduleNode } from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import type { Document } from '../workspace/document.ts';
import { resourceAt } from '../workspace/resourceAt.ts';

/** The schedule whose text, format or zone stands at an offset, or ends there. */
export function scheduleAt(
  document: Document,
  offset: number,
  schema: Schema,
): ScheduleNode | undefined {
  const resource = resourceAt(document, schema, offset);
  const node = resource && scheduleOf(resource);
  const isHere = placesOf(node).some((place) => {
    const { start, end } = document.spanOf(place);
    return start <= offset && offset <= end;
  });
  return isHere ? node : undefined;
}

function placesOf(node: ScheduleNode | undefined) {
  return [node?.text.place, node?.formatPlace, node?.timezonePlace].filter(
    (place) => place !== undefined,
  );
}
