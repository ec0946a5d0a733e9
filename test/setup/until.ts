/**
 * Waits for something that another process does.
 */
import { setTimeout as sleep } from 'node:timers/promises';

export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  seconds = 10,
): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  while (performance.now() < deadline) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error(`waited ${seconds} seconds, but not: ${what}`);
}
