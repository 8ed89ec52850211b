/** Keeps the resources of the sandbox as the files of the workspace describe them. */
import type { Caller, Core } from '../core.ts';
import { asCoreError, CoreError, Panic } from '../errors.ts';
import type { JsonObject } from '../json/tree.ts';
import { changedConfig, defaultConfig } from '../store/configs.ts';
import { nameOf } from '../store/kinds.ts';
import type { Resource } from '../store/resources.ts';
import type { DescribedGroup } from '../store/user-groups.ts';
import { syncUser } from '../store/users.ts';
import { putGroup } from '../sync/user-groups.ts';
import type { Kind } from '../wire.ts';
import { create, remove, update } from '../write/resources.ts';
import { storedConfig } from '../write/stored-config.ts';
import type { Described, FileContents, FileProblem, ResourceFile } from './read-files.ts';
import { readFile } from './read-files.ts';

/** Kinds in an order in which each finds what it names; Procedures come last, as they name every kind. */
const order: readonly Kind[] = [
  'Server',
  'Swarm',
  'Builder',
  'Repo',
  'Build',
  'Stack',
  'Deployment',
  'Action',
  'Alerter',
  'ResourceSync',
  'Procedure',
];

/** When a change is tried again that a run stood in the way of, in milliseconds. */
const retryAfter = 1000;

/** Something that did not fit in yet. */
interface Failed {
  readonly resource: Described;
  readonly message: string;
}

const sync: Caller = { id: syncUser };

export class Workspace {
  readonly #core: Core;
  /** What each file held when Core would last have taken it. */
  #contents = new Map<string, FileContents>();
  /** What is there because of a file, as kind and id. */
  readonly #fromFiles = new Map<string, Kind>();
  #cancelRetry: () => void = () => undefined;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Takes the files as they are now. What Core would refuse is told, and stays as it was. */
  load(files: readonly ResourceFile[]): readonly FileProblem[] {
    this.#core.files = files.map(({ path, text }) => ({ path: path.replaceAll('\\', '/'), text }));
    const problems: FileProblem[] = [];
    const contents = new Map<string, FileContents>();
    for (const file of files) {
      const read = readFile(file, this.#core.schema);
      const before = this.#contents.get(file.path);
      if (!('message' in read)) contents.set(file.path, read);
      else {
        problems.push(read);
        if (before) contents.set(file.path, before);
      }
    }
    this.#contents = contents;
    return [...problems, ...this.#apply()];
  }

  #apply(): FileProblem[] {
    this.#cancelRetry();
    const all = [...this.#contents.values()];
    for (const { variables } of all) {
      for (const variable of variables) this.#core.variables.put(variable);
    }
    const { wanted, doubled } = firstOfEach(all.flatMap(({ resources }) => resources));
    const failed = order.flatMap((kind) =>
      this.#applyAll(wanted.filter((resource) => resource.kind === kind)),
    );
    this.#removeOthers(wanted);
    for (const group of all.flatMap(({ userGroups }) => userGroups)) this.#putGroup(group);
    if (failed.some(({ message }) => message.endsWith(' busy'))) {
      this.#cancelRetry = this.#core.timers.after(retryAfter, () => void this.#apply());
    }
    return [...failed, ...doubled].map(({ resource, message }) => ({
      path: resource.path,
      message: `${resource.kind} '${resource.name}': ${message}`,
    }));
  }

  /** Goes round until nothing more fits: one may name another that stands further down. */
  #applyAll(resources: readonly Described[]): Failed[] {
    const failed = resources.flatMap((resource) => this.#applyOne(resource) ?? []);
    const gotOn = failed.length > 0 && failed.length < resources.length;
    return gotOn ? this.#applyAll(failed.map(({ resource }) => resource)) : failed;
  }

  #applyOne(described: Described): Failed | undefined {
    const core = this.#core;
    const { kind, name, description, template, tags } = described;
    // What a file does not give has its default, whatever it was before.
    const defaults = defaultConfig(core.schema, kind);
    const config = changedConfig(core.schema, kind, defaults, described.config);
    try {
      const known = core.resources.find(kind, nameOf(kind, name));
      const resource = known ?? create(core, kind, { name, config }, sync);
      if (known && isChange(core, kind, known, config)) update(core, kind, known, config, sync);
      Object.assign(resource, { description, template, tags: core.tags.idsMade(tags, syncUser) });
      this.#fromFiles.set(resource._id.$oid, kind);
      return undefined;
    } catch (error) {
      return { resource: described, message: asCoreError(error).chain.join(': ') };
    }
  }

  /** A pattern that Core cannot read leaves the group as it was: Core says so with the sync. */
  #putGroup(group: DescribedGroup): void {
    try {
      putGroup(this.#core, group);
    } catch (error) {
      if (!(error instanceof CoreError || error instanceof Panic)) throw error;
    }
  }

  /** Takes away what stood in a file and does not any more. */
  #removeOthers(wanted: readonly Described[]): void {
    const names = new Set(wanted.map(({ kind, name }) => `${kind} ${nameOf(kind, name)}`));
    for (const [id, kind] of this.#fromFiles) {
      const resource = this.#core.resources.find(kind, id);
      if (resource && names.has(`${kind} ${resource.name}`)) continue;
      try {
        if (resource) remove(this.#core, kind, resource, sync);
        this.#fromFiles.delete(id);
      } catch {
        // It is busy: the next time will do.
      }
    }
  }
}

/** Core would find a Procedure busy that runs, whether or not its file has changed. */
function isChange(core: Core, kind: Kind, known: Resource, config: JsonObject): boolean {
  const stored = storedConfig(core, kind, config, known);
  return JSON.stringify(stored) !== JSON.stringify(known.config);
}

/** Of two of one name Core makes the first. */
function firstOfEach(resources: readonly Described[]): {
  readonly wanted: readonly Described[];
  readonly doubled: readonly Failed[];
} {
  const seen = new Set<string>();
  const wanted: Described[] = [];
  const doubled: Failed[] = [];
  for (const resource of resources) {
    const key = `${resource.kind} ${nameOf(resource.kind, resource.name)}`;
    if (seen.has(key)) doubled.push({ resource, message: 'the name is taken by another one' });
    else wanted.push(resource);
    seen.add(key);
  }
  return { wanted, doubled };
}
