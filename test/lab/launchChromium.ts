/** Starts the browser of the tests. */
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './findChromium';

const TRIES = 3;
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage', // containers give shared memory sparingly
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** A browser that has shown a page. On a busy machine one in many dies while it starts; then another one is started. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('launchChromium: no Chromium found');
  for (let left = TRIES; ; left--) {
    const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
    try {
      const page = await browser.newPage();
      await page.setContent('<p>ready</p>');
      await page.close();
      return browser;
    } catch (error) {
      await browser.close();
      if (left === 1) throw error;
    }
  }
}
