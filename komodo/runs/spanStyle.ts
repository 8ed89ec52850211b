import type { Color, ColorName, StyledSegment } from './run.ts';

export type Style = Omit<StyledSegment, 'text'>;

/** Mantine's palette (the UI of Komodo 2) and Tailwind's (that of 1.x), brought to the colors of a terminal. */
const palette: Readonly<Record<string, ColorName>> = {
  black: 'black',
  red: 'red',
  error: 'red',
  green: 'green',
  lime: 'green',
  yellow: 'yellow',
  orange: 'yellow',
  amber: 'yellow',
  blue: 'blue',
  indigo: 'blue',
  anchor: 'blue',
  sky: 'blue',
  pink: 'magenta',
  grape: 'magenta',
  violet: 'magenta',
  purple: 'magenta',
  magenta: 'magenta',
  cyan: 'cyan',
  teal: 'cyan',
  white: 'white',
};
const faint = new Set(['dimmed', 'placeholder', 'gray', 'dark', 'muted-foreground']);

/**
 * The style an opening `span` tag of Core asks for. Undefined for any other span: then it is not Core's but part of
 * somebody's output, and stays text.
 * @param tag from `<` to `>`
 */
export function spanStyle(tag: string): Style | undefined {
  const [, attribute, value] = /^<span (style|class)="([^"]*)">$/.exec(tag) ?? [];
  if (value === undefined) return undefined;
  const parts = value
    .split(attribute === 'style' ? ';' : ' ')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  let style: Style = {};
  for (const part of parts) {
    const more = attribute === 'style' ? declaration(part) : className(part);
    if (more === undefined) return undefined;
    style = { ...style, ...more };
  }
  return parts.length === 0 ? undefined : style;
}

function declaration(text: string): Style | undefined {
  const [, property, value] = /^([a-z-]+):\s*(.+)$/.exec(text) ?? [];
  switch (property) {
    case 'color':
      return colorStyle(value!);
    case 'background':
    case 'background-color': {
      const { color } = colorStyle(value!) ?? {};
      return color && { background: color };
    }
    case 'font-weight':
      return /^(bold|bolder|[6-9]00)$/.test(value!) ? { bold: true } : undefined;
    case 'font-style':
      return value === 'italic' ? { italic: true } : undefined;
    case 'text-decoration':
      if (value === 'underline') return { underline: true };
      return value === 'line-through' ? { strike: true } : undefined;
    default:
      return undefined;
  }
}

function className(name: string): Style | undefined {
  if (name === 'font-bold') return { bold: true };
  return name.startsWith('text-') ? named(name.slice('text-'.length)) : undefined;
}

function colorStyle(value: string): Style | undefined {
  const hex = hexColor(value);
  if (hex !== undefined) return { color: hex };
  const [, variable] = /^var\(--mantine-color-([a-z-]+(?:-\d)?)\)$/.exec(value) ?? [];
  return named(variable ?? value);
}

/** `red`, `red-6` and `red-500` alike: the shade is the theme's business. */
function named(name: string): Style | undefined {
  const hue = name.replace(/-\d+$/, '');
  if (faint.has(hue)) return { dim: true };
  return Object.hasOwn(palette, hue) ? { color: palette[hue]! } : undefined;
}

function hexColor(value: string): Color | undefined {
  if (/^#[0-9a-f]{6}$/i.test(value)) return `#${value.slice(1).toLowerCase()}`;
  if (!/^#[0-9a-f]{3}$/i.test(value)) return undefined;
  return `#${value.slice(1).toLowerCase().replace(/./g, '$&$&')}`;
}
