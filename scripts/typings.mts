/**
 * The typings that scripts of Actions are checked with: the language itself and what Deno has (both from npm), and the
 * `komodo` client of each bundled version (komodo_client, npm, GPL-3.0, by the authors of Komodo).
 * `scripts/build.mts` writes them to dist/typings.json.br.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import ts from 'typescript';
import { clientTypings } from '../server/actions/clientTypings.ts';
import type { Typings } from '../server/actions/typings.ts';

const { resolve } = createRequire(import.meta.url);
const clients = ['komodo_client', 'komodo_client-2.3.0', 'komodo_client-1.19'];

/** Collects the typings, all as text. */
export function collectTypings(): Typings {
  const lib = dirname(resolve('typescript'));
  const common = inOneFile('lib.esnext.d.ts', (name) => readFileSync(join(lib, name), 'utf8'));
  common['web.d.ts'] = webOfDeno(readFileSync(join(lib, 'lib.webworker.d.ts'), 'utf8'));
  common['deno.d.ts'] = readFileSync(
    join(dirname(resolve('@types/deno/package.json')), 'index.d.ts'),
    'utf8',
  );
  const auth = filesOf('mogh_auth_client');
  const versions = clients.map((name) => {
    const root = join(dirname(resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return [version, clientTypings(filesOf(name), auth)] as const;
  });
  return {
    common,
    versions: Object.fromEntries(versions.map(([version, { files }]) => [version, files])),
    requests: Object.fromEntries(versions.map(([version, { requests }]) => [version, requests])),
  };
}

/**
 * The language, which TypeScript has in some eighty files, in one: for each change of a script it goes through all files,
 * and puts together what several of them say of `Array`. Modules stay files of their own.
 */
function inOneFile(root: string, read: (name: string) => string): Record<string, string> {
  const modules = new Map<string, string>();
  const texts: string[] = [];
  const seen = new Set<string>();
  const add = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const text = read(name);
    if (/^export /m.test(text)) {
      modules.set(name, text.replace(reference, ''));
      return;
    }
    for (const [, needed] of text.matchAll(reference)) add(fileOfLib(needed!));
    texts.push(text.replace(reference, ''));
  };
  add(root);
  const references = [...modules.keys()].map((name) => `/// <reference lib="${libOf(name)}" />\n`);
  return { [root]: [...references, ...texts].join(''), ...Object.fromEntries(modules) };
}

const reference = /^\/\/\/ <reference lib="([\w.]+)" \/>$/gm;
const fileOfLib = (name: string): string => `lib.${name}.d.ts`;
const libOf = (file: string): string => file.slice('lib.'.length, -'.d.ts'.length);

/** The typings, small: several versions of the client differ little, so a wide window pays. */
export function compressedTypings(quality: number): Uint8Array {
  return brotliCompressSync(JSON.stringify(collectTypings()), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: 24,
    },
  });
}

/** The typings of a package by the names of the files. */
function filesOf(name: string): Record<string, string> {
  const folder = dirname(resolve(name));
  const files = readdirSync(folder).filter((file) => file.endsWith('.d.ts'));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** Of a worker in a browser Deno has most, but nothing to draw with, and not the variables of the worker itself. */
const notInDeno =
  /^(?:WebGL|WEBGL_|EXT_|OES_|OVR_|ANGLE_|KHR_|RTC|CSS|DOMMatrix|DOMPoint|DOMQuad|DOMRect|Offscreen|Canvas|Path2D|TextMetrics|Video|Audio|Encoded|IDB|FileSystem|Font|Notification|Push|ServiceWorker|ExtendableEvent|FetchEvent|Client|WindowClient|Report|XMLHttpRequest|StorageManager)|^(?:on\w+|name|importScripts|postMessage|fonts|indexedDB|origin|isSecureContext|crossOriginIsolated|requestAnimationFrame|cancelAnimationFrame|createImageBitmap|scheduler|trustedTypes)$/;

function webOfDeno(worker: string): string {
  const source = ts.createSourceFile('web.d.ts', worker, ts.ScriptTarget.ESNext);
  const kept = source.statements.filter((statement) => !notInDeno.test(nameOf(statement)));
  return kept.map((statement) => worker.slice(statement.pos, statement.end)).join('');
}

function nameOf(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement)) {
    const { name } = statement.declarationList.declarations[0]!;
    return ts.isIdentifier(name) ? name.text : '';
  }
  const { name } = statement as Partial<ts.NamedDeclaration>;
  return name && ts.isIdentifier(name) ? name.text : '';
}
