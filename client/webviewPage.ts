import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/**
 * Fills a webview with a panel of ours: dist/webviews/NAME.js and .css. Its script alone may run, and nothing comes from
 * anywhere but that folder.
 */
export function showPage(
  webview: vscode.Webview,
  extension: vscode.Uri,
  name: string,
  title: string,
): void {
  const media = vscode.Uri.joinPath(extension, 'dist', 'webviews');
  const nonce = randomBytes(16).toString('base64url');
  const uri = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(media, file)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  webview.options = { enableScripts: true, localResourceRoots: [media] };
  webview.html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <link rel="stylesheet" id="vscode-codicon-stylesheet" href="${uri(`${name}.css`)}">
    <title>${title}</title>
  </head>
  <body>
    <script nonce="${nonce}" src="${uri(`${name}.js`)}"></script>
  </body>
</html>`;
}
