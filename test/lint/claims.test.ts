/** Rules about what a lesson says: numbers are printed above, words and functions have been introduced. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Output } from '../../scripts/lint/course.mjs';
import { breaks, changed, findings } from './breaks';
import { lessonFrom, smallLesson } from './smallLesson';

const quoted = 'expected a cell above that prints what the prose quotes, got';
breaks('numbers: a decimal', 'It is 0.57,', 'It is 0.58,', `numbers, line LINE: ${quoted} 0.58`);
breaks('numbers: a percentage', 'or 57 %', 'or 58 %', `numbers, line LINE: ${quoted} 58 %`);
breaks('numbers: some of all', '171 of 300', '172 of 300', `numbers, line LINE: ${quoted} 172`);
breaks(
  'numbers: below the cell is too late',
  'A word with',
  'A word, 0.57, with',
  `numbers, line LINE: ${quoted} 0.57`,
);
test('numbers: the table of a figure serves its own section only', async () => {
  const table: Output = { output_type: 'display_data', data: { 'text/html': '<td>0.8181</td>' } };
  const same = changed('It is 0.57,', 'It is 0.57 and 0.818,');
  assert.deepEqual(await findings(await lessonFrom(same, '06-convolution', table)), []);
  const before = changed('171 of 300 digits.', '171 of 300 digits, and 0.818.\n\n## Second\n');
  assert.deepEqual(await findings(await lessonFrom(before, '06-convolution', table)), []);
  const other = changed('- It was small.', '- It was 0.818.');
  const [found, ...more] = await findings(await lessonFrom(other, '06-convolution', table));
  assert.match(found ?? '', /^numbers, line \d+: .* got 0.818$/);
  assert.deepEqual(more, []);
});

const later = 'lesson 7 explains max pooling, expected';
breaks(
  'forward references: a term of a later lesson',
  'A word with',
  'Max pooling with',
  `forward references, line LINE: ${later} it to be used from there on, got Max pooling`,
);
breaks(
  'forward references: a link to such a term',
  'A word with',
  'A [**window**](glossary.ipynb#max-pooling) with',
  `forward references, line LINE: ${later} no link to it before`,
);
test('forward references: a line may point ahead, and prose may introduce a name of the library', async () => {
  const ahead = changed('A word with', 'Max pooling (lesson 07), and a word with');
  const [used] = await findings(await lessonFrom(ahead));
  assert.equal(used, undefined);
  const named = changed('A word with', 'What others call *max pooling*, and a word with');
  assert.deepEqual(await findings(await lessonFrom(named)), []);
  const adam = smallLesson
    .replace('import { heatmap,', 'import { adam, heatmap,')
    .replace('const filler3 = 3;', 'const filler3 = adam();');
  const line = adam.slice(0, adam.indexOf('const filler3')).split('\n').length;
  assert.deepEqual(await findings(await lessonFrom(adam)), [
    `forward references, line ${line}: lesson 8 derives adam, expected prose above that says what \`adam\` does`,
  ]);
  assert.deepEqual(
    await findings(await lessonFrom(adam.replace('It is 0.57', '`adam` is a descent. It is 0.57'))),
    [],
  );
});
