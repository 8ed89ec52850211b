import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { artifacts } from '../../scripts/root.mts';
import { patience, untilDone, untilShown } from './attempts.ts';
import { Editor } from './editor.ts';
import { QuickInput } from './quickInput.ts';

const screenshots = path.join(artifacts, 'screenshots');

/** A window of VS Code with a folder open, and what a person does and sees in it. */
export class VSCodeWindow {
  readonly page: Page;
  /** Absolute path of the folder that is open; a copy that the test may write in. */
  readonly workspace: string;
  readonly editor: Editor;
  readonly quickInput: QuickInput;

  constructor(page: Page, workspace: string) {
    this.page = page;
    this.workspace = workspace;
    this.editor = new Editor(page);
    this.quickInput = new QuickInput(page);
  }

  /** Runs a command by its title in the command palette. */
  async command(title: string): Promise<void> {
    await this.quickInput.pickBy('F1', `>${title}`, title);
  }

  /** Opens a file of the workspace by its name. */
  async openFile(name: string): Promise<void> {
    await this.quickInput.pickBy('Control+P', name, name);
    await this.shows(name).waitFor();
  }

  /** Goes to another open tab by its name. */
  async showTab(name: string): Promise<void> {
    await this.page.locator(`.tab[data-resource-name="${name}"]`).click();
    await this.shows(name).waitFor();
  }

  /** The text of a file in the active editor. Its tab is active a moment earlier, when that of another still stands there. */
  shows(name: string): Locator {
    const editor = this.page.locator('.editor-group-container.active .editor-instance');
    return editor.locator(`.monaco-editor[data-uri$="/${name}"] .view-line`).first();
  }

  /** Saves all files, and waits until that is done: VS Code asks where a tab is closed before. */
  async saveAll(): Promise<void> {
    await this.command('File: Save All Files');
    await this.page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
  }

  /** The rows of the Problems panel, which is opened. */
  async problems(): Promise<Locator> {
    await this.command('Problems: Focus on Problems View');
    await this.page.locator('.markers-panel').waitFor();
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  /** Chooses from a menu of code actions at the cursor: `Refactor...`, `Quick Fix...`. */
  async codeAction(menu: 'Refactor...' | 'Quick Fix...', title: string): Promise<void> {
    // Each action that has more to choose has an empty one of the same class.
    const widget = this.page.locator('.action-widget:not(.action-list-submenu-panel)');
    const row = widget.locator('.monaco-list-row', { hasText: title }).first();
    const choose = async () => {
      await this.command(menu);
      await row.waitFor({ timeout: patience });
      await this.screenshot(`code-action-${title.replaceAll(/\W+/g, '-').toLowerCase()}`);
      await row.click({ timeout: patience });
      await row.waitFor({ state: 'hidden', timeout: patience });
    };
    await untilDone(choose, async () => {
      // Where there is nothing to choose there is no menu, and Escape would take something else away.
      if (await widget.isVisible()) await this.page.keyboard.press('Escape');
    });
  }

  /** Chooses from the menu that the right mouse button opens. */
  async chooseFromMenu(at: Locator, title: string): Promise<void> {
    const item = this.page.locator('.monaco-menu .action-item', { hasText: title });
    const choose = async () => {
      await at.click({ button: 'right', timeout: patience });
      // By the keyboard: a menu that has just opened takes a mouse button that goes up for the end of the click before.
      await item.hover({ timeout: patience });
      await this.page.keyboard.press('Enter');
      await item.waitFor({ state: 'hidden', timeout: patience });
    };
    await untilDone(choose, async () => {
      if (await item.isVisible()) await this.page.keyboard.press('Escape');
    });
  }

  /** Clicks a lens until what it opens is there: one that is drawn anew at that moment takes no click. */
  async clickLens(text: string, opened: Locator): Promise<void> {
    const lens = this.page.locator('.codelens-decoration a', { hasText: text }).first();
    await untilShown(opened, {
      ask: () => lens.click({ timeout: patience }),
      dismiss: () => lens.waitFor({ timeout: patience }),
      within: 3 * patience,
    });
  }

  /** The items of the status bar that show the text. */
  statusItem(text: string | RegExp): Locator {
    return this.page.locator('.part.statusbar .statusbar-item', { hasText: text });
  }

  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast', { hasText: text });
  }

  /** The dialog that asks for a decision. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** The rows of the tree views in the side bar. */
  get treeRows(): Locator {
    return this.page.locator('.part.sidebar .pane-body .monaco-list-row[role="treeitem"]');
  }

  /** Opens a container of views by what its icon in the activity bar is called. */
  async openViews(name: string): Promise<void> {
    await this.page.locator(`.activitybar .action-label[aria-label^="${name}"]`).click();
    await this.page.locator('.part.sidebar .composite.title', { hasText: name }).waitFor();
  }

  /** The document of the webview in view. */
  get webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** Writes the settings of the workspace, instead of those it has. */
  changeSettings(settings: Record<string, unknown>): void {
    const file = path.join(this.workspace, '.vscode', 'settings.json');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(settings));
  }

  /** Takes a picture into artifacts/screenshots. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: path.join(screenshots, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
