/**
 * Writes the grammars of what stands in strings of resource files, which differ in nothing but the keys and the language:
 *
 *     npx tsx scripts/embeddedGrammars.mts
 *
 * They are in the repo for VS Code to read them when the extension runs from it.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { whenStarted } from './main.mts';
import { root } from './root.mts';

/** A language in the strings of some keys. */
interface Embedded {
  readonly name: string;
  /** Kinds of resources that have the keys. */
  readonly kinds: readonly string[];
  /** A regular expression of their names. */
  readonly keys: string;
  /** By which themes and brackets know it: `typescript` in `meta.embedded.block.typescript`. */
  readonly language: string;
  /** The grammar of it. */
  readonly include: string;
  readonly repository?: object;
}

const withCommands = ['stack', 'deployment', 'build', 'repo'];

/** What Core reads as a list of pairs. */
const environment = {
  comment:
    'What Core reads as a list of pairs: KEY=value or KEY: value, as items of a YAML list too.',
  patterns: [
    {
      match: '(?:^|(?<=["\']))[ \\t]*((#|//).*)$',
      captures: {
        '1': { name: 'comment.line.env' },
        '2': { name: 'punctuation.definition.comment.env' },
      },
    },
    {
      match: '(?<= )(#).*$',
      name: 'comment.line.number-sign.env',
      captures: { '1': { name: 'punctuation.definition.comment.env' } },
    },
    {
      match:
        '(?:^|(?<=["\']))[ \\t]*(-+)?[ \\t]*["\']?([^=:#\\s"\'][^=:#"\']*?)["\']?[ \\t]*([=:])',
      captures: {
        '1': { name: 'punctuation.definition.block.sequence.item.env' },
        '2': { name: 'variable.other.env' },
        '3': { name: 'keyword.operator.assignment.env' },
      },
    },
    { name: 'string.unquoted.env', begin: '(?=\\S)', end: '$|(?= #)' },
  ],
};

/** By the name of the file, which is the end of its scope too. */
const embedded: Readonly<Record<string, Embedded>> = {
  action: {
    name: 'the script of an Action',
    kinds: ['action'],
    keys: 'file_contents',
    language: 'typescript',
    include: 'source.ts',
  },
  stack: {
    name: 'the compose file of a Stack',
    kinds: ['stack'],
    keys: 'file_contents',
    language: 'yaml',
    include: 'source.yaml',
  },
  resourceSync: {
    name: 'the resource file in a ResourceSync',
    kinds: ['resource_sync'],
    keys: 'file_contents',
    language: 'toml',
    include: 'source.toml',
  },
  dockerfile: {
    name: 'the Dockerfile of a Build',
    kinds: ['build'],
    keys: 'dockerfile',
    language: 'dockerfile',
    include: 'source.dockerfile',
  },
  command: {
    name: 'commands',
    kinds: withCommands,
    keys: 'command|compose_cmd_wrapper',
    language: 'shell',
    include: 'source.shell',
  },
  environment: {
    name: 'environments',
    kinds: withCommands,
    keys: 'environment|build_args|secret_args|(?:term_signal_)?labels|ports|volumes',
    language: 'env',
    include: '#environment',
    repository: { environment },
  },
};

const keyCaptures = {
  '1': {
    patterns: [
      { match: '\\.', name: 'punctuation.separator.dot.toml' },
      { match: '[\\w-]+', name: 'support.type.property-name.toml' },
    ],
  },
  '2': { name: 'punctuation.separator.key-value.toml' },
};

/** A quote as TextMate's scopes call it. */
const quote = (quoted: string, end: 'begin' | 'end') => ({
  name: `string.quoted.${quoted}.toml punctuation.definition.string.${end}.toml`,
});

/** The key with the sign behind it, up to where its string begins. */
const keyed = (keys: string): string =>
  `(?<![\\w."'-])[ \\t]*((?:(?:[\\w-]+|"[\\w-]+"|'[\\w-]+')[ \\t]*\\.[ \\t]*)*["']?(?:${keys})["']?)[ \\t]*(=)[ \\t]*`;

function onLines(fence: string, { keys, language, include }: Embedded): object {
  const name = `meta.embedded.block.${language}`;
  const patterns = [{ include }];
  return {
    begin: `${keyed(keys)}(${fence})`,
    beginCaptures: { ...keyCaptures, '3': quote('triple', 'begin') },
    end: `${fence[0]!}{3,5}`,
    endCaptures: { '0': quote('triple', 'end') },
    patterns: [
      {
        comment: 'The line with the quotes that close: what begins on it cannot go on behind them.',
        match: `(?:\\G|^)(.+?)(?=${fence})`,
        captures: { '1': { name, patterns } },
      },
      {
        begin: `(?:\\G|^)(?!.*${fence})`,
        while: `^(?!.*${fence})`,
        contentName: name,
        patterns,
      },
    ],
  };
}

function onOneLine(
  [sign, quoted, content]: readonly [sign: string, quoted: string, content: string],
  { keys, language, include }: Embedded,
): object {
  const alone = `(${sign}(?!${sign}${sign}))`;
  return {
    match: `${keyed(keys)}${alone}(${content})${alone}`,
    captures: {
      ...keyCaptures,
      '3': quote(quoted, 'begin'),
      '4': { name: `meta.embedded.line.${language}`, patterns: [{ include }] },
      '5': quote(quoted, 'end'),
    },
  };
}

/** The grammars as JSON, by the path of the file from the root on. */
export async function embeddedGrammars(): Promise<Readonly<Record<string, string>>> {
  const options = await resolveConfig(path.join(root, 'package.json'));
  const grammars = Object.entries(embedded).map(async ([id, language]) => {
    const { name, kinds, repository } = language;
    const selectors = kinds.map(
      (kind) => `L:meta.resource.${kind}.komodo - string - comment - meta.embedded`,
    );
    const grammar = {
      name: `Komodo: ${name}`,
      scopeName: `komodo.${id}`,
      injectionSelector: selectors.join(', '),
      patterns: [
        onLines('"""', language),
        onLines("'''", language),
        onOneLine(['"', 'double', '(?:[^"\\\\]|\\\\.)*'], language),
        onOneLine(["'", 'single', "[^']*"], language),
      ],
      ...(repository && { repository }),
    };
    const text = await format(JSON.stringify(grammar), { ...options, parser: 'json' });
    return [`syntaxes/komodo/${id}.tmLanguage.json`, text] as const;
  });
  return Object.fromEntries(await Promise.all(grammars));
}

await whenStarted(import.meta, async () => {
  for (const [file, text] of Object.entries(await embeddedGrammars())) {
    writeFileSync(path.join(root, file), text);
  }
});
