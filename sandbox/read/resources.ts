/** Get, List, ListFull, ActionState and Summary of every kind of resource. */
import type { Core } from '../core.ts';
import type { Json, JsonObject } from '../json/tree.ts';
import { textOf } from '../json/tree.ts';
import type { KindFacts } from '../store/kinds.ts';
import { kinds } from '../store/kinds.ts';
import type { Resource } from '../store/resources.ts';
import { byBytes } from '../store/resources.ts';
import type { Kind } from '../wire.ts';
import type { Reads } from './index.ts';
import { listInfo } from './list-info.ts';
import { pageOf, sortedBy } from './page.ts';
import type { Query } from './query.ts';
import { emptyQuery, queryTest } from './query.ts';
import { actionState } from './states.ts';
import { summaryOf } from './summary.ts';

interface ListParams {
  readonly query: Partial<Query & { readonly specific: Specific }>;
  readonly page: number;
  readonly limit: number | null;
  readonly sort_by?: string;
  readonly sort_desc?: boolean;
}

/** What is asked of one kind only, as far as the sandbox can tell. */
interface Specific {
  readonly states?: readonly string[];
  readonly scheduled?: boolean | null;
}

interface ListItem {
  readonly id: string;
  readonly type: Kind;
  readonly name: string;
  readonly template: boolean;
  readonly tags: readonly string[];
  readonly info: JsonObject;
}

type Read = (core: Core, params: never) => unknown;

export const resourceReads = Object.fromEntries(kinds.flatMap(readsOf)) as Reads;

function readsOf({ kind, param, actionState: idle }: KindFacts): [string, Read][] {
  const get = (core: Core, params: Record<string, string>) =>
    core.resources.get(kind, params[param]!);
  const reads: [string, Read][] = [
    [`Get${kind}`, get],
    [`List${kind}s`, (core, params: ListParams) => list(core, kind, params)],
    [`ListFull${kind}s`, (core, params: ListParams) => listFull(core, kind, params)],
    [`Get${kind}sSummary`, (core) => summaryOf(core, kind)],
  ];
  if (!idle) return reads;
  const state: Read = (core, params) => actionState(core, kind, get(core, params));
  return [...reads, [`Get${kind}ActionState`, state]];
}

function found(core: Core, kind: Kind, query: ListParams['query']): Resource[] {
  return core.resources.list(kind).filter(queryTest(core, { ...emptyQuery, ...query }));
}

function listFull(core: Core, kind: Kind, { query, page, limit }: ListParams): readonly Resource[] {
  return pageOf(found(core, kind, query), page, limit);
}

function list(core: Core, kind: Kind, params: ListParams): readonly ListItem[] {
  const items = found(core, kind, params.query)
    .filter((resource) => isScheduledAs(resource, params.query.specific?.scheduled))
    .map((resource) => itemOf(core, kind, resource))
    .filter(({ info }) => isOneOf(info.state, params.query.specific?.states));
  const key = sortKey(params.sort_by ?? 'Name');
  const sorted = sortedBy(items, (a, b) => compareKeys(key(a), key(b)), params.sort_desc ?? false);
  return pageOf(sorted, params.page, params.limit);
}

function isScheduledAs({ config }: Resource, wanted: boolean | null | undefined): boolean {
  return typeof wanted !== 'boolean' || (config.schedule !== '') === wanted;
}

function isOneOf(state: Json | undefined, wanted: readonly string[] = []): boolean {
  return wanted.length === 0 || wanted.includes(textOf(state));
}

function itemOf(core: Core, kind: Kind, resource: Resource): ListItem {
  const { _id, name, template, tags } = resource;
  const info = listInfo[kind](core, resource);
  return { id: _id.$oid, type: kind, name, template, tags, info };
}

/** What a list is sorted by; equal entries, and those with nothing to sort by, stay in the order of their names. */
function sortKey(by: string): (item: ListItem) => Json | undefined {
  const fields: Readonly<Record<string, string>> = {
    State: 'state',
    NextRun: 'next_scheduled_run',
    Enabled: 'enabled',
    Type: 'endpoint_type',
    Provider: 'builder_type',
    InstanceType: 'instance_type',
    Image: 'image',
    Host: 'server_name',
    Source: 'repo',
    Repo: 'repo',
    Branch: 'branch',
    Region: 'region',
  };
  const field = fields[by];
  if (field === undefined) return ({ name }) => name;
  return ({ info }) => info[field];
}

/** Nothing comes first. */
function compareKeys(a: Json | undefined = null, b: Json | undefined = null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return byBytes(textOf(a), textOf(b));
}
