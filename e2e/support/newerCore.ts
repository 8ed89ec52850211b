import { createServer, request, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { OtherCore } from './core.ts';

/**
 * What stands before a Core and lets it look like one of another version, with these typings of the `komodo` client. All
 * else is the Core's own.
 */
export async function asNewerCore(
  core: OtherCore,
  version: string,
  typings: Readonly<Record<string, string>>,
): Promise<OtherCore> {
  const { hostname, port } = new URL(core.address);
  const server = createServer((asked, answer) => {
    const file = /^\/client\/([\w.]+)$/.exec(asked.url ?? '')?.[1];
    if (file !== undefined && typings[file] !== undefined) {
      answer.end(typings[file]);
      return;
    }
    const options = {
      hostname,
      port,
      path: asked.url,
      method: asked.method,
      headers: asked.headers,
    };
    const onward = request(options, (got) => {
      void bodyOf(got).then((body) => {
        const headers = { ...got.headers };
        delete headers['content-length'];
        delete headers['transfer-encoding'];
        answer.writeHead(got.statusCode ?? 500, headers);
        answer.end(body.replace(/"version":"[\d.]+"/, `"version":"${version}"`));
      });
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  server.on('upgrade', (asked: IncomingMessage, socket, head) => {
    const onward = connect(Number(port), hostname, () => {
      const headers = asked.rawHeaders.map((text, at) =>
        at % 2 === 0 ? `${text}: ` : `${text}\r\n`,
      );
      onward.write(`GET ${asked.url} HTTP/1.1\r\n${headers.join('')}\r\n`);
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () => {
    server.closeAllConnections();
    server.close();
    core.stop();
  };
  return { ...core, address, stop };
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
