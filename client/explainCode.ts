import * as vscode from 'vscode';

/** Shows the page on a code of diagnostics, which comes with the extension. */
export async function explainCode(context: vscode.ExtensionContext, code: string): Promise<void> {
  // The code comes out of a link, so it must not lead elsewhere.
  const name = /^[a-z-]+$/.test(code) ? code : 'README';
  const page = vscode.Uri.joinPath(context.extensionUri, 'docs', 'diagnostics', `${name}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}
