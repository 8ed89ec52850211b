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
import type { RequestKind, Typings } from '../server/actions/typings.ts';
import { withStringsForEnums } from './enumStrings.mts';

const { resolve } = createRequire(import.meta.url);
const clients = ['komodo_client', 'komodo_client-2.3.0', 'komodo_client-1.19'];

/** Collects the typings, all as text. */
export function collectTypings(): Typings {
  const lib = dirname(resolve('typescript'));
  const common: Record<string, string> = {};
  for (const name of readdirSync(lib)) {
    if (/^lib\.(?:es|decorators)[\w.]*\.d\.ts$/.test(name) && !name.includes('.full.')) {
      common[name] = readFileSync(join(lib, name), 'utf8');
    }
  }
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
    const files = withOutcomes(withStringsForEnums(filesOf(name)));
    return [version, 'auth' in files ? files : { ...files, ...under('auth', auth) }] as const;
  });
  const requests = versions.map(([version, files]) => [version, requestsIn(files['types.d.ts']!)]);
  return {
    common,
    versions: Object.fromEntries(versions),
    requests: Object.fromEntries(requests) as Typings['requests'],
  };
}

/**
 * What `execute_and_poll` gives: for a Batch execution a list, for all others one Update. The typings leave open which.
 */
function withOutcomes(files: Record<string, string>): Record<string, string> {
  const text = files['lib.d.ts']!;
  const [whole, before, outcome] =
    /(execute_and_poll: [^]*?=> Promise<)([^]*?)>;\n {4}\/\*\*/.exec(text) ?? [];
  const list = outcome && /\([^]*\)\[\]/.exec(outcome)?.[0];
  if (!whole || !before || !list) {
    throw new Error('The typings of execute_and_poll are written in another way.');
  }
  const sharper = `${before}T extends \`Batch\${string}\` ? ${list} : Update>;\n    /**`;
  return { ...files, 'lib.d.ts': text.replace(whole, () => sharper) };
}

/** The names of all requests: `export type ReadRequest = { type: "GetVersion"; … } | …`. */
function requestsIn(types: string): Record<RequestKind, string[]> {
  const source = ts.createSourceFile('types.d.ts', types, ts.ScriptTarget.ESNext);
  const namesIn = (alias: string): string[] =>
    source.statements.flatMap((statement) => {
      if (!ts.isTypeAliasDeclaration(statement) || statement.name.text !== alias) return [];
      return ts.isUnionTypeNode(statement.type) ? statement.type.types.flatMap(tagOf) : [];
    });
  return {
    read: namesIn('ReadRequest'),
    write: namesIn('WriteRequest'),
    execute: namesIn('ExecuteRequest'),
  };
}

function tagOf(part: ts.TypeNode): string[] {
  if (!ts.isTypeLiteralNode(part)) return [];
  return part.members.flatMap((member) => {
    const isTag =
      ts.isPropertySignature(member) && ts.isIdentifier(member.name) && member.name.text === 'type';
    if (!isTag || !member.type || !ts.isLiteralTypeNode(member.type)) return [];
    return ts.isStringLiteral(member.type.literal) ? [member.type.literal.text] : [];
  });
}

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
  return Object.fromEntries(
    files.map((file) => [
      file,
      readFileSync(join(folder, file), 'utf8').replace(
        /(["'])mogh_auth_client(?:\/dist)?(\/\w+\.js)?\1/g,
        (_, quote: string, inner = '/lib.js') => `${quote}./auth${inner as string}${quote}`,
      ),
    ]),
  );
}

function under(folder: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]),
  );
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
