import type { Locator, Page } from 'playwright-core';
import { patience, untilDone } from './attempts.ts';

/** The box at the top of the window: command palette, quick open, questions with a list to pick from. */
export class QuickInput {
  readonly box: Locator;
  readonly rows: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.box = page.locator('.quick-input-widget .quick-input-box input');
    this.rows = page.locator('.quick-input-list .monaco-list-row');
  }

  /** Types into the box instead of what it holds. */
  async fill(text: string): Promise<void> {
    await this.box.fill(text, { timeout: patience });
  }

  /** Opens it by a key, and picks the row that shows the text when this is typed. */
  async pickBy(key: string, typed: string, text: string): Promise<void> {
    const row = this.rows.filter({ hasText: text }).first();
    const pick = async () => {
      // Over a row that comes under it the mouse would call up a hover, which covers others.
      await this.page.mouse.move(0, 0);
      await this.page.keyboard.press(key);
      await this.fill(typed);
      await this.take(row);
    };
    await untilDone(pick, () => this.dismiss());
  }

  /** Picks the row that shows the text, once it is there. */
  async pick(text: string): Promise<void> {
    const row = this.rows.filter({ hasText: text }).first();
    await row.waitFor();
    await untilDone(
      () => this.take(row),
      () => row.waitFor({ timeout: patience }),
    );
  }

  /** Clicks a row; rejects where it stays: one that is drawn anew at that moment takes no click. */
  private async take(row: Locator): Promise<void> {
    await row.click({ timeout: patience });
    await row.waitFor({ state: 'hidden', timeout: patience });
  }

  /** Answers the question whose title holds the text. */
  async answer(title: string, text: string): Promise<void> {
    await this.page.locator('.quick-input-title', { hasText: title }).waitFor();
    await this.fill(text);
    await this.box.press('Enter');
  }

  /** What the rows say, from the first. */
  async items(): Promise<string[]> {
    await this.rows.first().waitFor();
    return this.rows.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  }

  async dismiss(): Promise<void> {
    // Where it has closed by itself, Escape would take something else away.
    if (await this.box.isVisible()) await this.box.press('Escape', { timeout: patience });
    await this.box.waitFor({ state: 'hidden', timeout: patience });
  }
}
