/** What is found in a text, for tests. */
import type { Inventory, ResourceKind } from '../../inventory/inventory.ts';
import { inventoryOf } from '../../inventory/workspaceInventory.ts';
import { factsOf } from '../../names/index.ts';
import { engine } from '../../patterns/testing/engine.ts';
import { readResources } from '../../resources/index.ts';
import { schemaFor } from '../../schema/index.ts';
import { dataOf, parse, spanOf } from '../../toml/index.ts';
import { check, type Finding, type Mend, type Surroundings } from '../index.ts';

export interface World {
  /** Version of Core; the newest if left out. */
  readonly version?: string;
  /** What the connected Core has; none is connected if left out. */
  readonly core?: Inventory;
  /** Other files of the workspace. */
  readonly others?: readonly string[];
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
  const files = [text, ...(world.others ?? [])].map((each, index) => {
    const toml = parse(each, { version: schema.toml });
    const read = readResources(dataOf(toml), schema);
    const facts = read.resources.map((resource) => factsOf(resource, toml)).filter((f) => !!f);
    return { toml, read, facts, uri: `file:///${index}.toml` };
  });
  const all = files.flatMap(({ facts, uri }) => facts.map((each) => ({ uri, ...each })));
  const [{ toml, read }] = files as [(typeof files)[number]];
  const start = { line: 0, character: 0 };
  const surroundings: Surroundings = {
    names: { workspace: inventoryOf(all, 'this workspace'), core: world.core ?? null, engine },
    definitionsOf: (kind, name) =>
      all
        .filter((each) => each.kind === kind && each.name === name)
        .map(({ uri }) => ({ uri, range: { start, end: start } })),
    procedureNamed: (name) =>
      all.find((each) => each.kind === 'procedure' && each.name === name)?.procedure,
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
