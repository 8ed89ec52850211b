import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import type { Document } from '../workspace/document.ts';
import { editsIn, type OpenScripts } from './openScripts.ts';
import type { Cancellation } from './worker.ts';

/** TypeScript's number, as findings in scripts have it at their end. */
const numbered = /\(TypeScript (\d+)\)$/;

/** What TypeScript offers to mend the diagnostics that an editor shows in a range. */
export async function scriptFixes(
  scripts: OpenScripts,
  document: Document,
  range: Range,
  shown: readonly Diagnostic[],
  token?: Cancellation,
): Promise<CodeAction[]> {
  const script = scripts.at(document, document.lines.offsetAt(range.start));
  if (!script) return [];
  const fixes = shown.map(async (diagnostic): Promise<CodeAction[]> => {
    const { message } = diagnostic;
    const number = typeof message === 'string' ? numbered.exec(message)?.[1] : undefined;
    const start = script.embedded.offsetAt(document.lines.offsetAt(diagnostic.range.start));
    const end = script.embedded.offsetAt(document.lines.offsetAt(diagnostic.range.end));
    if (number === undefined || start === undefined || end === undefined) return [];
    const ask = { start, end, number: Number(number) };
    const mends = (await scripts.ask(script, 'fixes', ask, token)) ?? [];
    return mends.flatMap(({ title, changes }) => {
      const edits = editsIn(script, changes);
      if (!edits) return [];
      return [
        {
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          edit: { changes: { [document.uri]: edits } },
        },
      ];
    });
  });
  return (await Promise.all(fixes)).flat();
}
