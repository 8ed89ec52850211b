import type { Locator, Page } from 'playwright-core';

/** What an underlining in the editor says: Core refuses the file, it does not do what it says, … */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** The active text editor, as a person sees and uses it. */
export class Editor {
  readonly lines: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
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

  /** Puts the cursor at a line and column, both from 1. */
  async goTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    const box = this.page.locator('.quick-input-widget .quick-input-box input');
    await box.waitFor({ state: 'visible' });
    await box.fill(`:${line}:${column}`);
    await box.press('Enter');
    await box.waitFor({ state: 'hidden' });
  }

  /** Selects the next place where the text stands, in its exact case. */
  async select(text: string): Promise<void> {
    await this.page.keyboard.press('Control+F');
    const box = this.page.locator('.find-widget.visible .find-part textarea').first();
    await box.waitFor({ state: 'visible' });
    await box.fill(text);
    await this.page.locator('.find-widget .matchesCount', { hasText: /\d+ of \d+/ }).waitFor();
    await this.page.keyboard.press('Escape');
    await this.page.locator('.find-widget.visible').waitFor({ state: 'hidden' });
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

  squiggles(severity: Severity): Locator {
    return this.page.locator(`.editor-instance .squiggly-${severity}`);
  }

  /** What the hover over a word says, in the first visible line that holds `line`. */
  async hover(word: string, line = word): Promise<string> {
    const { x, y } = await this.middleOf(word, line);
    // From elsewhere, as a mouse that has not moved shows no hover.
    await this.page.mouse.move(x, 5);
    await this.page.mouse.move(x, y, { steps: 3 });
    const hover = this.page.locator('.monaco-hover:visible .hover-contents');
    await hover.first().waitFor();
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
