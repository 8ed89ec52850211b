/** Stands between a script that is rehearsed and a Core: reads pass, everything else is answered here and noted. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Client } from '../api/index.ts';
import {
  changedFields,
  createdBy,
  currentOf,
  fieldsNow,
  fieldsOf,
  isReadOfOne,
  kindOf,
  record,
  type Question,
  type WouldChange,
} from './wouldChange.ts';

/** How long a request of a script may be, in bytes; Core takes no more either. */
const MOST_BYTES = 2 * 1024 * 1024;

export interface Gateway {
  readonly url: string;
  readonly port: number;
  /** Without it the gateway answers nobody but for the library. */
  readonly key: string;
  readonly changes: readonly WouldChange[];
  close(): void;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * Listens on the loopback interface, at a free port.
 * @param library the JavaScript of `komodo_client`, which scripts import
 * @param onChange called for each write and execution, in the order the script asked for them
 */
export async function openGateway(
  core: Pick<Client, 'url' | 'credential'>,
  library: string,
  onChange: (change: WouldChange) => void = () => undefined,
): Promise<Gateway> {
  const key = randomBytes(16).toString('hex');
  const changes: WouldChange[] = [];
  const note = (change: WouldChange): void => {
    changes.push(change);
    onChange(change);
  };
  const updates = new Map<string, unknown>();
  /** What earlier updates of this script would have left behind, by {@link placeOf}. */
  const updated = new Map<string, Record<string, unknown>>();
  /** What the script would have created, by the reads that ask for it: `GetBuild web`. */
  const created = new Map<string, Record<string, unknown>>();

  const ask = async ({ type, params }: Question): Promise<Answer> => {
    const { key: coreKey, secret } = await core.credential();
    const response = await fetch(`${core.url}/read`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': coreKey, 'x-api-secret': secret },
      body: JSON.stringify({ type, params }),
      signal: AbortSignal.timeout(30_000),
    });
    return { status: response.status, body: await response.text() };
  };

  /** A resource or Variable as it would be by now. */
  const get = async (question: Question): Promise<Answer> => {
    const made = created.get(placeOf(question.type, targetOf(question.params)));
    if (made) return ok(made);
    const answer = await ask(question);
    if (answer.status !== 200 || updated.size === 0) return answer;
    const current = record(JSON.parse(answer.body));
    const fields = updated.get(placeOf(question.type, identityOf(current)));
    return fields ? ok(withFields(current, fields)) : answer;
  };

  const read = (question: Question): Promise<Answer> | Answer => {
    const update =
      question.type === 'GetUpdate' ? updates.get(String(question.params.id)) : undefined;
    if (update) return ok(update);
    return isReadOfOne(question.type) ? get(question) : ask(question);
  };

  const create = (question: Question): Answer => {
    const { type, params } = question;
    const resource = createdBy(question);
    const target = targetOf(params);
    note({ route: 'write', type, params, target, changed: [], ...(resource && { resource }) });
    const id = newId();
    if (!resource) return ok({ _id: { $oid: id }, ...params });
    const { kind, name, after } = resource;
    const made =
      kind === 'Variable'
        ? { name, description: '', value: '', is_secret: false, ...after }
        : { _id: { $oid: id }, name, description: '', template: false, tags: [], config: after };
    for (const key of [id, name]) created.set(placeOf(`Get${kind}`, key), made);
    return ok(made);
  };

  const write = async (question: Question): Promise<Answer> => {
    const { type, params } = question;
    const now = currentOf(question);
    if (!now) return create(question);
    const answer = await get(now);
    if (answer.status !== 200) return answer;
    const current = record(JSON.parse(answer.body));
    const target = targetOf(params);
    const before = fieldsNow(type, current);
    const after = { ...before, ...fieldsOf(question) };
    const name = typeof current.name === 'string' ? current.name : (target ?? '');
    note({
      route: 'write',
      type,
      params,
      target,
      resource: {
        kind: kindOf(type),
        name,
        before: withoutSecret(current, before),
        after: withoutSecret(current, after),
      },
      changed: changedFields(before, fieldsOf(question)).map((change) =>
        current.is_secret === true && change.field === 'value'
          ? { field: 'value', old: '<secret>', new: '<secret>' }
          : change,
      ),
    });
    const next = withFields(current, after);
    const place = placeOf(now.type, identityOf(current));
    if (!created.has(place)) updated.set(place, after);
    else for (const key of [place, placeOf(now.type, name)]) created.set(key, next);
    return ok(next);
  };

  const execute = ({ type, params }: Question): Answer => {
    note({ route: 'execute', type, params, target: targetOf(params), changed: [] });
    if (type.startsWith('Batch')) return ok([]);
    const update = simulatedUpdate(type);
    updates.set(update._id.$oid, update);
    return ok(update);
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    if (request.headers['x-api-key'] !== key) return failure(401, 'Not the script’s key.');
    const [, route, path] = (request.url ?? '').split('/');
    const body = record(JSON.parse(await textOf(request)));
    const question = path
      ? { type: path, params: body }
      : { type: String(body.type), params: record(body.params) };
    if (route === 'read') return read(question);
    if (route === 'write') return write(question);
    if (route === 'execute') return execute(question);
    return failure(501, `A rehearsal has no /${route ?? ''}: only read, write and execute.`);
  };

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'GET' && request.url === '/client/lib.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(library);
      return;
    }
    const { status, body } = await answer(request).catch((error: unknown) =>
      failure(500, error instanceof Error ? error.message : String(error)),
    );
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };
  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    key,
    changes,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const placeOf = (read: string, identity: string | undefined): string => `${read} ${identity ?? ''}`;

/** The id of a resource, the name of a Variable. */
function identityOf({ _id, name }: Record<string, unknown>): string {
  const id = record(_id).$oid;
  return typeof id === 'string' ? id : String(name);
}

function withFields(
  current: Record<string, unknown>,
  fields: Record<string, unknown>,
): Record<string, unknown> {
  return 'config' in current ? { ...current, config: fields } : { ...current, ...fields };
}

/** Fields of a Variable without its value where that is a secret. */
function withoutSecret(
  current: Record<string, unknown>,
  fields: Record<string, unknown>,
): Record<string, unknown> {
  return current.is_secret === true ? { ...fields, value: '<secret>' } : fields;
}

/** An Update of a run that has ended well, and says that it was none. */
function simulatedUpdate(type: string) {
  const now = Date.now();
  const log = {
    stage: 'Rehearsal',
    command: '',
    stdout: `${type} was simulated: nothing was done`,
    stderr: '',
    success: true,
    start_ts: now,
    end_ts: now,
  };
  return {
    _id: { $oid: newId() },
    operation: type,
    start_ts: now,
    end_ts: now,
    success: true,
    operator: '',
    target: { type: 'System', id: '' },
    logs: [log],
    status: 'Complete',
  };
}

/** What a request is about: the first of its params that names something. */
function targetOf(params: Record<string, unknown>): string | undefined {
  const { id, name, pattern } = params;
  const first = [id, name, pattern, ...Object.values(params)];
  return first.find((value): value is string => typeof value === 'string' && value !== '');
}

const newId = () => randomBytes(12).toString('hex');
const ok = (value: unknown): Answer => ({ status: 200, body: JSON.stringify(value) });
const failure = (status: number, error: string): Answer => ({
  status,
  body: JSON.stringify({ error, trace: [] }),
});

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('The request is longer than 2 MiB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
