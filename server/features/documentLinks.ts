import type { DocumentLink } from 'vscode-languageserver';
import {
  configOf,
  flagOf,
  memberOf,
  textOf,
  type PlacedText,
  type ResourceNode,
} from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import { contentOf } from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';

/**
 * The pages of Git repositories: `repo = "owner/name"` on its `git_provider`. Addresses that are written out are links by
 * themselves in every editor; paths of files mean something on a server, and not here.
 */
export function documentLinks(document: Document, schema: Schema): DocumentLink[] {
  return document.resources(schema).resources.flatMap((resource) => {
    const page = repositoryPage(resource);
    if (!page) return [];
    return [
      {
        range: document.rangeOf(page.place),
        target: page.text,
        tooltip: `Open ${page.text.replace(/^\w+:\/\//, '')}`,
      },
    ];
  });
}

/** The address of a block's repository, and where its path stands. */
function repositoryPage(resource: ResourceNode): PlacedText | undefined {
  const config = configOf(resource);
  if (!config) return undefined;
  const member = (name: string) => memberOf(config.table, config.definition, name)?.value;
  const written = member('repo');
  const repo = textOf(written);
  const usual = config.definition.byName.get('git_provider')?.default;
  const provider = textOf(member('git_provider'))?.text ?? usual;
  if (!repo || typeof provider !== 'string' || textOf(member('linked_repo'))?.text)
    return undefined;
  if (!isPath(repo.text) || !isHost(provider)) return undefined;
  const scheme = flagOf(member('git_https'), true) ? 'https' : 'http';
  return { text: `${scheme}://${provider}/${repo.text}`, place: contentOf(written!) };
}

const isPath = (text: string) => /^[\w.-]+(\/[\w.-]+)+$/.test(text);
const isHost = (text: string) => /^[\w-]+(\.[\w-]+)*(:\d+)?$/.test(text);
