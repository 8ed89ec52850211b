import type { Range } from 'vscode-languageserver';
import {
  jsonText,
  memberOf,
  tablesIn,
  type JsonObject,
  type ResourceNode,
} from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import type { Datum, TableDatum } from '../../komodo/toml/index.ts';
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
        stages: kind === 'procedure' ? stagesOf(document, resource) : [],
        ...(value && { config: plainConfig(value) }),
      },
    ];
  });
}

/** A config as JSON that can be sent; empty where the file says nothing of it. */
function plainConfig(value: JsonObject): unknown {
  return JSON.parse(jsonText(value.get('config') ?? new Map()));
}

function stagesOf(document: Document, resource: ResourceNode): RunnableInFile['stages'] {
  const config = memberOf(resource.datum, resource.definition, 'config')?.value;
  return tablesIn(listIn(config, 'stage', 'stages')).map((stage) => ({
    range: document.rangeOf(stage.place),
    executions: executionsOf(document, stage),
  }));
}

function executionsOf(document: Document, stage: TableDatum): readonly Range[] {
  return tablesIn(listIn(stage, 'execution', 'executions')).map(({ place }) =>
    document.rangeOf(place),
  );
}

/** What stands under one of the names that Core takes for a list. */
function listIn(table: Datum | undefined, ...names: readonly string[]): Datum | undefined {
  if (table?.kind !== 'table') return undefined;
  return names.map((name) => table.entries.get(name)?.value).find((value) => value !== undefined);
}
