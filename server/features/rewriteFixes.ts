/** Writes a value in the shape that Core takes, where another one was written. */
import type { Finding } from '../../komodo/checks/index.ts';
import { millisecondsOf, type Rewrite } from '../../komodo/resources/index.ts';
import {
  nodesAt,
  quotedFor,
  type HeaderNode,
  type Node,
  type Span,
  type ValueNode,
} from '../../komodo/toml/index.ts';
import type { Document } from '../workspace/document.ts';
import type { Fix } from './fix.ts';
import { pairAt, replacing } from './pairEdits.ts';
import { canBeLine, linesOf, plainText, sectionToLines } from './sectionToLines.ts';

/** What stands at the place of a problem. */
interface Written {
  readonly document: Document;
  readonly nodes: readonly Node[];
  /** Offset that the nodes' offsets count from. */
  readonly base: number;
  readonly span: Span;
}

export function rewriteFixes(document: Document, problem: Finding, rewrite: Rewrite): Fix[] {
  const span = document.spanOf(problem.place!);
  const { nodes, start: base } = nodesAt(document.toml, span.start);
  const fix = rewriters[rewrite]({ document, nodes, base, span });
  return fix ? [fix] : [];
}

type Rewriter = (written: Written) => Fix | undefined;

const rewriters: Readonly<Record<Rewrite, Rewriter>> = {
  'as-list': (written) => {
    const { document, span } = written;
    const text = document.text.slice(span.start, span.end);
    return valueAt(written) && instead(written, 'Put it in brackets', `[${text}]`);
  },

  'as-one-text': (written) => {
    const node = valueAt(written);
    const texts = node?.kind === 'array' ? node.items.map(textOf) : [];
    if (texts.length === 0 || texts.includes(undefined)) return undefined;
    if (texts.length > 1 && !isCommand(written, texts as string[])) return undefined;
    return asText(written, 'Write it as one text', texts.join(' '));
  },

  'in-quotes': (written) => {
    const { document, span } = written;
    return asText(written, 'Put it in quotes', document.text.slice(span.start, span.end));
  },

  'without-quotes': (written) => {
    const text = textOf(valueAt(written));
    return text === undefined ? undefined : instead(written, 'Take the quotes away', text);
  },

  'as-boolean': (written) => {
    const text = textOf(valueAt(written));
    if (text === undefined) return undefined;
    const value = /^(?:yes|on|true)$/i.test(text) ? 'true' : 'false';
    return instead(written, `Write \`${value}\``, value);
  },

  'as-milliseconds': (written) => {
    const value = millisecondsOf(textOf(valueAt(written)) ?? '');
    return value === undefined ? undefined : instead(written, `Write \`${value}\``, String(value));
  },

  'as-whole-number': (written) => {
    const { document, span } = written;
    const value = Number(document.text.slice(span.start, span.end));
    return Number.isSafeInteger(value) && valueAt(written)
      ? instead(written, `Write \`${value}\``, String(value))
      : undefined;
  },

  'as-image': (written) => {
    const { document, span } = written;
    const text = document.text.slice(span.start, span.end);
    return valueAt(written) && instead(written, 'Write it as an `Image`', imageOf(text));
  },

  'as-endpoint': (written) => {
    const url = textOf(valueAt(written));
    if (url === undefined) return undefined;
    const type = endpoints.find(([host]) => host.test(url))?.[1] ?? 'Custom';
    const text = written.document.text.slice(written.span.start, written.span.end);
    return instead(
      written,
      `Write it as \`${type}\``,
      `{ type = "${type}", params.url = ${text} }`,
    );
  },

  'as-text-lines': (written) => {
    const { document, base, nodes } = written;
    const array = nodes.find((node) => 'kind' in node && node.kind === 'array' && 'items' in node);
    if (!array || !('items' in array)) return undefined;
    const lines = array.items.map((item) => plainText(document, base, item));
    if (!lines.every((line) => line !== undefined && canBeLine(line))) return undefined;
    const span = { start: base + array.start, end: base + array.end };
    const text = quotedFor(document.toml, span, lines.map((line) => `${line}\n`).join(''), '"""');
    const title = 'Write the list as lines of text';
    return text === undefined ? undefined : { title, edits: [replacing(document, span, text)] };
  },

  'as-command': (written) => {
    const { document, span } = written;
    const pair = pairAt(document, span.start);
    if (!pair) return undefined;
    const behind = pair.base + pair.pair.key.end;
    const edits = [replacing(document, { start: behind, end: behind }, '.command')];
    return { title: 'Write it as `command`', edits };
  },

  'as-extra-arg': ({ document, span }) => {
    const found = pairAt(document, span.start);
    const { value, key } = found?.pair ?? {};
    if (!found || value?.kind !== 'boolean' || !value.value) return undefined;
    const option = document.text.slice(found.base + key!.start, found.base + key!.end);
    const arg = `--${option.replaceAll('_', '-')}`;
    const place = { start: found.base + key!.start, end: found.end };
    const edits = [replacing(document, place, `extra_args = ["${arg}"]`)];
    return { title: `Write \`${arg}\` as an item of \`extra_args\``, edits };
  },

  'as-lines': (written) => {
    const header = headerAt(written);
    if (header)
      return sectionToLines(written.document, written.document.blockAt(written.span.start));
    const node = valueAt(written);
    const { document, base } = written;
    const lines = node?.kind === 'inline-table' ? linesOf(document, base, node) : undefined;
    return lines === undefined ? undefined : asText(written, 'Write it as lines of text', lines);
  },

  'as-one-table': (written) => {
    const header = headerAt(written);
    if (header?.kind !== 'array') return undefined;
    const edits = bracketed(written.document, header, '[', ']');
    return { title: `Write \`[${nameOf(header)}]\``, edits };
  },

  'as-tables': (written) => {
    const header = headerAt(written);
    if (header) {
      const { document, span } = written;
      const isWhole = span.end - span.start === header.end - header.start;
      if (!isWhole) return headerAbove(written, header);
      const edits = bracketed(document, header, '[[', ']]');
      return { title: `Write \`[[${nameOf(header)}]]\``, edits };
    }
    const text = written.document.text.slice(written.span.start, written.span.end);
    return valueAt(written) && instead(written, 'Put it in brackets', `[${text}]`);
  },
};

const imageOf = (text: string) => `{ type = "Image", params.image = ${text} }`;

/** Where the addresses of webhooks lead. */
const endpoints = [
  [/^https:\/\/hooks\.slack\.com\//, 'Slack'],
  [/^https:\/\/(?:\w+\.)?discord(?:app)?\.com\//, 'Discord'],
  [/^https:\/\/api\.pushover\.net\//, 'Pushover'],
  [/^https?:\/\/ntfy\./, 'Ntfy'],
] as const;

/** `[resource_sync.config]` with no `[[resource_sync]]` before it. */
function headerAbove({ document, base, span }: Written, header: HeaderNode): Fix | undefined {
  const part = header.key.parts.findIndex(({ start }) => base + start === span.start);
  if (part < 0) return undefined;
  const name = header.key.parts
    .slice(0, part + 1)
    .map((each) => each.name)
    .join('.');
  const start = base + header.start;
  const text = `[[${name}]]\nname = ""\n`;
  return {
    title: `Add \`[[${name}]]\` above`,
    edits: [replacing(document, { start, end: start }, text)],
  };
}

/** Other brackets for a header, wherever the same is written. */
function bracketed(document: Document, header: HeaderNode, opening: string, closing: string) {
  const name = nameOf(header);
  return document.toml.blocks.flatMap((block) => {
    const same = block.header;
    if (same?.kind !== header.kind || !same.closed || nameOf(same) !== name) return [];
    const base = document.startOf(block);
    const brackets = same.kind === 'array' ? 2 : 1;
    const start = base + same.start;
    const end = base + same.end;
    return [
      replacing(document, { start, end: start + brackets }, opening),
      replacing(document, { start: end - brackets, end }, closing),
    ];
  });
}

function headerAt({ nodes }: Written): HeaderNode | undefined {
  const [first] = nodes;
  return first &&
    'kind' in first &&
    (first.kind === 'table' || first.kind === 'array') &&
    'key' in first
    ? first
    : undefined;
}

/** The value that begins where the problem does. */
function valueAt({ nodes, base, span }: Written): ValueNode | undefined {
  return nodes.find(
    (node): node is ValueNode =>
      'kind' in node &&
      !('key' in node) &&
      base + node.start === span.start &&
      base + node.end === span.end,
  );
}

function nameOf({ key }: HeaderNode): string {
  return key.parts.map((part) => part.name).join('.');
}

function instead({ document, span }: Written, title: string, text: string): Fix {
  return { title, edits: [replacing(document, span, text)] };
}

function asText(written: Written, title: string, value: string): Fix | undefined {
  const text = quotedFor(written.document.toml, written.span, value);
  return text === undefined ? undefined : instead(written, title, text);
}

function textOf(node: ValueNode | undefined): string | undefined {
  return node?.kind === 'string' ? node.value : undefined;
}

/** A command and its arguments, of which none needs quotes. */
function isCommand({ document, span }: Written, texts: readonly string[]): boolean {
  const key = pairAt(document, span.start)?.pair.key.parts.at(-1);
  return key?.name === 'command' && texts.every((text) => /^[\w@%+=:,./-]+$/.test(text));
}
