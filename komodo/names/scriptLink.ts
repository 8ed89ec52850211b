/**
 * `# komodo: file[scripts/restart.ts]`, right above `file_contents`: the script of the Action stands in that file too. Core
 * knows nothing of it; it is for people, and for us to keep both the same.
 */
import { configOf, memberOf, perResource } from '../resources/index.ts';
import { startOf, type Place } from '../toml/index.ts';

export interface ScriptLink {
  /** From the folder of the TOML file on, parts with `/` between. */
  readonly path: string;
  /** Where the path is written. */
  readonly place: Place;
}

const written = /\bkomodo:\s*file\s*\[([^\]\n]+)\]/;

/** What may stand between the comment and the key: other comments have been passed by, but not other keys. */
const betweenLines = /^[\t \r\n]*(?:[\w"'-]+[\t ]*\.[\t ]*)*$/;

/** The link of an Action; none where it has no script. */
export const scriptLinkOf = perResource((resource, toml): ScriptLink | undefined => {
  const config = resource.kind === 'action' ? configOf(resource) : undefined;
  const key = config && memberOf(config.table, config.definition, 'file_contents')?.key;
  if (!key) return undefined;
  const { block } = key;
  const base = startOf(toml, block) ?? 0;
  let below = key.start;
  for (const comment of block.comments.toReversed()) {
    if (comment.start >= key.start) continue;
    if (!betweenLines.test(toml.text.slice(base + comment.end, base + below))) break;
    const found = written.exec(toml.text.slice(base + comment.start, base + comment.end));
    if (found) {
      const start = comment.start + found.index + found[0].lastIndexOf(found[1]!);
      return {
        path: found[1]!.trim(),
        place: { block, start, end: start + found[1]!.length },
      };
    }
    below = comment.start;
  }
  return undefined;
});

/** The line that links a script to a file. */
export const linkComment = (path: string): string => `# komodo: file[${path}]`;
