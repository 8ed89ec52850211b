import type { LanguageClient } from 'vscode-languageclient/node';
import { definitionOfCore } from '../../komodo/plan/definition.ts';
import { planOfRun } from '../../protocol/lsp.ts';
import type { Core } from '../connection.ts';

/** What is put before a line that runs otherwise than meant, or fails. */
const marks = { plain: '', muted: '', warning: '⚠ ', error: '✗ ' };

/** How many lines fit in a dialog. */
const mostLines = 40;

/**
 * What Core would do with a Procedure that it has stored, as text: stages, what they start, and which names patterns
 * pick. The language server makes the plan: it has the regex engine.
 */
export async function planOnCore(
  { client }: Core,
  id: string,
  languageClient: LanguageClient,
): Promise<string> {
  const stored = await client.read('ListFullProcedures', { query: {} });
  const procedures = stored.map(definitionOfCore);
  const procedure = procedures.find((definition) => definition.id === id);
  if (!procedure) throw new Error('Core does not have this Procedure any more.');
  const lines = await languageClient.sendRequest(planOfRun, { procedure, procedures });
  const rest = lines.length - mostLines;
  return [
    ...lines
      .slice(0, mostLines)
      .map(({ depth, text, tone }) => `${'      '.repeat(depth)}${marks[tone]}${text}`),
    ...(rest > 0 ? [`… and ${rest} more lines`] : []),
  ].join('\n');
}
