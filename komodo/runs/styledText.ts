import { ansiStyle } from './ansiStyle.ts';
import type { StyledSegment } from './run.ts';
import { spanStyle } from './spanStyle.ts';
import type { Style } from './spanStyle.ts';

/**
 * Everything that is not plain text: control sequences of a terminal (CSI, OSC, two-character ones), span tags, line
 * ends, control characters. Each part is bounded or ends at the next ESC, so that no text makes it slow.
 */
const special =
  // eslint-disable-next-line no-control-regex
  /\x1b\[([0-9:;<=>?]{0,64})[ -/]{0,4}([@-~])|\x1b\][^\x07\x1b]{0,1000}(?:\x07|\x1b\\)|\x1b[^[\]]|<span [^<>]{0,200}>|<\/span>|\r\n|[\x00-\x08\n-\x1f\x7f]/g;

/** Behind a carriage return the rest of a longer line stays, as on a terminal; only up to this length, as it costs time. */
const longestRewritten = 1000;

/**
 * Log text of Core as pieces of one style each; joined, their texts are what a terminal would show, lines parted by
 * `\n`. Understood are ANSI colors, carriage returns and the `span` tags Core itself writes; any other markup,
 * entities included, is text. Control characters that mean nothing here come as their pictures (U+2400 and on).
 */
export function styledText(text: string): StyledSegment[] {
  const screen = new Screen();
  /** Styles of the open span tags, each with those around it; `text` marks a tag whose end is text as well. */
  const spans: { style: Style; text?: true }[] = [];
  let span: Style = {};
  let ansi: Style = {};
  let end = 0;
  for (const match of text.matchAll(special)) {
    screen.write(text.slice(end, match.index));
    end = match.index + match[0].length;
    const [token, params, final] = match;
    if (token === '\n' || token === '\r\n') screen.newLine();
    else if (token === '\r') screen.carriageReturn();
    else if (final === 'm') ansi = ansiStyle(ansi, params!);
    else if (final === 'K') screen.eraseLine(params!);
    else if (token === '</span>') {
      const closed = spans.pop();
      if (closed === undefined || closed.text) screen.write(token);
      span = spans.at(-1)?.style ?? {};
    } else if (token.startsWith('<span')) {
      const style = spanStyle(token);
      if (style === undefined) screen.write(token);
      span = { ...span, ...style };
      spans.push(style === undefined ? { style: span, text: true } : { style: span });
    } else if (token.length === 1) screen.write(picture(token));
    screen.style = { ...span, ...ansi };
  }
  screen.write(text.slice(end));
  return screen.finish();
}

/** Log text of Core without any style: what `styledText` shows, as one string. */
export function plainText(text: string): string {
  return styledText(text)
    .map((segment) => segment.text)
    .join('');
}

function picture(control: string): string {
  return control === '\x7f' ? '\u2421' : String.fromCharCode(0x2400 + control.charCodeAt(0));
}

/** The line being written, and those above it. */
class Screen {
  style: Style = {};
  private readonly done: StyledSegment[] = [];
  private line: StyledSegment[] = [];
  /** What the line held before a carriage return, as far as it is not yet overwritten. */
  private under: StyledSegment[] = [];

  write(text: string): void {
    if (text !== '') append(this.line, { text, ...this.style });
  }

  newLine(): void {
    this.settle();
    for (const segment of this.line) append(this.done, segment);
    append(this.done, { text: '\n' });
    this.line = [];
  }

  carriageReturn(): void {
    this.settle();
    this.under = this.line;
    this.line = [];
  }

  /** `ESC [ K`: nothing remains right of the cursor; with 2 the whole line goes. */
  eraseLine(params: string): void {
    this.under = [];
    if (params === '2') this.line = [];
  }

  finish(): StyledSegment[] {
    this.settle();
    for (const segment of this.line) append(this.done, segment);
    return this.done;
  }

  private settle(): void {
    if (lengthOf(this.under) <= longestRewritten || this.line.length === 0) {
      let hidden = lengthOf(this.line);
      for (const segment of this.under) {
        const text = segment.text.slice(hidden);
        hidden = Math.max(0, hidden - segment.text.length);
        if (text !== '') append(this.line, { ...segment, text });
      }
    }
    this.under = [];
  }
}

function lengthOf(line: readonly StyledSegment[]): number {
  return line.reduce((sum, segment) => sum + segment.text.length, 0);
}

function append(line: StyledSegment[], segment: StyledSegment): void {
  const last = line.at(-1);
  if (last !== undefined && sameStyle(last, segment))
    line[line.length - 1] = { ...last, text: last.text + segment.text };
  else line.push(segment);
}

function sameStyle(a: StyledSegment, b: StyledSegment): boolean {
  const keys = Object.keys(a) as (keyof StyledSegment)[];
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key === 'text' || a[key] === b[key])
  );
}
