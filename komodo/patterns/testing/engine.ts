import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { rregexEngine } from '../rregex.ts';

const lib = path.join(
  path.dirname(createRequire(import.meta.url).resolve('rregex')),
  'rregex.wasm',
);

/** The engine that the bundles hold, its bytes read from disk. */
export const engine = rregexEngine(readFileSync(lib));
