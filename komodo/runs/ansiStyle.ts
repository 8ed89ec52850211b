import type { Color, ColorName } from './run.ts';
import type { Style } from './spanStyle.ts';

const names = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;
type Mutable = { -readonly [key in keyof Style]: Style[key] };

/**
 * The style after a "Select Graphic Rendition" sequence (ECMA-48, with the 256 and 16 million colors of xterm).
 * Numbers it does not know change nothing.
 * @param params what stands between `ESC [` and `m`, e.g. `1;38;5;208`
 */
export function ansiStyle(before: Style, params: string): Style {
  const codes = params.split(/[;:]/).map(Number);
  let style: Mutable = { ...before };
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    if (code === 38 || code === 48) {
      const [color, length] = extendedColor(codes.slice(i + 1, i + 5));
      if (color !== undefined) style[code === 38 ? 'color' : 'background'] = color;
      i += length;
    } else if (code === 0) style = {};
    else apply(style, code);
  }
  return style;
}

function apply(style: Mutable, code: number): void {
  const base = names[code % 10];
  if (base !== undefined) {
    if (code >= 30 && code <= 37) style.color = base;
    else if (code >= 40 && code <= 47) style.background = base;
    else if (code >= 90 && code <= 97) style.color = `bright-${base}`;
    else if (code >= 100 && code <= 107) style.background = `bright-${base}`;
  }
  switch (code) {
    case 1:
      style.bold = true;
      break;
    case 2:
      style.dim = true;
      break;
    case 3:
      style.italic = true;
      break;
    case 4:
      style.underline = true;
      break;
    case 7:
      style.inverse = true;
      break;
    case 9:
      style.strike = true;
      break;
    case 22:
      delete style.bold;
      delete style.dim;
      break;
    case 23:
      delete style.italic;
      break;
    case 24:
      delete style.underline;
      break;
    case 27:
      delete style.inverse;
      break;
    case 29:
      delete style.strike;
      break;
    case 39:
      delete style.color;
      break;
    case 49:
      delete style.background;
      break;
  }
}

/** `5;n` or `2;r;g;b`, with how many numbers it took. */
function extendedColor([mode, a = 0, b = 0, c = 0]: number[]): [Color | undefined, number] {
  if (mode === 5) return [paletteColor(a), 2];
  if (mode === 2) return [rgb(a, b, c), 4];
  return [undefined, 0];
}

/** Color n of xterm's 256: sixteen names, a cube of 6 × 6 × 6, a ramp of 24 greys. */
function paletteColor(n: number): Color | undefined {
  if (n < 0 || n > 255) return undefined;
  if (n < 8) return names[n]!;
  if (n < 16) return `bright-${names[n - 8]!}` satisfies ColorName;
  if (n >= 232) return rgb(8 + 10 * (n - 232), 8 + 10 * (n - 232), 8 + 10 * (n - 232));
  const level = (step: number): number => (step === 0 ? 0 : 55 + 40 * step);
  const cube = n - 16;
  return rgb(level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6));
}

function rgb(...parts: number[]): Color {
  return `#${parts.map((part) => Math.min(255, part).toString(16).padStart(2, '0')).join('')}`;
}
