import type { FileRule } from '../rule.ts';

/** A file that Core passes over for how its name ends. */
export const skippedFile: FileRule = (blocks, { file }) => {
  const [first] = blocks;
  const name = file.uri.slice(file.uri.lastIndexOf('/') + 1);
  const ending = /\.toml$/i.exec(name)?.[0];
  // Without `.toml` it is a template or an example, and not meant to be read.
  if (!first || ending === undefined) return [];
  const isHidden = name.length === ending.length;
  if (ending === '.toml' && !isHidden) return [];
  const message = isHidden
    ? 'Core does not read this file: to it `.toml` is a name without an ending.'
    : `Core does not read this file: its name must end in \`.toml\`, and not in \`${ending}\`.`;
  return [{ code: 'skipped-file', class: 'ignored', message, place: first.datum.place }];
};
