import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open } from '../support/editing.ts';

describe('the words of a file', () => {
  it('are told apart by what they mean', async () => {
    const { uri } = await open('komodo/procedures.toml');
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      uri,
    );
    const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      uri,
    );
    const found = new Set(
      Array.from({ length: data.length / 5 }, (_, at) => legend.tokenTypes[data[at * 5 + 3]!]),
    );
    for (const type of ['function', 'type', 'label', 'enumMember', 'string']) {
      assert.ok(found.has(type), type);
    }
  });

  it('are found in the whole workspace where they are defined', async () => {
    await open('komodo/procedures.toml');
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'stack blog',
    );
    const blog = symbols.find(({ name }) => name === 'blog');
    assert.match(blog?.location.uri.path ?? '', /stacks\.toml$/);
  });

  it('lead to the page of a repository', async () => {
    const document = await open('komodo/repos.toml');
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const targets = links.map(({ target }) => target?.toString());
    assert.ok(targets.includes(targetOf(document.getText())), targets.join());
  });
});

/** The page of the first repository that a file names. */
function targetOf(text: string): string {
  const [, provider] = /git_provider = "(.+?)"/.exec(text) ?? [];
  const [, repo] = /repo = "(.+?)"/.exec(text) ?? [];
  return `https://${provider ?? 'github.com'}/${repo ?? ''}`;
}
