import type { Inventory } from '../../komodo/inventory/inventory.ts';
import { engine } from '../../komodo/patterns/testing/engine.ts';
import { schemaFor } from '../../komodo/schema/index.ts';
import type { Context } from '../features/context.ts';
import { NameIndex } from '../workspace/nameIndex.ts';

const nothing: Inventory = {
  source: 'workspace',
  label: 'this workspace',
  resources: {},
  tags: [],
  variables: [],
};

/** A context with nothing in it but what a test gives; the time is noon of a Monday. */
export function contextWith(given: Partial<Context> = {}): Context {
  return {
    schema: schemaFor(),
    workspace: nothing,
    index: new NameIndex(),
    core: null,
    stored: null,
    engine,
    documentation: {},
    now: new Date('2026-11-23T12:00:00Z'),
    localTimezone: 'Europe/Berlin',
    ...given,
  };
}

/** An inventory of these names, of a Core that is called like one. */
export function inventoryWith(
  resources: Readonly<Record<string, readonly string[]>>,
  given: Partial<Inventory> = {},
): Inventory {
  const items = Object.entries(resources).map(([kind, names]) => [
    kind,
    names.map((name) => ({ name })),
  ]);
  return { ...nothing, resources: Object.fromEntries(items), ...given };
}

export function coreWith(
  resources: Readonly<Record<string, readonly string[]>>,
  given: Partial<Inventory> = {},
): Inventory {
  return inventoryWith(resources, { source: 'core', label: 'komodo.lan', ...given });
}
