/** The sandbox as an HTTP server. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Caller, Core } from '../core.ts';
import { asCoreError, CoreError, Panic } from '../errors.ts';
import { execute } from '../execute/index.ts';
import { ownUser } from '../read/users.ts';
import { read } from '../read/index.ts';
import type { Api, ApiName, Call } from '../requests/index.ts';
import { apiNames, apiOf } from '../requests/index.ts';
import { write } from '../write/index.ts';
import type { Auth } from './auth.ts';
import { addressOf } from './auth.ts';
import { login, manage } from './account.ts';
import { jsonBody } from './body.ts';
import { callOf } from './call.ts';
import type { Route } from './routes.ts';
import { routeOf, versionTexts } from './routes.ts';
import { listenForUpdates } from './update-socket.ts';

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpServer {
  readonly server: Server;
  /** Ends every connection, also those that are WebSockets by now. */
  readonly hangUp: () => void;
}

export function httpServer(core: Core, auth: Auth): HttpServer {
  const apis = new Map<ApiName, Api>(apiNames.map((name) => [name, apiOf(name, core.schema)]));
  const server = createServer((request, response) => {
    void answer(core, auth, apis, request).then(
      (result) => send(request, response, result),
      // A panic takes the connection with it.
      () => request.socket.destroy(),
    );
  });
  const sockets = listenForUpdates(core, auth, server);
  const hangUp = () => {
    for (const client of sockets.clients) client.terminate();
    server.closeAllConnections();
  };
  return { server, hangUp };
}

async function answer(
  core: Core,
  auth: Auth,
  apis: ReadonlyMap<ApiName, Api>,
  request: IncomingMessage,
): Promise<Answer> {
  const { pathname } = new URL(request.url ?? '/', 'http://sandbox');
  const route = routeOf(pathname);
  const method = request.method ?? 'GET';
  if (!route) {
    // A released Core answers GET with its web UI; one built without it says 404, and so do we.
    return ['GET', 'HEAD'].includes(method) ? { status: 404 } : notAllowed('GET,HEAD');
  }
  const allow = route.method === 'GET' ? 'GET,HEAD' : route.method;
  if (method === 'OPTIONS') return { status: 200, headers: { allow } };
  try {
    const address = request.socket.remoteAddress ?? '';
    const caller = route.needsCaller ? auth.caller(request.headers, address) : undefined;
    if (!allow.split(',').includes(method)) return notAllowed(allow);
    return await answerRoute(core, auth, apis, request, route, caller);
  } catch (error) {
    if (error instanceof Panic) throw error;
    const { status, body } = asCoreError(error);
    return json(status, body);
  }
}

async function answerRoute(
  core: Core,
  auth: Auth,
  apis: ReadonlyMap<ApiName, Api>,
  request: IncomingMessage,
  route: Route,
  caller: Caller | undefined,
): Promise<Answer> {
  if (route.kind === 'call') {
    const call = callOf(apis.get(route.api)!, route.type, await jsonBody(request));
    if (route.api === 'auth/login') {
      const address = addressOf(request.headers, request.socket.remoteAddress ?? '');
      return json(
        200,
        auth.limit.attempt(address, [401], () => login(auth, call)),
      );
    }
    return json(200, result(core, route.api, call, caller!));
  }
  switch (route.path) {
    case '/user':
      return json(200, ownUser(core));
    case '/ws/update':
      return text(400, "Connection header did not include 'upgrade'");
    case '/terminal/execute':
      throw new CoreError('Terminals are not available in the sandbox');
    default:
      return text(200, versionTexts[route.path]!);
  }
}

function result(core: Core, api: ApiName, call: Call, caller: Caller): unknown {
  switch (api) {
    case 'read':
      return read(core, call);
    case 'write':
      return write(core, call, caller);
    case 'execute':
      return execute(core, call, caller);
    default:
      return manage(core, call);
  }
}

function json(status: number, body: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function text(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

function notAllowed(allow: string): Answer {
  return { status: 405, headers: { allow } };
}

function send(request: IncomingMessage, response: ServerResponse, result: Answer): void {
  const { status, headers = {}, body = '' } = result;
  // What is still to come of a request that was refused must not stand in the way of the next one.
  request.resume();
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
}
