/** What a ResourceSync holds: its own contents, or the files of the workspace, which stand for its repo or host. */
import path from 'node:path';
import { coreVerdict, errorWithExcerpt } from '../../komodo/resources/index.ts';
import type { Core } from '../core.ts';
import { blue, errorText, green, info, red, bold } from '../engine/log.ts';
import { CoreError } from '../errors.ts';
import type { JsonObject } from '../json/tree.ts';
import { textOf } from '../json/tree.ts';
import type { Resource } from '../store/resources.ts';
import type { Log } from '../wire.ts';
import type { Described, FileContents, ResourceFile } from '../workspace/read-files.ts';
import { readFile } from '../workspace/read-files.ts';

/** A file, or what is wrong with one, as Core keeps it with the sync. */
export interface SyncFile {
  readonly resource_path: string;
  readonly path: string;
  readonly contents: string;
}

export interface SyncContents extends FileContents {
  readonly files: readonly SyncFile[];
  readonly errors: readonly SyncFile[];
  /** Why Core cannot read the contents that the sync itself has. */
  readonly problem?: CoreError;
  readonly logs: readonly (Partial<Log> & Pick<Log, 'stage'>)[];
}

/** Whether Core has anything to read for it. */
export function isConfigured({ config }: Resource): boolean {
  return config.managed === true || textOf(config.file_contents) !== '' || hasFiles(config);
}

function hasFiles({ files_on_host, repo, linked_repo }: JsonObject): boolean {
  return files_on_host === true || textOf(repo) !== '' || textOf(linked_repo) !== '';
}

/** Undefined where its files are not in this workspace. */
export function contentsOf(core: Core, { config }: Resource): SyncContents | undefined {
  const read = hasFiles(config)
    ? filesAt(core, config.resource_path as string[])
    : ownContents(core, textOf(config.file_contents));
  const tags = config.match_tags as string[];
  const isWanted = (resource: Described) => tags.every((tag) => resource.tags.includes(tag));
  return read && { ...read, resources: read.resources.filter(isWanted) };
}

function ownContents(core: Core, contents: string): SyncContents {
  const file = { resource_path: '', path: 'database file', contents };
  const read = readIn(core, { path: '', text: contents });
  const nothing = { resources: [], variables: [], userGroups: [] };
  return {
    ...('chain' in read ? { ...nothing, problem: read } : read),
    files: [file],
    errors: [],
    logs: [{ stage: 'Read from database', stdout: 'Resources added from database file' }],
  };
}

function filesAt(core: Core, resourcePaths: readonly string[]): SyncContents | undefined {
  const found = resourcePaths.map((resourcePath) => pathContents(core, resourcePath));
  if (found.every(({ exists }) => !exists)) return undefined;
  return {
    files: found.flatMap(({ files }) => files),
    errors: found.flatMap(({ errors }) => errors),
    logs: found.map(({ log, errors }) => ({
      stage: 'Read remote resources',
      ...(errors.some(({ isMissing }) => isMissing)
        ? { stderr: log, success: false }
        : { stdout: log }),
    })),
    resources: found.flatMap(({ read }) => read.flatMap(({ resources }) => resources)),
    variables: found.flatMap(({ read }) => read.flatMap(({ variables }) => variables)),
    userGroups: found.flatMap(({ read }) => read.flatMap(({ userGroups }) => userGroups)),
  };
}

interface PathContents {
  readonly exists: boolean;
  readonly files: readonly SyncFile[];
  readonly errors: readonly (SyncFile & { readonly isMissing?: true })[];
  readonly read: readonly FileContents[];
  readonly log: string;
}

/** What is at one of the paths: a file, or all below a folder. */
function pathContents(core: Core, resourcePath: string): PathContents {
  const at = path.posix.normalize(resourcePath).replace(/^\/+|\/+$/g, '');
  const inside = at === '.' || at === '' ? '' : `${at}/`;
  const [file] = core.files.filter((each) => each.path === at);
  const below = file ? [] : core.files.filter((each) => each.path.startsWith(inside));
  const lines = [info(`reading resources from "${file ? at : inside}"`)];
  if (!file && below.length === 0) {
    const contents = errorText([`Path "${at}" does not exist.`, 'Initialize the file to proceed.']);
    const log = `${lines[0]}${red('ERROR')}: Resoure path ${bold(resourcePath)} does not exist.`;
    const errors = [{ resource_path: '', path: resourcePath, contents, isMissing: true as const }];
    return { exists: false, files: [], errors, read: [], log };
  }
  const files: SyncFile[] = [];
  const errors: SyncFile[] = [];
  const read: FileContents[] = [];
  for (const each of file ? [file] : below) {
    const name = file ? each.path : each.path.slice(inside.length);
    files.push({ resource_path: file ? '' : resourcePath, path: name, contents: each.text });
    const contents = readIn(core, each);
    if ('chain' in contents) {
      const folder = file ? each.path : `${path.posix.dirname(each.path)}/`;
      const chain = [`failed to read resources from "${folder}"`, ...contents.chain];
      errors.push({ resource_path: '', path: resourcePath, contents: errorText(chain) });
    } else {
      read.push(contents);
      lines.push(info(`${green('adding resources')} from ${blue(each.path)}`));
    }
  }
  return { exists: true, files, errors, read, log: lines.join('\n') };
}

/** What is in a file, or Core's words on why it cannot be read. */
function readIn(core: Core, file: ResourceFile): FileContents | CoreError {
  const verdict = coreVerdict(file.text, core.schema);
  if ('error' in verdict) {
    const trace = [errorWithExcerpt(verdict.error, verdict.position)];
    return new CoreError('failed to parse resource file contents', { trace });
  }
  return readFile(file, core.schema) as FileContents;
}
