/** Interactives in a real browser, on a page of their own, as a person sees and uses them. */
import assert from 'node:assert/strict';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Interactive } from '../../lib/plot/interactives/interactive';
import { interactiveHtml } from '../../lib/plot/interactives/interactiveHtml';
import { findChromium } from '../lab/findChromium';
import { bundledPage } from './bundledPage';

const executablePath = findChromium();

/** For `suite(…, { skip })`. */
export const skip = executablePath
  ? false
  : 'no Chromium found: apt-get install -y chromium, or set CHROMIUM to its path';

export interface InteractivePage {
  readonly page: Page;
  /** The output map's cells, row by row. */
  readonly cells: Locator;
  /** Fails if the page has complained or asked for anything. */
  assertQuiet(): void;
}

export interface PageOptions extends BrowserContextOptions {
  /** HTML around the interactives, such as another page's style. */
  readonly around?: string;
}

export async function openInteractive(
  browser: Browser,
  interactives: Interactive | readonly Interactive[],
  { around = '', ...options }: PageOptions = {},
): Promise<InteractivePage> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, ...options });
  const complaints: string[] = [];
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  page.on('request', request => {
    if (!request.url().startsWith('data:')) complaints.push(request.url());
  });
  const html = [interactives].flat().map(one => interactiveHtml(one, bundledPage(one.page)));
  const title = '<title>Interactives</title><html lang="en">';
  await page.setContent(`<!doctype html>${title}<main>${around}${html.join('<p>between</p>')}</main>`);
  return {
    page,
    cells: page.getByRole('gridcell'),
    assertQuiet: () => assert.deepEqual(complaints, []),
  };
}

/** What stands on the page for all to see; the same words may follow a moment later for those who listen. */
export function seen(page: Page, text: string | RegExp, options: { exact?: boolean } = {}): Locator {
  return page.getByText(text, options).and(page.locator(':not(.unseen)'));
}

/** A number as the pages write it. */
export function readNumber(text: string): number {
  return Number(text.replace('−', '-').replaceAll('\u202f', ''));
}

export async function readNumbers(cells: Locator): Promise<number[]> {
  return (await cells.allTextContents()).map(readNumber);
}
