import { configOf, flagOf, memberOf, textOf, type PlacedText } from '../../resources/index.ts';
import type { TomlDocument } from '../../toml/index.ts';
import type { Finding, Mend } from '../finding.ts';
import { addingBeside, rewritingText } from '../mends.ts';
import { hasPlaceholder } from '../placeholder.ts';
import type { BlockRule } from '../rule.ts';

/**
 * The address of a repository where Core wants its parts. It makes one of them, `https://` with `git_provider`, `/` and
 * `repo` behind it, so that another `https://` in either is a host of that name.
 */
export const repoAddresses: BlockRule = (resource, toml) => {
  const config = configOf(resource);
  if (!config?.definition.byName.has('git_provider')) return [];
  const member = (name: string) => memberOf(config.table, config.definition, name)?.value;
  // With these Core looks at neither.
  if (textOf(member('linked_repo'))?.text || flagOf(member('files_on_host'), false)) return [];
  const repo = textOf(member('repo'));
  const provider = textOf(member('git_provider'));
  return [
    ...(repo ? repoFinding(repo, provider, toml) : []),
    ...(provider ? providerFinding(provider, toml) : []),
  ];
};

/** What Core takes unless a file says otherwise. */
const usualProvider = 'github.com';

const address =
  /^(?:(?:https?|ssh|git):\/\/)?(?:[^/@\s]*@)?([^/:@\s]+(?::\d+)?)[/:]+(.+?)(?:\.git)?\/*$/;

function repoFinding(
  repo: PlacedText,
  provider: PlacedText | undefined,
  toml: TomlDocument,
): Finding[] {
  const { text, place } = repo;
  const given = provider?.text ?? usualProvider;
  // The host that is put in front can't be an owner: no name of one has a dot.
  const isDoubled = given.includes('.') && text.startsWith(`${given}/`);
  if ((!isDoubled && !/:\/\/|^\w+@/.test(text)) || hasPlaceholder(text)) return [];
  const [, host, path] = address.exec(text) ?? [];
  const instead =
    host === undefined || path === undefined
      ? 'Write `owner/name`, and the host as `git_provider`.'
      : host === given
        ? `Write \`${path}\`.`
        : `Write \`${path}\`, and \`git_provider = "${host}"\`.`;
  return [
    {
      code: 'repo-address',
      class: 'fails',
      message: `Core puts the host in front and clones \`https://${given}/${text}\`, which is nowhere. ${instead}`,
      place,
      get mends() {
        return host === undefined || path === undefined || host.includes('"')
          ? []
          : mendsOf(repo, path, host === given ? undefined : host, provider, toml);
      },
    },
  ];
}

/** @param host to be the provider; undefined where that is right already */
function mendsOf(
  repo: PlacedText,
  path: string,
  host: string | undefined,
  provider: PlacedText | undefined,
  toml: TomlDocument,
): readonly Mend[] {
  const title = `Write \`${path}\``;
  const written = rewritingText(toml, repo.place, path, title);
  if (host === undefined) return written;
  const hosted = provider
    ? rewritingText(toml, provider.place, host, '')
    : addingBeside(toml, repo.place, 'git_provider', `"${host}"`);
  if (written.length === 0 || hosted.length === 0) return [];
  const edits = [...written, ...hosted].flatMap((mend) => mend.edits);
  return [{ title: `${title} and \`git_provider = "${host}"\``, edits }];
}

function providerFinding({ text, place }: PlacedText, toml: TomlDocument): Finding[] {
  const [, host] = /^https?:\/\/([^/]+)\/*$/.exec(text) ?? [];
  if (host === undefined) return [];
  return [
    {
      code: 'repo-address',
      class: 'fails',
      message: `Core puts \`https://\` in front itself, and \`https://${text}\` is nowhere. Write \`${host}\`.`,
      place,
      mends: rewritingText(toml, place, host, `Write \`${host}\``),
    },
  ];
}
