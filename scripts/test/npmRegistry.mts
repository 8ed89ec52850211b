/** A registry of npm on the loopback interface, with one package, for tests. */
import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface NpmRegistry {
  readonly url: string;
  /** How often the file of the package was asked for. */
  downloads: number;
  /** How it sends the file of the package: all is well unless said. */
  serve: 'whole' | 'another' | 'half' | 'never';
  close(): void;
}

/**
 * @param name of its only package
 * @param program the text of a script that stands for Deno
 */
export async function startNpmRegistry(
  name: string,
  version: string,
  program: string,
): Promise<NpmRegistry> {
  const file = tarball({
    'package.json': JSON.stringify({ name, version }),
    deno: program,
    // So that there is a middle to break off at.
    padding: 'padding\n'.repeat(100_000),
  });
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(request.url!.slice(1).replace(/\?.*/, ''));
    if (asked === `${name}.tgz`) {
      registry.downloads++;
      send(response, file, registry.serve);
    } else if (asked === name) {
      const integrity = `sha512-${createHash('sha512').update(file).digest('base64')}`;
      const dist = { tarball: `${registry.url}/${name}.tgz`, integrity };
      const versions = { [version]: { name, version, dist } };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions }));
    } else response.writeHead(404).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const registry: NpmRegistry = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    downloads: 0,
    serve: 'whole',
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return registry;
}

function send(response: ServerResponse, file: Buffer, how: NpmRegistry['serve']): void {
  response.setHeader('content-length', file.length);
  const half = file.subarray(0, file.length / 2);
  if (how === 'whole') response.end(file);
  else if (how === 'another') response.end(Buffer.alloc(file.length, 'x'));
  else if (how === 'half') response.write(half, () => response.socket?.destroy());
  else response.write(half);
}

/** A package as npm packs it: a tar of files below `package/`, with gzip. */
function tarball(files: Readonly<Record<string, string>>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const data = Buffer.from(text);
    const rest = Buffer.alloc((512 - (data.length % 512)) % 512);
    return [tarHeader(`package/${name}`, data.length), data, rest];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]), { level: 0 });
}

/** The header of a file in a tar, see POSIX `ustar`. */
function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(512);
  const octal = (value: number, length: number): string =>
    value.toString(8).padStart(length - 1, '0');
  header.write(name, 0);
  header.write(octal(0o644, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(size, 12), 124);
  header.write(octal(0, 12), 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 7)}\u0000 `, 148);
  return header;
}
