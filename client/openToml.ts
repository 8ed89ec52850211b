import * as vscode from 'vscode';
import type { RunnableInFile } from '../protocol/lsp.ts';
import { editorRange } from './editorRange.ts';
import type { RunnableKind } from './runnable.ts';
import type { RunnablesInFiles } from './runnablesInFiles.ts';

/** A step of a Procedure: its stage, and the execution in it when that is meant; counted from 0. */
export interface Step {
  readonly stage: number;
  readonly execution?: number;
}

/** Goes to where a Procedure or Action stands in the files of the workspace, or to a step of it. */
export async function openToml(
  runnables: RunnablesInFiles,
  kind: RunnableKind,
  name: string,
  step?: Step,
): Promise<void> {
  const found = await runnables.find(kind, name);
  if (!found) {
    void vscode.window.showInformationMessage(
      `No TOML file of this workspace defines the ${kind} “${name}”.`,
    );
    return;
  }
  const selection = editorRange(rangeOf(found.runnable, step));
  await vscode.window.showTextDocument(found.uri, { selection });
}

/** The execution, else its stage, else the header: as far as the file still has them. */
function rangeOf(
  { stages, header }: RunnableInFile,
  step: Step | undefined,
): RunnableInFile['range'] {
  const stage = step && stages[step.stage];
  const execution = step?.execution === undefined ? undefined : stage?.executions[step.execution];
  return execution ?? stage?.range ?? header;
}
