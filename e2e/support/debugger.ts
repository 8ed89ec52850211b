import type { Locator, Page } from 'playwright-core';
import { patience, untilDone, untilShown } from './attempts.ts';
import { untilGone } from './processes.ts';

/** VS Code's debugger, as a person sees and uses it. */
export class Debugger {
  readonly toolbar: Locator;
  /** The line at which it has stopped. */
  readonly stoppedLine: Locator;
  /** The rows of the view "Variables". */
  readonly variables: Locator;
  /** The lines of the Debug Console. */
  readonly console: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.toolbar = page.locator('.debug-toolbar');
    this.stoppedLine = page.locator('.editor-instance .debug-top-stack-frame-line');
    this.variables = page.locator('.debug-variables .monaco-list-row');
    this.console = page.locator('.repl .monaco-list-row');
  }

  /** Clicks left of a line's number, which counts from 1, until there is one more red dot. */
  async addBreakpoint(line: number): Promise<void> {
    const margin = this.page.locator('.editor-group-container.active .editor-instance .margin');
    const number = margin.locator('.line-numbers', { hasText: new RegExp(`^${line}$`) }).first();
    const before = await this.breakpoints.count();
    await untilShown(this.breakpoints.nth(before), {
      ask: async () => {
        // Asked anew each time: lenses that come late move the lines.
        const { x } = (await margin.first().boundingBox())!;
        const { y, height } = (await number.boundingBox())!;
        await this.page.mouse.click(x + 10, y + height / 2);
      },
      dismiss: () => number.waitFor({ timeout: patience }),
      within: 3 * patience,
    });
  }

  /** The red dots in the editor. */
  get breakpoints(): Locator {
    return this.page.locator('.editor-instance .margin [class*="codicon-debug-breakpoint"]');
  }

  /** Resolves when it has stopped and the cursor is on that line. */
  async stopsAt(line: number): Promise<void> {
    await this.toolbar.waitFor();
    await this.page
      .locator('.part.statusbar .statusbar-item', { hasText: `Ln ${line},` })
      .waitFor();
    await this.stoppedLine.first().waitFor();
  }

  /** Ticks "Uncaught Exceptions" in the view "Breakpoints". */
  async breakOnUncaught(): Promise<void> {
    const row = this.page.locator('.debug-breakpoints .monaco-list-row', { hasText: 'Uncaught' });
    const box = row.locator('.monaco-checkbox, input').first();
    // A row that is drawn anew at that moment takes no click.
    await untilDone(
      () => box.check({ timeout: patience }),
      () => box.waitFor({ timeout: patience }),
    );
  }

  async ends(): Promise<void> {
    await this.toolbar.waitFor({ state: 'hidden' });
  }
}

/** Resolves when no Deno is debugged any more. */
export const untilNoDeno = (): Promise<void> =>
  untilGone(
    (command) => command.some((part) => part.startsWith('--inspect-brk')) && command.at(-2) === '-',
  );
