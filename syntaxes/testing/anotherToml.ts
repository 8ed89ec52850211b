import type { IRawGrammar } from 'vscode-textmate';

/**
 * TOML as another extension may see it: keys with the blanks before them in one match, strings and headers by other
 * names. With two extensions for TOML only one's grammar is used, and that need not be ours.
 */
export const anotherToml = {
  scopeName: 'source.toml',
  patterns: [
    { match: '\\s*(#.*)$', captures: { 1: { name: 'comment.line.number-sign.toml' } } },
    { match: '^\\s*\\[\\[[^\\[\\]]*\\]\\]', name: 'meta.array.table.toml' },
    { match: '^\\s*\\[[^\\[\\]]*\\]', name: 'meta.table.toml' },
    { match: '\\s*[^\\[{,=#"]+?\\s*(?==)', name: 'meta.entry.toml' },
    { include: '#value' },
  ],
  repository: {
    value: {
      patterns: [
        { name: 'string.quoted.triple.basic.block.toml', begin: '"""', end: '"""' },
        { name: 'string.quoted.single.basic.line.toml', begin: '"', end: '"' },
        { name: 'string.quoted.triple.literal.block.toml', begin: "'''", end: "'''" },
        { name: 'string.quoted.single.literal.line.toml', begin: "'", end: "'" },
        {
          name: 'meta.array.toml',
          begin: '\\[',
          end: '\\]',
          patterns: [{ include: '$self' }],
        },
        {
          name: 'meta.table.inline.toml',
          begin: '\\{',
          end: '\\}',
          patterns: [{ include: '$self' }],
        },
      ],
    },
  },
} as unknown as IRawGrammar;
