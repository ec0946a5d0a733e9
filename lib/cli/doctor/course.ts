/**
 * Finds the course's own repo; outside of it, where the library is an installed package, fewer parts apply.
 * Flow: **findCourse** → doctor.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function isCourse(folder: string): boolean {
  try {
    const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: unknown };
    return name === 'digits-cnn-course';
  } catch {
    return false;
  }
}

/** The folder itself or the nearest one above that holds the course; undefined if none does. */
export function findCourse(folder: string): string | undefined {
  if (isCourse(folder)) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : findCourse(parent);
}
