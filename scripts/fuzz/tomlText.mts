/** Random values as TOML: with headers or inline, with dotted keys, comments and strings of all kinds; and mutilated. */
import type { Random } from './random.mts';
import type { Notation, Value } from './values.mts';

const texts = [
  'x',
  'a-b',
  '',
  'true',
  '5',
  'é',
  '\u{1f419} "q"',
  'a\\b',
  'tab\there',
  "it's",
  '\u200b',
  'e\u0301',
];
const lines = [
  '\\d+\n',
  'one\ntwo\n',
  'FOO=bar # baz\n',
  '\\n \\\\ \\" \n',
  '# x\n\na,b\n',
  '"q" \'s\'\n',
];

export const tomlNotation: Notation = {
  text(random) {
    if (random.chance(0.12))
      return `"""${random.chance(0.5) ? '\n' : ''}${random.pick(lines).replaceAll('"', '')}"""`;
    if (random.chance(0.05)) return `'''\n${random.pick(lines).replaceAll("'", '')}'''`;
    const text = random.pick(texts);
    return random.chance(0.2) && !/['\t]/.test(text) ? `'${text}'` : quoted(text);
  },
  quoted,
  odd: [
    'nan',
    '-inf',
    'inf',
    '1979-05-27T07:32:00Z',
    '1979-05-27 07:32:00.1200-00:00',
    '1979-05-27',
    '07:32:00.50',
    '0xFF',
    '1_000',
    '+7',
    '1_0x',
    '10_000ms',
  ],
};

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f');
}

function keyText(name: string): string {
  return /^[\w-]+$/.test(name) ? name : quoted(name);
}

function isTable(value: Value): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

/** Each root key once, as `[[headers]]` or inline. */
export function tomlText(random: Random, root: ReadonlyMap<string, Value>): string {
  let text = random.chance(0.1) ? '# a comment\n' : '';
  const later: [string, Value][] = [];
  for (const [name, value] of root) {
    if (random.chance(0.15)) text += `${keyText(name)} = ${inline(random, value)}\n`;
    else later.push([name, value]);
  }
  return text + later.map(([name, value]) => block(random, keyText(name), value)).join('');
}

function block(random: Random, path: string, value: Value): string {
  if (isTable(value)) return `${header(random, `[${path}]`)}${body(random, path, value)}`;
  const items = Array.isArray(value) ? value.filter(isTable) : [];
  return items
    .map((item) => `${header(random, `[[${path}]]`)}${body(random, path, item)}`)
    .join('');
}

function header(random: Random, text: string): string {
  const gap = random.chance(0.3) ? '\n' : '';
  const comment = random.chance(0.05) ? ` # ${random.pick(['x', '"""', '\\'])}` : '';
  return `${gap}${text}${comment}${random.chance(0.03) ? '\r\n' : '\n'}`;
}

function body(random: Random, path: string, table: ReadonlyMap<string, Value>): string {
  let text = '';
  let later = '';
  for (const [name, value] of table) {
    const key = keyText(name);
    const canHaveHeader =
      isTable(value) || (Array.isArray(value) && value.length > 0 && value.every(isTable));
    if (canHaveHeader && random.chance(0.6)) later += block(random, `${path}.${key}`, value);
    else if (isTable(value) && value.size > 0 && random.chance(0.4))
      text += dotted(random, key, value);
    else
      text += `${key}${random.chance(0.1) ? '' : ' '}= ${inline(random, value)}${lineEnd(random)}`;
  }
  return text + later;
}

function dotted(random: Random, path: string, table: ReadonlyMap<string, Value>): string {
  return [...table]
    .map(([name, value]) => `${path}.${keyText(name)} = ${inline(random, value)}${lineEnd(random)}`)
    .join('');
}

function lineEnd(random: Random): string {
  if (random.chance(0.03)) return ` # ${random.pick(['c', '"""', 'é\\'])}\n`;
  return random.chance(0.02) ? '\r\n' : '\n';
}

function inline(random: Random, value: Value): string {
  if (Array.isArray(value)) {
    const gap = random.chance(0.2) ? '\n  ' : '';
    return `[${gap}${value.map((item: Value) => inline(random, item)).join(`,${gap || ' '}`)}${gap && ','}]`;
  }
  if (isTable(value)) {
    const gap = random.chance(0.1) ? '\n  ' : ' ';
    const pairs = [...value].map(([name, item]) => `${keyText(name)} = ${inline(random, item)}`);
    return pairs.length === 0 ? '{}' : `{${gap}${pairs.join(`,${gap}`)}${gap}}`;
  }
  return (value as { literal: string }).literal;
}

const scraps = [
  '"',
  "'",
  '"""',
  '\\',
  '[',
  ']',
  '{',
  '}',
  '=',
  ',',
  '.',
  '#',
  '\n',
  ' ',
  'x',
  '0',
  'é',
  '[[server]]\n',
  'name = "y"\n',
];

/** Takes something out of a text, puts something in, or doubles a line. */
export function mutilated(random: Random, text: string): string {
  const at = random.between(0, text.length);
  switch (random.between(0, 3)) {
    case 0:
      return text.slice(0, at) + text.slice(at + random.between(1, 3));
    case 1:
      return text.slice(0, at) + random.pick(scraps) + text.slice(at);
    case 2: {
      const all = text.split('\n');
      const line = random.between(0, all.length - 1);
      return [...all.slice(0, line + 1), all[line]!, ...all.slice(line + 1)].join('\n');
    }
    default: {
      const all = text.split('\n');
      all.splice(random.between(0, all.length - 1), 1);
      return all.join('\n');
    }
  }
}
