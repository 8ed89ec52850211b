/** Draws the log: only the rows in sight are in the DOM, so that a log of any length stays fluid. */
import type { Color, ModulePlace } from '../../../komodo/runs/index.ts';
import type { LogLine } from '../../../protocol/runPanel.ts';
import { element } from '../dom.ts';
import { addRows, findRows, piecesOf, startRows, windowOf } from './logRows.ts';
import type { LogRow, LogRows, ShownPiece } from './logRows.ts';

/** Height of a row in pixels; log.css says the same. */
const rowHeight = 18;

export interface LogView {
  readonly element: HTMLElement;
  /** Shows the lines of these runs, all when left out; starts at the end when it follows. */
  show(lines: readonly LogLine[], runs: readonly string[] | undefined): void;
  /** Call when lines were added. */
  grow(): void;
  /** Looks for words; answers with how many rows hold them. */
  find(words: string): number;
  /** Goes to the next row found, or the one before it; answers with its number (1 first), 0 when nothing is found. */
  goToFound(step: 1 | -1): number;
  setFollowing(on: boolean): void;
}

/**
 * @param nameOf name of the run with this Update id
 * @param followingChanged called when somebody scrolls away from the end, or back to it
 * @param openScript called with a place in a script that somebody wants to see, and the run that names it
 */
export function logView(
  nameOf: (run: string) => string,
  followingChanged: (on: boolean) => void,
  openScript?: (run: string, place: ModulePlace) => void,
): LogView {
  const sheet = element('div', { class: 'sheet' });
  const spacer = element('div', { class: 'spacer' }, sheet);
  const list = element('div', { class: 'lines', role: 'log', 'aria-live': 'off', tabindex: '0' });
  list.setAttribute('aria-label', 'Log');
  list.append(spacer);

  let lines: readonly LogLine[] = [];
  let log: LogRows = startRows();
  let words = '';
  let found: readonly number[] = [];
  let at = -1;
  let following = true;
  let drawing = 0;

  const redraw = (): void => {
    drawing ||= requestAnimationFrame(() => {
      drawing = 0;
      draw();
    });
  };

  function draw(): void {
    spacer.style.height = `${log.rows.length * rowHeight}px`;
    if (following) list.scrollTop = list.scrollHeight;
    const { from, to } = windowOf(list.scrollTop, list.clientHeight, rowHeight, log.rows.length);
    sheet.style.top = `${from * rowHeight}px`;
    const current = found[at];
    sheet.replaceChildren(
      ...log.rows.slice(from, to).map((row, index) => drawRow(row, from + index === current)),
    );
  }

  function drawRow(row: LogRow, current: boolean): HTMLElement {
    if ('turn' in row) return element('div', { class: 'line turn' }, nameOf(row.turn));
    const line = lines[row.line]!;
    const made = element('div', { class: `line ${line.stream}${current ? ' current' : ''}` });
    if (line.stream === 'stage') {
      made.append(element('span', { class: 'source' }, nameOf(line.run)));
      if (line.at !== undefined) made.append(element('span', { class: 'at' }, clock(line.at)));
    }
    made.append(
      ...piecesOf(line, words).map((piece) => {
        const drawn = drawPiece(piece);
        const { place } = piece;
        if (!place || !openScript) return drawn;
        const link = element('a', { href: '#', title: 'Go to the script' }, drawn);
        link.addEventListener('click', () => openScript(line.run, place));
        return link;
      }),
    );
    return made;
  }

  list.addEventListener('scroll', () => {
    const atEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - rowHeight;
    if (drawing === 0 && atEnd !== following) {
      following = atEnd;
      followingChanged(following);
    }
    redraw();
  });
  new ResizeObserver(redraw).observe(list);

  function search(): void {
    found = findRows(log, lines, words);
    at = Math.min(at, found.length - 1);
  }

  return {
    element: list,
    show(newLines, runs) {
      lines = newLines;
      log = startRows(runs && new Set(runs));
      at = -1;
      addRows(log, lines);
      search();
      if (!following) list.scrollTop = 0;
      redraw();
    },
    grow() {
      addRows(log, lines);
      search();
      redraw();
    },
    find(newWords) {
      words = newWords;
      at = -1;
      search();
      redraw();
      return found.length;
    },
    goToFound(step) {
      if (found.length === 0) return 0;
      const first = at < 0 && step < 0 ? 0 : at;
      at = (first + step + found.length) % found.length;
      following = false;
      followingChanged(false);
      list.scrollTop = found[at]! * rowHeight - list.clientHeight / 2;
      redraw();
      return at + 1;
    },
    setFollowing(on) {
      following = on;
      redraw();
    },
  };
}

const clock = (ms: number): string => new Date(ms).toLocaleTimeString([], { hour12: false });

function drawPiece({ segment, text, found }: ShownPiece): HTMLElement {
  const styles = ['bold', 'dim', 'italic', 'underline', 'strike', 'inverse'] as const;
  const piece = element(found ? 'mark' : 'span', {}, text);
  piece.className = styles.filter((style) => segment[style]).join(' ');
  if (segment.color) piece.style.color = cssColor(segment.color);
  if (segment.background) piece.style.backgroundColor = cssColor(segment.background);
  return piece;
}

/** A named color as the theme's terminal has it: `bright-red` → `--vscode-terminal-ansiBrightRed`. */
function cssColor(color: Color): string {
  if (color.startsWith('#')) return color;
  const words = color.split('-').map((word) => word[0]!.toUpperCase() + word.slice(1));
  return `var(--vscode-terminal-ansi${words.join('')})`;
}
