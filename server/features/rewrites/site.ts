import {
  stagesOf,
  type ExecutionNode,
  type ResourceNode,
  type StageNode,
} from '../../../komodo/resources/index.ts';
import type { Schema } from '../../../komodo/schema/index.ts';
import type { Block, Span, TableDatum } from '../../../komodo/toml/index.ts';
import { cursorAt, type Cursor } from '../../workspace/cursor.ts';
import type { Document } from '../../workspace/document.ts';
import type { Context } from '../context.ts';
import { sectionsOf, type Section } from '../sections.ts';

/** Where somebody stands in a file, and what is there. */
export class Site {
  readonly document: Document;
  readonly offset: number;
  readonly context: Context;
  #sections?: ReadonlyMap<Block, Section>;
  #resource?: { readonly found: ResourceNode | undefined };

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
    // All rewrites ask for it, wherever the cursor goes.
    this.#resource ??= { found: this.#findResource() };
    return this.#resource.found;
  }

  #findResource(): ResourceNode | undefined {
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
    this.#sections ??= byBlock(sectionsOf(this.document));
    return this.#sections.get(place.block) ?? this.document.spanOf(place);
  }

  #isIn(table: TableDatum): boolean {
    const { start, end } = this.extentOf(table);
    return start <= this.offset && this.offset <= end;
  }
}

function byBlock(
  sections: readonly Section[],
  found = new Map<Block, Section>(),
): ReadonlyMap<Block, Section> {
  for (const section of sections) {
    found.set(section.block, section);
    byBlock(section.sections, found);
  }
  return found;
}
