import { pathToFileURL } from 'node:url';
import { compareVersions, schemaFor } from '../komodo/schema/index.ts';
import { Document } from '../server/workspace/document.ts';

/** A file's text as the Core of a version reads it: Cores before 2.0 read TOML 1.0. */
export function documentOf(file: string, text: string, core?: string): Document {
  const version = compareVersions(schemaFor(core).version, '2.0.0') < 0 ? '1.0' : '1.1';
  return Document.of(pathToFileURL(file).href, null, text, { version });
}
