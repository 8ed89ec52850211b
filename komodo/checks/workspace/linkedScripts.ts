import { actionScriptOf, scriptLinkOf, scriptOfFile } from '../../names/index.ts';
import { quotedFor, spanOf } from '../../toml/index.ts';
import type { Finding } from '../finding.ts';
import type { WorkspaceRule } from '../rule.ts';

/** A script that is not the same as in the file that a comment above it names. */
export const linkedScripts: WorkspaceRule = (resource, toml, { textOfFile }): Finding[] => {
  const link = resource.kind === 'action' ? scriptLinkOf(resource, toml) : undefined;
  const script = link && actionScriptOf(resource);
  const text = script && textOfFile?.(link.path);
  if (!script || text === undefined) return [];
  const { path, place } = link;
  const found = (message: string): Finding => {
    return { code: 'script-differs', class: 'surprising', message, place };
  };
  if (text === null) return [found(`There is no file \`${path}\`. Core runs what stands here.`)];
  const wanted = scriptOfFile(text);
  if (script.text.replaceAll('\r\n', '\n') === wanted) return [];
  return [
    {
      ...found(`The script differs from \`${path}\`. Core runs what stands here.`),
      get mends() {
        const eol = toml.text.includes('\r\n') ? '\r\n' : '\n';
        const span = spanOf(toml, script.place);
        const written = quotedFor(toml, span, wanted.replaceAll('\n', eol), '"""');
        if (written === undefined) return [];
        const edits = [{ place: script.place, text: written }];
        return [{ title: `Take the script of \`${path}\``, edits }];
      },
    },
  ];
};
