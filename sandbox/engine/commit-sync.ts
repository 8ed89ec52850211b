/** CommitSync, which Core counts among the writes: it refuses before there is an Update. */
import path from 'node:path';
import type { Core } from '../core.ts';
import { CoreError } from '../errors.ts';
import type { Deploys } from '../export/resource-toml.ts';
import { noDeploys } from '../export/resource-toml.ts';
import { allToml, type Exported } from '../export/resources-toml.ts';
import type { JsonObject } from '../json/tree.ts';
import { textOf } from '../json/tree.ts';
import type { Update } from '../wire.ts';
import { readFile } from '../workspace/read-files.ts';
import { recordDone } from './updates.ts';

/**
 * Writes what there is into the contents of the sync itself; into a file of the host or of a repo only in a simulated way, as
 * the log says. Throws why Core would not begin.
 */
export function commitSync(core: Core, sync: string, operator: string): Update {
  const resource = core.resources.get('ResourceSync', sync);
  const { _id, config } = resource;
  const filePath = committedPath(core, config);
  const toml = allToml(core, wantedOf(config), deploysIn(core, config));
  const target = { type: 'ResourceSync', id: _id.$oid } as const;
  const logs = [{ stage: 'Resources', stdout: toml }];
  if (filePath === undefined) {
    const written = toml.trimEnd();
    resource.config = { ...config, file_contents: written === '' ? '' : `${written}\n` };
  } else if (config.files_on_host === true) {
    logs.push({ stage: 'Write contents', stdout: `simulated: ${filePath} was not written` });
  } else {
    logs.push({ stage: 'Commit Sync', stdout: `simulated: ${filePath} was not committed` });
  }
  return recordDone(core, 'CommitSync', target, operator, logs);
}

/** The file that Core would write; undefined where the sync holds its contents itself. Throws why Core would not commit. */
function committedPath(core: Core, config: JsonObject): string | undefined {
  const { files_on_host, repo, linked_repo, managed, resource_path } = config;
  const isOnHost = files_on_host === true;
  const isLinked = !isOnHost && textOf(linked_repo) !== '';
  if (isLinked) core.resources.get('Repo', textOf(linked_repo));
  const hasFiles = isOnHost || isLinked || textOf(repo) !== '';
  if (managed !== true && (hasFiles || !isEmpty(textOf(config.file_contents)))) {
    throw new CoreError("Cannot commit to sync. Enabled 'managed' mode.");
  }
  if (!hasFiles) return undefined;
  const [first] = resource_path as string[];
  if (first === undefined) throw new CoreError('Sync does not have resource path configured.');
  if (path.posix.extname(first) !== '.toml') {
    throw new CoreError("Resource path missing '.toml' extension");
  }
  return first;
}

/** Comments are no contents. */
function isEmpty(text: string): boolean {
  return text.split('\n').every((line) => /^\s*(#|$)/.test(line));
}

function wantedOf(config: JsonObject) {
  const { include_resources, match_tags, include_variables, include_user_groups } = config;
  return {
    include_resources: include_resources === true,
    tags: match_tags as string[],
    include_variables: include_variables === true,
    include_user_groups: include_user_groups === true,
  };
}

/** `deploy` and `after` stand in files alone: they are kept as the contents before had them, if Core can read those. */
function deploysIn(core: Core, config: JsonObject): (exported: Exported) => Deploys {
  const file = { path: '', text: textOf(config.file_contents) };
  const before = readFile(file, core.schema);
  if ('message' in before) return () => noDeploys;
  return ({ kind, resource }) =>
    before.resources.find((block) => block.kind === kind && block.name === resource.name) ??
    noDeploys;
}
