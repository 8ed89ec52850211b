import path from 'node:path';

/**
 * Where the JavaScript is that scripts of a Core import: its client, YAML and TOML.
 * @param dist the folder of the bundles
 * @param core the Core's version, `1.19.5`
 */
export function libraryFile(dist: string, core: string): string {
  return path.join(dist, /^v?[01]\./.test(core) ? 'komodoClient1.js' : 'komodoClient.js');
}
