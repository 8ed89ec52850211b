import { scheduleOf, type ScheduleNode } from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import type { Document } from '../workspace/document.ts';

/** The schedule whose text, format or zone stands at an offset, or ends there. */
export function scheduleAt(
  document: Document,
  offset: number,
  schema: Schema,
): ScheduleNode | undefined {
  return document
    .resources(schema)
    .resources.map(scheduleOf)
    .find((node) =>
      placesOf(node).some((place) => {
        const { start, end } = document.spanOf(place);
        return start <= offset && offset <= end;
      }),
    );
}

function placesOf(node: ScheduleNode | undefined) {
  return [node?.text.place, node?.formatPlace, node?.timezonePlace].filter(
    (place) => place !== undefined,
  );
}
