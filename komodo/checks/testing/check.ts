/** What is found in a text, for tests. */
import type { Inventory, ResourceKind } from '../../inventory/inventory.ts';
import { inventoryOf } from '../../inventory/workspaceInventory.ts';
import { definitionOf, factsOf } from '../../names/index.ts';
import { engine } from '../../patterns/testing/engine.ts';
import type { ProcedureDefinition } from '../../plan/index.ts';
import { readResources } from '../../resources/index.ts';
import { schemaFor } from '../../schema/index.ts';
import { dataOf, parse, type Place, spanOf, type TomlDocument } from '../../toml/index.ts';
import { check, type Finding, type LineRange, type Mend, type Surroundings } from '../index.ts';

export interface World {
  /** Version of Core; the newest if left out. */
  readonly version?: string;
  /** What the connected Core has; none is connected if left out. */
  readonly core?: Inventory;
  /** Procedures that it has stored. */
  readonly onCore?: readonly ProcedureDefinition[];
  /** Other files of the workspace. */
  readonly others?: readonly string[];
  /** Path of the file in the workspace; `0.toml` if left out. */
  readonly path?: string;
  /** Files beside it that are no TOML, by their paths from its folder on. */
  readonly files?: Readonly<Record<string, string>>;
  /** A day in November 2026 if left out. */
  readonly now?: Date;
}

export interface Found extends Finding {
  /** What stands at the place. */
  readonly text: string | undefined;
  /** The file after each of the mends. */
  readonly mended: readonly string[];
}

/** What is found in a file, those of some codes alone if they are given. */
export function findingsIn(text: string, world: World = {}, ...codes: string[]): Found[] {
  const schema = schemaFor(world.version);
  const { path = '0.toml' } = world;
  const files = [text, ...(world.others ?? [])].map((each, index) => {
    const toml = parse(each, { version: schema.toml });
    const read = readResources(dataOf(toml), schema);
    const uri = `file:///${index === 0 ? path : `${index}.toml`}`;
    const definitions = read.resources.flatMap((resource) => {
      const facts = factsOf(resource, toml);
      const range = rangeOf(toml, definitionOf(resource, toml)?.place);
      return facts ? [{ uri, facts, range }] : [];
    });
    return { toml, read, definitions, uri };
  });
  const all = files.flatMap(({ definitions }) => definitions);
  const [{ toml, read, uri }] = files as [(typeof files)[number]];
  const facts = all.map((each) => each.facts);
  const coreVersion = world.version ?? world.core?.version;
  const surroundings: Surroundings = {
    file: { uri, path },
    now: world.now ?? new Date('2026-11-28T12:00:00Z'),
    state: {},
    names: {
      workspace: inventoryOf(facts, 'this workspace'),
      core: world.core ?? null,
      engine,
      ...(coreVersion !== undefined && { coreVersion }),
    },
    textOfFile: (path) => world.files?.[path] ?? null,
    definitionsOf: (kind, name) =>
      all.filter((each) => each.facts.kind === kind && each.facts.name === name),
    procedureNamed: (name) =>
      facts.find((each) => each.kind === 'procedure' && each.name === name)?.procedure ??
      world.onCore?.find((each) => each.name === name),
  };
  return check(read, toml, surroundings)
    .filter(({ code }) => codes.length === 0 || codes.includes(code))
    .map((finding) => {
      const span = finding.place && spanOf(toml, finding.place);
      return {
        ...finding,
        text: span && text.slice(span.start, span.end),
        mended: (finding.mends ?? []).map((mend) => textAfter(mend)),
      };
    });

  function textAfter({ edits }: Mend): string {
    const spans = edits.map((edit) => ({ ...spanOf(toml, edit.place), text: edit.text }));
    return spans
      .sort((a, b) => b.start - a.start)
      .reduce((now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end), text);
  }
}

function rangeOf(toml: TomlDocument, place: Place | undefined): LineRange {
  const span = place ? spanOf(toml, place) : { start: 0, end: 0 };
  const positionOf = (offset: number) => {
    const lines = toml.text.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)!.length };
  };
  return { start: positionOf(span.start), end: positionOf(span.end) };
}

/** A connected Core with these names. */
export function coreWith(
  names: Readonly<Partial<Record<ResourceKind, readonly string[]>>>,
  given: Partial<Inventory> = {},
): Inventory {
  const lists = Object.entries(names).map(([kind, all]) => [kind, all.map((name) => ({ name }))]);
  return {
    source: 'core',
    label: 'komodo.lan',
    resources: Object.fromEntries(lists) as Inventory['resources'],
    tags: [],
    variables: [],
    ...given,
  };
}

/** A Procedure with one stage of these executions, each as in an array. */
export function procedureWith(...executions: string[]): string {
  const lines = executions.map((execution) => `  ${execution},\n`).join('');
  return `[[procedure]]\nname = "self"\n[[procedure.config.stage]]\nname = "one"\nexecutions = [\n${lines}]\n`;
}
