import { fileURLToPath } from 'node:url';

/** The path of a file by its URI, of which one file can have several that differ in what is escaped; else the URI itself. */
export function pathOf(uri: string): string {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : uri;
  } catch {
    return uri;
  }
}

/** What is escaped in a part of a URI, as it is meant; where it is none, as it stands. */
export function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
