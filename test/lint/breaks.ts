/** Tests of rules: a lesson that breaks exactly one of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Lesson } from '../../scripts/lint/course.mjs';
import { courseOf, lessonFrom, smallLesson } from './smallLesson';

/** Every finding as `rule, line: what it says`. */
export async function findings(lesson: Lesson): Promise<string[]> {
  const { rules } = await import('../../scripts/lint/rules.mjs');
  // Another lesson behind it, or it were the last one, which has no next.
  const course = await courseOf(lesson, await lessonFrom(smallLesson, '07-pooling'));
  return rules.flatMap(({ name, check }) =>
    check(lesson, course).map(({ line, says }) => `${name}, line ${line}: ${says}`),
  );
}

/** The small lesson with one piece of it replaced. */
export function changed(piece: string, by: string): string {
  const [before, ...after] = smallLesson.split(piece);
  assert.equal(after.length, 1, `"${piece}" stands in it once`);
  return before + by + after[0];
}

/** The only finding is this one. `LINE` is the line in which the new piece begins. */
export function breaks(title: string, piece: string, by: string, expected: string): void {
  test(title, async () => {
    const text = changed(piece, by);
    const line = text.slice(0, text.indexOf(by)).split('\n').length;
    assert.deepEqual(await findings(await lessonFrom(text)), [expected.replace('LINE', String(line))]);
  });
}
