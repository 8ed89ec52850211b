import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient/node';

/** A range of the language server's as the editor has it. */
export const editorRange = ({ start, end }: Range): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);
