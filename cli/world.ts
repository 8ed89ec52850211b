/** The names a command looks at: those of resource files, or what a Core has. */
import path from 'node:path';
import { readInventory, type Client } from '../api/index.ts';
import type { Inventory } from '../komodo/inventory/inventory.ts';
import { workspaceInventory } from '../komodo/inventory/workspaceInventory.ts';
import type { ResourceNode } from '../komodo/resources/index.ts';
import { schemaFor } from '../komodo/schema/index.ts';
import { readTextFile } from '../server/workspace/textFile.ts';
import { coreClient } from './core.ts';
import { documentOf } from './document.ts';
import { CommandError } from './output.ts';
import { tomlFiles } from './tomlFiles.ts';

/** Either files or a Core. */
export type World = FileWorld | CoreWorld;

export interface FileWorld {
  readonly inventory: Inventory;
  readonly resources: readonly ResourceNode[];
}

export interface CoreWorld {
  readonly inventory: Inventory;
  readonly client: Client;
}

export interface WorldOptions {
  /** Files and folders; the current folder if neither these nor a Core are given. */
  readonly in?: readonly string[] | undefined;
  readonly core?: string | undefined;
}

/** @throws CommandError when a file can't be read; CoreError when the Core can't be asked */
export async function worldOf(
  options: WorldOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<World> {
  if (options.core === undefined) return filesWorld(options.in ?? ['.']);
  if (options.in) throw new CommandError('Give --in or --core, not both.', 2);
  const client = coreClient(options.core, environment);
  return { client, inventory: await readInventory(client, client.url) };
}

async function filesWorld(paths: readonly string[]): Promise<FileWorld> {
  const { files, missing } = await tomlFiles(paths);
  const [first] = missing;
  if (first) throw new CommandError(`${first.path} can't be read (${first.reason}).`, 2);
  const resources: ResourceNode[] = [];
  for (const file of files) {
    const read = await readTextFile(file);
    if ('unreadable' in read) continue;
    const document = documentOf(file, read.text);
    if (document.detection === 'komodo') {
      resources.push(...document.resources(schemaFor()).resources);
    }
  }
  const label = paths.map((each) => path.basename(path.resolve(each))).join(', ');
  return { resources, inventory: workspaceInventory(resources, label) };
}

/** Where the names come from, to be said beside every answer. */
export function sourceInWords({ inventory }: World): string {
  return inventory.source === 'workspace'
    ? `names of the resource files in ${inventory.label}`
    : `names of the Core at ${inventory.label}`;
}
