import {
  stagesOf,
  type ExecutionNode,
  type ResourceNode,
  type StageNode,
} from '../../../komodo/resources/index.ts';
import type { Schema } from '../../../komodo/schema/index.ts';
import type { Span, TableDatum } from '../../../komodo/toml/index.ts';
import { cursorAt, type Cursor } from '../../workspace/cursor.ts';
import type { Document } from '../../workspace/document.ts';
import type { Context } from '../context.ts';
import { sectionsOf, type Section } from '../sections.ts';

/** Where somebody stands in a file, and what is there. */
export class Site {
  readonly document: Document;
  readonly offset: number;
  readonly context: Context;
  #sections?: readonly Section[];

  constructor(document: Document, offset: number, context: Context) {
    this.document = document;
    this.offset = offset;
    this.context = context;
  }

  get schema(): Schema {
    return this.context.schema;
  }

  get cursor(): Cursor | undefined {
    return cursorAt(this.document, this.schema, this.offset);
  }

  get resource(): ResourceNode | undefined {
    const { resources } = this.document.resources(this.schema);
    return resources.find(({ datum }) => this.#isIn(datum));
  }

  get stage(): StageNode | undefined {
    const { resource } = this;
    return resource && stagesOf(resource).find(({ datum }) => this.#isIn(datum));
  }

  get execution(): ExecutionNode | undefined {
    return this.stage?.executions.find(({ table }) => this.#isIn(table));
  }

  /** A table with all that belongs to it: below its header, or between its braces. */
  extentOf({ form, place }: TableDatum): Span {
    if (form !== 'header') return this.document.spanOf(place);
    this.#sections ??= sectionsOf(this.document);
    return sectionOf(this.#sections, place.block) ?? this.document.spanOf(place);
  }

  #isIn(table: TableDatum): boolean {
    const { start, end } = this.extentOf(table);
    return start <= this.offset && this.offset <= end;
  }
}

function sectionOf(sections: readonly Section[], block: Section['block']): Section | undefined {
  for (const section of sections) {
    const found = section.block === block ? section : sectionOf(section.sections, block);
    if (found) return found;
  }
  return undefined;
}
