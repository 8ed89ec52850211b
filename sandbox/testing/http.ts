/** HTTP as the recorder spoke it: every header and byte as given. */
import { request as httpRequest } from 'node:http';
import type { Json } from '../json/tree.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it is JSON. */
  readonly body: Json;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: Buffer;
}

/** The headers that recordings keep. */
const kept = ['content-type', 'allow'];

/** Sends one request on a connection of its own. A connection that is cut is status 0. */
export function ask(url: string, { method, path, headers, payload }: Asked): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const length = payload ? { 'content-length': payload.length } : {};
  const all = { ...headers, ...length };
  return new Promise((resolve) => {
    const request = httpRequest({ hostname, port, method, path, headers: all, agent: false });
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const isJson = response.headers['content-type']?.includes('json') === true;
        const shown = Object.entries(response.headers).filter(([name]) => kept.includes(name));
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(shown) as Record<string, string>,
          body: isJson ? (JSON.parse(text) as Json) : text,
        });
      });
    });
    request.on('error', () => resolve({ status: 0, headers: {}, body: null }));
    request.end(payload);
  });
}
