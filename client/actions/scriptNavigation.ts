import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  scriptDefinition,
  scriptReferences,
  scriptRename,
  scriptRenameable,
} from '../../protocol/scripts.ts';
import { isScript } from './isScript.ts';
import { asked, scripts } from './scriptNames.ts';

/** From the names of resources in scripts of Actions outside of TOML to where else they stand, and renames them. */
export function provideScriptNavigation(
  languageClient: Promise<LanguageClient>,
  context: vscode.ExtensionContext,
): void {
  const question = (
    client: LanguageClient,
    document: vscode.TextDocument,
    { line, character }: vscode.Position,
  ) => ({ ...asked(client, document), position: { line, character } });

  context.subscriptions.push(
    vscode.languages.registerDefinitionProvider(scripts, {
      async provideDefinition(document, position, token) {
        if (!isScript(document)) return undefined;
        const client = await languageClient;
        const at = question(client, document, position);
        const found = await client.sendRequest(scriptDefinition, at, token);
        return client.protocol2CodeConverter.asReferences([...found], token);
      },
    }),
    vscode.languages.registerReferenceProvider(scripts, {
      async provideReferences(document, position, { includeDeclaration }, token) {
        if (!isScript(document)) return undefined;
        const client = await languageClient;
        const found = await client.sendRequest(
          scriptReferences,
          { ...question(client, document, position), withDefinitions: includeDeclaration },
          token,
        );
        return client.protocol2CodeConverter.asReferences([...found], token);
      },
    }),
    // The tab of an Action is a part of its TOML: there names are renamed.
    vscode.languages.registerRenameProvider(files, {
      async prepareRename(document, position, token) {
        if (!isScript(document)) return undefined;
        const client = await languageClient;
        const name = await client.sendRequest(
          scriptRenameable,
          question(client, document, position),
          token,
        );
        if (!name) return undefined;
        const { range, placeholder } = name;
        return { range: client.protocol2CodeConverter.asRange(range), placeholder };
      },
      async provideRenameEdits(document, position, newName, token) {
        if (!isScript(document)) return undefined;
        const client = await languageClient;
        const wanted = { ...question(client, document, position), newName };
        const edit = await client.sendRequest(scriptRename, wanted, token);
        return client.protocol2CodeConverter.asWorkspaceEdit(edit, token);
      },
    }),
  );
}

const files = { language: 'typescript', scheme: 'file' };
