/** Of what is known of the TOML that a script would stand in, what is of the script itself: see `workspace/scriptFile.ts`. */
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import { isCode, numberInComment, type Code, type Finding } from '../../komodo/checks/index.ts';
import type { Document } from '../workspace/document.ts';
import type { Editor } from '../workspace/workspace.ts';

/** What an editor's own TypeScript says of a file. */
export const toldByTypeScript: ReadonlySet<Code> = new Set([
  'script-syntax',
  'script-type',
  'script-hint',
  'script-unchecked',
  // It says of these that they are no requests it knows.
  'unknown-request',
  'of-another-version',
]);

const nothing: ReadonlySet<Code> = new Set();

/** What somebody else tells of a file in an editor. */
export function toldElsewhere(
  { script }: Document,
  { hasTypeScript = false }: Pick<Editor, 'hasTypeScript'>,
): ReadonlySet<Code> {
  return script && hasTypeScript ? toldByTypeScript : nothing;
}

/** What is to be told of a file: of a TOML file all findings, of a script's those in it. */
export function findingsOfFile(
  document: Document,
  findings: readonly Finding[],
  told: ReadonlySet<Code>,
): readonly Finding[] {
  const { script } = document;
  if (!script) return findings;
  return findings.filter((finding) => {
    const { code, place } = finding;
    if (!place || document.spanOf(place).start < script.start) return false;
    return !told.has(code) && !isUnusedElsewhere(finding, document, told);
  });
}

/** Whether there is something to ignore is then for others to say, too. */
function isUnusedElsewhere(
  { code, place }: Finding,
  document: Document,
  told: ReadonlySet<Code>,
): boolean {
  if (code !== 'unused-ignore' || told.size === 0) return false;
  const ignored = document.textOf(place!);
  return numberInComment(ignored) !== undefined || (isCode(ignored) && told.has(ignored));
}

/** Whether edits change nothing of what a script would stand in. */
export function areInScript(edits: readonly TextEdit[]): boolean {
  return edits.every(({ range: { start } }) => start.line >= 0);
}

/** The actions that change a script alone. */
export function actionsInScript(actions: readonly CodeAction[], uri: string): CodeAction[] {
  return actions.filter(({ edit }) => areInScript(edit?.changes?.[uri] ?? []));
}
