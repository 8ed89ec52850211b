import type { Locator, Page } from 'playwright-core';
import { patience, untilDone, untilShown } from './attempts.ts';
import { QuickInput } from './quickInput.ts';

/** What an underlining in the editor says: Core refuses the file, it does not do what it says, … */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** The active text editor, as a person sees and uses it. */
export class Editor {
  readonly lines: Locator;
  private readonly page: Page;
  private readonly quickInput: QuickInput;

  constructor(page: Page) {
    this.page = page;
    this.quickInput = new QuickInput(page);
    this.lines = page.locator('.editor-group-container.active .editor-instance .view-line');
  }

  /** The lines in view, in their order, with what hints and lenses put between the words. */
  async visibleText(): Promise<string> {
    const lines = await this.lines.evaluateAll((all) =>
      all
        .map((line) => ({ top: parseFloat((line as HTMLElement).style.top), line }))
        .sort((a, b) => a.top - b.top)
        .map(({ line }) => line.textContent),
    );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Goes from wherever the keys go now to the text. */
  async focus(): Promise<void> {
    await this.page.keyboard.press('Control+1');
  }

  /** Puts the cursor at a line and column, both from 1. */
  async goTo(line: number, column: number): Promise<void> {
    const { box, rows } = this.quickInput;
    const there = this.page.locator('.part.statusbar .statusbar-item', {
      hasText: new RegExp(`Ln ${line}, Col ${column}\\b`),
    });
    const go = async () => {
      await this.focus();
      await this.page.keyboard.press('Control+G');
      await this.quickInput.fill(`:${line}:${column}`);
      // Before there is a row, Enter does nothing.
      await rows.first().waitFor({ timeout: patience });
      await box.press('Enter', { timeout: patience });
      await box.waitFor({ state: 'hidden', timeout: patience });
      // What takes the focus, like a debugger that stops just then, closes the box, too.
      await there.waitFor({ timeout: patience });
    };
    await untilDone(go, () => this.quickInput.dismiss());
  }

  /** Selects the next place where the text stands, in its exact case. */
  async select(text: string): Promise<void> {
    const find = this.page.locator('.find-widget.visible');
    const box = find.locator('.find-part textarea').first();
    const found = find.locator('.matchesCount', { hasText: /\d+ of \d+/ });
    const select = async () => {
      await this.focus();
      // What opens at that moment, like a panel, takes the focus away.
      await this.page.keyboard.press('Control+F');
      await box.fill(text, { timeout: patience });
      await found.waitFor({ timeout: patience });
      // Not Escape: that would first dismiss a notification.
      await find.locator('.codicon-widget-close').click({ timeout: patience });
      await find.waitFor({ state: 'hidden', timeout: patience });
    };
    // What comes into the text after it was looked for is counted, and not selected.
    await untilDone(select, () => box.fill('', { timeout: patience }));
  }

  /** Takes the next place where `old` stands away and types something else there. */
  async replace(old: string, text: string): Promise<void> {
    await this.select(old);
    // A quote typed over a selection would surround it.
    await this.page.keyboard.press('Delete');
    await this.type(text);
  }

  /** Types key by key, as a person does. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** What is proposed when a person asks at the cursor, the best first, once something of this name is there. */
  async suggestions(wanted: string): Promise<string[]> {
    const widget = this.page.locator('.suggest-widget.visible');
    const rows = widget.locator('.monaco-list-row');
    await untilShown(widget.locator(`.monaco-list-row[aria-label^="${wanted}"]`).first(), {
      ask: () => this.page.keyboard.press('Control+Space'),
      // Where it is open, the keys would only open its details. Not awaited: an answer that comes late opens it again.
      dismiss: async () => {
        if (await widget.isVisible()) await this.page.keyboard.press('Escape');
      },
    });
    // Rows that are used again stand anywhere in the document.
    return rows.evaluateAll((all) =>
      all
        .sort((a, b) => Number(a.dataset.index) - Number(b.dataset.index))
        .map((row) => row.ariaLabel ?? ''),
    );
  }

  squiggles(severity: Severity): Locator {
    return this.page.locator(`.editor-instance .squiggly-${severity}`);
  }

  /**
   * What the hover over a word says, in the first visible line that holds `line`, once that is what is wanted: what comes
   * first may be a part of it only, or that it is loading.
   */
  async hover(word: string, says: RegExp, line = word): Promise<string> {
    const hover = this.page.locator(
      '.monaco-resizable-hover .monaco-hover:visible .hover-contents',
    );
    await untilShown(hover.filter({ hasText: says }).first(), {
      ask: async () => {
        // Asked anew each time: lenses and breadcrumbs that come late move the lines.
        const { x, y } = await this.middleOf(word, line);
        await this.page.mouse.move(x - 20, y);
        await this.page.mouse.move(x, y, { steps: 3 });
      },
      dismiss: async () => {
        if ((await hover.count()) > 0) await this.page.keyboard.press('Escape');
      },
    });
    return (await hover.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
  }

  /** The middle of a word on the screen, in pixels. */
  private async middleOf(word: string, line: string): Promise<{ x: number; y: number }> {
    const shown = this.lines.filter({ hasText: line }).first();
    await shown.waitFor();
    return shown.evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const nodes: { node: Node; start: number }[] = [];
      let content = '';
      while (walker.nextNode()) {
        nodes.push({ node: walker.currentNode, start: content.length });
        content += walker.currentNode.textContent?.replaceAll('\u00a0', ' ') ?? '';
      }
      const middle = content.indexOf(wanted) + Math.floor(wanted.length / 2);
      const { node, start } = nodes.findLast((candidate) => candidate.start <= middle)!;
      const range = document.createRange();
      range.setStart(node, middle - start);
      range.setEnd(node, middle - start + 1);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, word);
  }
}
