/** A notebook in JupyterLab as a person sees and uses it. */
import type { Browser, Locator, Page } from 'playwright-core';

export interface PageOptions {
  readonly width: number;
  readonly height: number;
  readonly theme?: 'JupyterLab Light' | 'JupyterLab Dark';
}

export class NotebookPage {
  constructor(readonly page: Page) {}

  /** A new window. What JupyterLab would remember of it, theme and open tabs, does not reach the server. */
  static async openWindow(
    browser: Browser,
    { width, height, theme = 'JupyterLab Light' }: PageOptions,
  ): Promise<NotebookPage> {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.route(/\/lab\/api\/workspaces/, route =>
      route.request().method() === 'PUT' ? route.fulfill({ status: 204 }) : route.continue(),
    );
    await page.route(/\/lab\/api\/settings\?\d+$/, async route => {
      const response = await route.fetch();
      const { settings } = (await response.json()) as { settings: { id: string; raw: string }[] };
      const themed = settings.map(setting =>
        setting.id === '@jupyterlab/apputils-extension:themes'
          ? { ...setting, raw: JSON.stringify({ theme }) }
          : setting,
      );
      await route.fulfill({ response, json: { settings: themed } });
    });
    return new NotebookPage(page);
  }

  /** Opens a notebook of the running server and waits until its kernel is ready. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.locator('.jp-KernelName', { hasText: 'tslab' }).first().waitFor({ state: 'attached' });
    await this.idle();
  }

  /** The kernel's name as the toolbar shows it. */
  kernelName(): Promise<string> {
    return this.page.locator('.jp-KernelName').first().innerText();
  }

  /** Clicks through the menu bar: `menu('Run', 'Run All Cells')`. */
  async menu(...path: string[]): Promise<void> {
    const [bar = '', ...items] = path;
    await this.page.locator('.lm-MenuBar-itemLabel', { hasText: new RegExp(`^${bar}$`) }).click();
    for (const item of items) {
      await this.page.locator('.lm-Menu-itemLabel', { hasText: new RegExp(`^${item}$`) }).click();
    }
  }

  /** Waits until the kernel says that it is idle. */
  async idle(): Promise<void> {
    const idle = this.page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').first();
    await idle.waitFor({ state: 'attached' }); // a narrow toolbar hides it
  }

  /** Moves the pointer to the middle of something that lets the pointer through, as marks of a plot do. */
  async pointAt(target: Locator): Promise<void> {
    const { x, y, width, height } = (await target.boundingBox())!;
    await this.page.mouse.move(x, y);
    await this.page.mouse.move(x + width / 2, y + height / 2);
  }

  /** Runs every cell and waits for the last one, which JupyterLab brings into view. */
  async runAll(timeout: number): Promise<void> {
    const lastPrompt = (text: RegExp) =>
      this.page.locator('.jp-CodeCell .jp-InputPrompt').last().and(this.page.getByText(text));
    await this.menu('Run', 'Run All Cells');
    await lastPrompt(/^\[[ *]\]:$/).waitFor();
    await lastPrompt(/^\[\d+\]:$/).waitFor({ timeout });
  }

  async save(): Promise<void> {
    await this.menu('File', 'Save Notebook');
    await this.page.locator('.jp-mod-dirty').first().waitFor({ state: 'detached' });
  }

  cell(index: number): Locator {
    return this.page.locator(`.jp-Cell[data-windowed-list-index="${index}"]`);
  }

  /** Puts the cursor at the end of a cell's text. */
  async edit(index: number): Promise<void> {
    await this.cell(index).locator('.cm-content').click();
    await this.page.keyboard.press('Control+End');
  }
}
