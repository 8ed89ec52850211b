import { jsonText, stagesOf, type JsonObject } from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import type { RunnableInFile } from '../../protocol/lsp.ts';
import type { Document } from '../workspace/document.ts';
import { sectionsOf } from './sections.ts';

/** The Procedures and Actions of a file that have a name, with the places that a run can lead to. */
export function runnables(document: Document, schema: Schema): readonly RunnableInFile[] {
  const sections = sectionsOf(document);
  return document.resources(schema).resources.flatMap((resource): RunnableInFile[] => {
    const { kind, name, datum, value } = resource;
    if ((kind !== 'procedure' && kind !== 'action') || !name) return [];
    const header = document.spanOf(datum.place);
    const section = sections.find(({ start }) => start === header.start) ?? header;
    return [
      {
        kind: kind === 'procedure' ? 'Procedure' : 'Action',
        name: name.text,
        range: document.lines.range(section.start, section.end),
        header: document.rangeOf(datum.place),
        stages: stagesOf(resource).map(({ place, executions }) => ({
          range: document.rangeOf(place),
          executions: executions.map((execution) => document.rangeOf(execution.place)),
        })),
        ...(value && { config: plainConfig(value) }),
      },
    ];
  });
}

/** A config as JSON that can be sent; empty where the file says nothing of it. */
function plainConfig(value: JsonObject): unknown {
  return JSON.parse(jsonText(value.get('config') ?? new Map()));
}
