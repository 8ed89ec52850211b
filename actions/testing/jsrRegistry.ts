/** A stand-in for jsr.io on the loopback interface, for tests: modules of its own under the names of @std. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface JsrRegistry {
  readonly url: string;
  close(): void;
}

/** @param modules their text, by the name of the package: `@std/yaml` */
export async function startJsrRegistry(
  modules: Readonly<Record<string, string>>,
): Promise<JsrRegistry> {
  const server = createServer((request, response) => {
    const [, name = '', file] = /^\/(@[^/]+\/[^/]+)\/(.+)$/.exec(request.url!) ?? [];
    const text = modules[name] ?? '';
    const checksum = `sha256-${createHash('sha256').update(text).digest('hex')}`;
    const answers: Readonly<Record<string, [string, string]>> = {
      'meta.json': [
        'application/json',
        JSON.stringify({ latest: '1.0.0', versions: { '1.0.0': {} } }),
      ],
      '1.0.0_meta.json': [
        'application/json',
        JSON.stringify({
          exports: { '.': './mod.ts' },
          manifest: { '/mod.ts': { size: text.length, checksum } },
        }),
      ],
      '1.0.0/mod.ts': ['text/typescript', text],
    };
    const [type, body] = answers[file ?? ''] ?? [];
    if (!(name in modules) || type === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
