/**
 * Rules about the shape of a lesson: title, parts, time, size, exercises. The small lesson keeps them all.
 * Long: one test for each rule.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breaks, changed, findings } from './breaks';
import { courseOf, lessonFrom, smallLesson } from './smallLesson';

test('the small lesson keeps every rule', async () => {
  assert.deepEqual(await findings(await lessonFrom(smallLesson)), []);
});
breaks(
  'title: it comes first',
  '# A small lesson\n',
  'No title\n',
  'title, line 5: the lesson begins with its title, expected # and a title, got No title',
);
breaks(
  'title: there is one',
  '## Summary',
  '# Sum\n\n## Summary',
  'title, line LINE: the title is the only heading of the first level, got another: # Sum',
);
breaks(
  'title: no level is skipped',
  'A word',
  '#### Deep\n\nA word',
  'title, line LINE: no level of headings is skipped, expected at most ###, got #### Deep',
);
breaks(
  'parts: three goals',
  '**You will be able to**\n\n1. do one thing;\n',
  '**You will be able to**\n\n',
  'parts, line LINE: expected 3 numbered goals, got 2',
);
breaks(
  'parts: two questions',
  '**Two questions to carry along.** Answers at the end.\n\n1. What was it? (Lesson 03)',
  '**Two questions to carry along.** Answers at the end.\n',
  'parts, line LINE: expected 2 numbered questions, got 1',
);
breaks(
  'parts: questions look back',
  '2. And why? (Lesson 04)',
  '2. And why? (Lesson 06)',
  'parts, line LINE: a question is about an earlier lesson, got lesson 06',
);
breaks(
  'parts: none is missing',
  '- It was small.\n\n<details><summary>The two questions from the beginning</summary>',
  '- It was small.\n\n<details><summary>Answers</summary>',
  `parts, line ${smallLesson.split('\n').length}: a part is missing, expected a line that begins with <details><summary>The two questions from the beginning</summary>`,
);
breaks(
  'parts: they stand in order',
  '## First',
  '## Further reading\n\n## First',
  'parts, line LINE: ## Further reading comes too early, expected it after <details><summary>The two questions from the beginning</summary>',
);
breaks(
  'parts: symptoms have their table',
  '| you see | it means |',
  '| symptom | cause |',
  'parts, line LINE: expected a table of symptoms, | you see | it means |, got | symptom | cause |',
);
breaks(
  'parts: a prediction is run at once',
  '**Predict.** How large is the share?',
  '**Predict.** How large?\n\n\nOr not.',
  'parts, line LINE: a prediction is run and explained, expected a cell of code and then prose below it',
);
breaks(
  'parts: progress is kept for this lesson',
  "progress({ lesson: '06-convolution' })",
  "progress({ lesson: '07-pooling' })",
  "parts, line LINE: expected a cell with progress({ lesson: '06-convolution' }), got progress({ lesson: '07-pooling' })",
);
breaks(
  'parts: it says what comes next',
  '**Next:** 07, *pooling*.',
  'That was all.',
  'parts, line LINE: the lesson ends with what comes next, expected **Next:** …, got That was all.',
);
breaks(
  'time: a sitting',
  '**Time:** 30 minutes',
  '**Time:** 60 minutes',
  'time, line LINE: expected 25 to 45 minutes to read, got 60',
);
breaks(
  'time: not twice too long',
  'read, half a minute of',
  'read, about a minute and a half of',
  'time, line LINE: expected a time within twice the 30 s measured, got 90 s',
);
breaks(
  'time: not twice too short',
  'read, half a minute of',
  'read, ten seconds of',
  'time, line LINE: expected a time within twice the 30 s measured, got 10 s',
);
breaks(
  'time: it can be read',
  'half a minute of computing. **You need:** lesson 03.',
  'a while.',
  'time, line 15: the computing is told in words, expected such as "half a minute of computing", got **Time:** 30 minutes to read, a while.',
);
test('time: it was measured, and is short', async () => {
  const lesson = await lessonFrom(smallLesson);
  const measured = (metadata: object) => ({ ...lesson, notebook: { ...lesson.notebook!, metadata } });
  assert.deepEqual(await findings(measured({})), [
    'time, line 15: the time was never measured, expected npm run notebooks -- --measure 06-convolution',
  ]);
  assert.deepEqual(await findings(measured({ 'digits-cnn': { seconds: 61 } })), [
    'time, line 15: expected at most 60 s of computing, got 61 s measured',
    'time, line 15: expected a time within twice the 61 s measured, got 30 s',
  ]);
});
breaks(
  'size: not too many words',
  'What it is about.',
  'What it is about. '.repeat(200),
  'size, line 1: expected 1200 to 2000 words, got 2162',
);
breaks(
  'size: a glance at a cell',
  'const filler1 = 1;',
  `const filler1 = 1;${'\n// on'.repeat(25)}`,
  'size, line LINE: expected at most 25 lines in a cell, got 26',
);
test('size: not too few words, not too many cells or lines, below 1 MB', async () => {
  const fewWords = smallLesson.replace('One more word. '.repeat(70), '');
  assert.deepEqual(await findings(await lessonFrom(fewWords)), [
    'size, line 1: expected 1200 to 2000 words, got 1156',
  ]);
  const cells = '```typescript\nlet a = 1;\n```\n\n'.repeat(25);
  assert.deepEqual(
    await findings(await lessonFrom(smallLesson.replace('## Summary', `${cells}## Summary`))),
    ['size, line 1: expected 25 to 45 cells, got 53'],
  );
  const long = smallLesson.replaceAll(/const filler\d = \d;/g, `let a;${'\na = 0;'.repeat(7)}`);
  const lines = await findings(
    await lessonFrom(long.replaceAll(/\.check\(\(\) => 0\)/g, `$&${'\n;'.repeat(7)}`)),
  );
  assert.deepEqual(lines, ['size, line 1: expected 1 to 6 lines in the middle one of its code cells, got 8']);
  const lesson = await lessonFrom(smallLesson);
  assert.deepEqual(await findings({ ...lesson, notebook: { ...lesson.notebook!, bytes: 1_234_567 } }), [
    'size, line 1: expected a notebook below 1 MB, got 1.23 MB',
  ]);
});
breaks(
  'exercises: numbered in their order',
  '### Exercise 6.2: again',
  '### Exercise 6.3: again',
  'exercises, line LINE: expected ### Exercise 6.2: …, got ### Exercise 6.3: again',
);
breaks(
  'exercises: none has been attempted',
  'unfolding.check(() => 0)',
  'unfolding.hint()',
  `exercises, line ${1 + smallLesson.split('const unfolding')[0]!.split('\n').length - 1}: exercise convolution/im2col: expected a cell whose check says "Not attempted yet."`,
);
test('exercises: those of the lesson, all of them, three to five', async () => {
  const [other, missing, ...more] = await findings(
    await lessonFrom(changed("exercise('convolution/im2col')", "exercise('pooling/maxPool')")),
  );
  assert.match(
    other!,
    /^exercises, line \d+: expected an exercise of 06-convolution, got pooling\/maxPool of 07-pooling$/,
  );
  assert.equal(missing, 'exercises, line 1: expected exercise convolution/im2col in the lesson, got none');
  assert.deepEqual(more, []);
  const plain = smallLesson.replaceAll(/### Exercise 6.[34]: again/g, '### Another');
  assert.deepEqual(await findings(await lessonFrom(plain)), [
    'exercises, line 1: expected 3 to 5 exercises, got 2',
  ]);
  const { lacks } = await import('../../scripts/lint/rules/exercises.mjs');
  assert.deepEqual(lacks({ lesson: '06-convolution', hints: [], solutionText: ' ', mistakes: [1, 2] }), [
    'at least 2 hints, got 0',
    'at least 3 wrong answers, got 2',
    'the text of a solution, got none',
  ]);
});

test('size: a lesson may be allowed more, as long as it needs it', async () => {
  const { size } = await import('../../scripts/lint/rules/size.mjs');
  const lesson = await lessonFrom(smallLesson.replace('What it is about.', 'What it is about. '.repeat(200)));
  const course = await courseOf(lesson);
  const says = (words: number, of = lesson) => {
    const allowances = { '06-convolution': { words, because: 'it is long' } };
    return size(of, { ...course, allowances }).map(finding => finding.says);
  };
  assert.deepEqual(says(2200), []);
  assert.deepEqual(says(2100), ['expected 1200 to 2100 words, got 2162']);
  const small = await lessonFrom(smallLesson);
  assert.deepEqual(says(2100, small), ['its allowance of 2100 words is no longer needed, got 1366']);
});

test('size: every allowance names a lesson and a reason', async () => {
  const { allowances } = await import('../../scripts/lint/allowances.mjs');
  for (const [lesson, { because }] of Object.entries(allowances)) {
    assert.match(lesson, /^\d\d-[a-z-]+$/);
    assert.ok(because.length > 20, because);
  }
});

test('exercises: a check that says something else has been attempted', async () => {
  const lesson = await lessonFrom(smallLesson);
  const right = { output_type: 'display_data', data: { 'text/plain': 'Right.' } };
  const cells = lesson.notebook!.cells.map(cell =>
    cell.source.includes('sizes.check(') ? { ...cell, outputs: [right] } : cell,
  );
  const [found, ...more] = await findings({ ...lesson, notebook: { ...lesson.notebook!, cells } });
  assert.match(
    found ?? '',
    /^exercises, line \d+: exercise convolution\/outputSize: expected a cell whose check/,
  );
  assert.deepEqual(more, []);
});
