/**
 * All codes of diagnostics, each with what it is about in half a sentence. They never change: people write them into
 * settings and `# komodo: ignore[…]`. Each has a page, docs/diagnostics/<code>.md; `npm run docs` makes the index of the
 * pages and the setting's list of codes.
 */
export const codes = {
  // What reading a file tells; see komodo/resources.
  'toml-syntax': 'what TOML forbids',
  'merge-conflict': 'both sides of a merge that git left to a person',
  'wrong-type': 'a value of another type than Core takes',
  'wrong-value': 'a value that Core refuses',
  'wrong-length': 'an array with too few or too many values',
  'unknown-variant': 'a word that is none of those Core knows there',
  'missing-field': 'a key that Core insists on and that is missing',
  'duplicate-field': 'a field given under two of its names',
  'unknown-key': 'a key that Core does not know and drops',
  'misplaced-key': 'a key that Core drops because it belongs in another table',
  'wrong-case-key': 'a key that Core drops because it is spelled in another way',
  'key-of-another-version': 'a key that only other versions of Komodo know',
  'dropped-kind': 'a kind of resource that this version of Core reads and drops',
  'dropped-part': 'a part of a value that Core drops',
  // What no rule is about but the file itself.
  'unreadable-file': 'a file that Core, or this extension, cannot read',
  'unused-ignore': 'a comment that ignores a code which is not found there',
  // What rules find; see README.md.
  'pattern-without-match': 'a pattern, or an item of one, that picks nothing',
  'refused-pattern': 'a pattern that Core refuses when it runs it',
  'refused-name': 'a name that Core refuses',
  'rewritten-name': 'a name that Core writes otherwise',
  'deploy-cycle': 'deploys that wait for each other',
  'duplicate-name': 'a name that two of a kind have',
  'ignored-after': 'an order of deploys that Core does not keep',
  'ignored-deploy': '`deploy` or `after` on what a sync does not deploy',
  'sync-without-source': 'a ResourceSync that a sync leaves out',
  'variable-value': 'the value of a Variable that Core refuses',
  'uninterpolated-variable': 'a Variable where Core fills in none',
  'unclosed-variable': 'the beginning of a Variable’s name, `[[`, without its end',
} as const satisfies Record<string, string>;

export type Code = keyof typeof codes;

export function isCode(text: string): text is Code {
  return Object.hasOwn(codes, text);
}
