import { pathToFileURL } from 'node:url';
import { schemaFor } from '../komodo/schema/index.ts';
import { Document } from '../server/workspace/document.ts';

/** A file's text as the Core of a version reads it. */
export function documentOf(file: string, text: string, core?: string): Document {
  return Document.of(pathToFileURL(file).href, null, text, { version: schemaFor(core).toml });
}
