/**
 * What an exercise says to right, wrong and missing answers, with its hints and its solution.
 * Long: one test for each kind of answer, and for what is kept of it.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { oneHot } from '../../lib/encode/oneHot';
import { exercise, interruptSignal, progress } from '../../lib/entries/lesson';
import { exercises } from '../../lib/lesson/exercises';
import { fakeKernel } from '../plot/fakeKernel';
import { readHtml } from '../plot/page';
import { temporaryFolder } from '../temporaryFolder';

const right = (pixels: Uint8Array) => Float64Array.from(pixels, pixel => pixel / 255);

/** The exercise `start/scale`, its words kept. */
function scaling(folder?: string) {
  const said: string[] = [];
  return { said, ...exercise('start/scale', { folder, write: text => said.push(text) }) };
}

test('a right answer is told why it matters', () => {
  const { check, said } = scaling();
  check(right);
  check(pixels => [...pixels].map(pixel => pixel / 255)); // a plain array will do
  assert.deepEqual(said, Array(2).fill(`Right. ${exercises['start/scale'].matters}\n`));
});

test('who has not begun is not told off', () => {
  const { check, said } = scaling();
  check(() => new Float64Array(0));
  assert.deepEqual(said, [
    'Not attempted yet. Your answer is still the one of the start. `.hint()` shows a first step.\n',
  ]);
});

test('a known mistake is named, with what was given and what was expected', () => {
  const { check, said } = scaling();
  check(pixels => pixels.map(pixel => pixel / 255));
  assert.deepEqual(said[0]?.split('\n').slice(0, 2), [
    'Not yet. For `pixels = [0, 51, 255]` you gave `[0, 0, 1]`; expected `[0, 0.2, 1]`.',
    'This looks like **whole numbers only**. `map` on a `Uint8Array` gives another `Uint8Array`, ' +
      'which cuts 0.2 down to 0. Make a `Float64Array`.',
  ]);
});

test('a mistake nobody has thought of is shown by an example', () => {
  const { check, said } = scaling();
  check(pixels => right(pixels).map(value => value ** 2));
  assert.equal(
    said[0],
    'Not yet. For `pixels = [0, 51, 255]` you gave `[0, 0.04, 1]`; expected `[0, 0.2, 1]`.\n' +
      '`.hint()` shows a step towards the answer.\n',
  );
});

test('a right result that destroys its input is wrong, and says what was changed', () => {
  const { check, said } = scaling();
  check(pixels => {
    const scaled = right(pixels);
    pixels.fill(9);
    return scaled;
  });
  assert.match(
    said[0]!,
    /you gave `\[0, 0\.2, 1\]`; expected `\[0, 0\.2, 1\]`\. Afterwards `pixels = \[9, 9, 9\]`\./,
  );
});

test('an answer that throws, and one that gives something else altogether, are told so', () => {
  const { check, said } = scaling();
  check(() => {
    throw new TypeError('oh <no>');
  });
  check((async () => [1]) as unknown as typeof right);
  check((() => undefined) as unknown as typeof right);
  assert.match(said[0]!, /your function threw "oh <no>"; expected `\[0, 0\.2, 1\]`/);
  assert.match(said[1]!, /you gave `a Promise`; expected/);
  assert.match(said[2]!, /you gave `undefined`; expected/);
});

test('where an error is expected, the message says so', () => {
  const said: string[] = [];
  exercise('oneHot/encode', { write: text => said.push(text) }).check((labels, classes) => {
    const known = Array.from(labels).filter(
      label => Number.isInteger(label) && label >= 0 && label < classes,
    );
    return oneHot(known, classes);
  });
  assert.match(
    said[0]!,
    /^Not yet\. For `labels = \[3, 0\]`, `classes = 3` you gave `\[\[1, 0, 0\]\]`; expected an error\.$/m,
  );
});

test('hints come one after the other, and end', () => {
  const { hint, said } = scaling();
  const { hints } = exercises['start/scale'];
  for (let i = 0; i <= hints.length; i++) hint();
  assert.deepEqual(said, [
    ...hints.map((text, i) => `Hint ${i + 1} of ${hints.length}. ${text}\n`),
    'No more hints. `.solution()` shows the whole answer.\n',
  ]);
});

test('the solution is shown as code', () => {
  const { solution, said } = scaling();
  solution();
  assert.deepEqual(said, [`One solution.\n${exercises['start/scale'].solutionText}\n`]);
});

test('an exercise that does not exist is refused', () => {
  assert.throws(() => exercise('start/typo' as 'start/scale'), {
    name: 'RangeError',
    message: 'exercise: name must be one of start/pixel, start/scale, start/accuracy, got start/typo',
  });
});

test('in a notebook the verdict is HTML in which nothing of the learner is markup', () => {
  const { displays } = fakeKernel();
  exercise('start/scale', { folder: temporaryFolder() }).check(() => {
    throw new Error('<img src=x onerror=alert(1)> `code` **bold**');
  });
  const html = String(displays[0]!.bundle.data['text/html']);
  const body = readHtml(html);
  assert.equal(body.querySelector('img'), null);
  assert.equal(body.querySelector('strong')?.textContent, 'Not yet.');
  assert.match(body.textContent!, /threw "<img src=x onerror=alert\(1\)> code bold"/);
});

test('progress is kept and never falls back', () => {
  const folder = temporaryFolder();
  const { check, said } = scaling(folder);
  const kept = () => JSON.parse(readFileSync(join(folder, '.progress.json'), 'utf8'));
  check(() => new Float64Array(0));
  assert.equal(existsSync(join(folder, '.progress.json')), false);
  check(() => [1]);
  assert.deepEqual(kept(), { 'start/scale': 'wrong' });
  check(right);
  assert.match(said.at(-1)!, /\nSolved in this lesson: 1 of 3\.\n$/);
  check(() => [1]);
  assert.deepEqual(kept(), { 'start/scale': 'right' });
});

test('a plain script leaves no progress behind', () => {
  const folder = temporaryFolder();
  const before = process.cwd();
  process.chdir(folder);
  try {
    scaling().check(right);
  } finally {
    process.chdir(before);
  }
  assert.equal(existsSync(join(folder, '.progress.json')), false);
});

for (const damaged of ['{"start/scale": "ri', '[]', '{"start/scale": 3}', 'null', '']) {
  test(`a damaged progress file (${damaged || 'empty'}) is set aside and named`, () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.progress.json'), damaged);
    const { check, said } = scaling(folder);
    check(right);
    const notice =
      '.progress.json was damaged. It is kept as .progress.damaged.json; your progress starts anew.';
    assert.ok(said[0]!.includes(notice), said[0]);
    assert.equal(readFileSync(join(folder, '.progress.damaged.json'), 'utf8'), damaged);
    assert.equal(readFileSync(join(folder, '.progress.json'), 'utf8'), '{\n  "start/scale": "right"\n}\n');
  });
}

test('a folder that cannot be written fails no check', () => {
  const file = join(temporaryFolder(), 'a file, not a folder');
  writeFileSync(file, '');
  const { check, said } = scaling(file);
  check(right);
  const reason = `${join(file, '.progress.json')} cannot be written: a file is where a folder should be`;
  assert.ok(said[0]!.endsWith(`\nYour progress could not be saved: ${reason}\n`), said[0]);
});

test('the table of progress names every exercise and how it stands', () => {
  const folder = temporaryFolder();
  scaling(folder).check(right);
  exercise('start/pixel', { folder, write: () => {} }).check((image, y, x) => image * 784 + x * 28 + y);
  const said: string[] = [];
  progress({ folder, write: text => said.push(text) });
  const count = Object.keys(exercises).length;
  const summary = `1 of ${count} exercises solved.`;
  const [first, ...rows] = said[0]!.trimEnd().split('\n');
  assert.equal(first, summary);
  assert.equal(rows.length, count);
  assert.deepEqual(rows.slice(0, 3), [
    '00-start-here  start/pixel  tried',
    '00-start-here  start/scale  solved',
    '00-start-here  start/accuracy  open',
  ]);
  const { displays } = fakeKernel();
  progress({ folder });
  const body = readHtml(String(displays[0]!.bundle.data['text/html']));
  assert.equal([...body.querySelectorAll('tbody tr')].length, count);
  assert.equal(body.querySelector('p')?.textContent, summary);
});

test('the progress of one lesson is a line that names what is open', () => {
  const folder = temporaryFolder();
  scaling(folder).check(right);
  const said: string[] = [];
  progress({ lesson: '00-start-here', folder, write: text => said.push(text) });
  assert.match(
    said[0]!,
    /^1 of 3 exercises solved\. Still open: `start\/pixel`, `start\/accuracy`\. In the whole course: 1 of \d+ exercises solved\.\n$/,
  );
  assert.throws(() => progress({ lesson: '99-none', folder }), {
    name: 'RangeError',
    message: 'progress: lesson must be one with exercises, got 99-none',
  });
});

test('the progress of a notebook is kept beside it', () => {
  fakeKernel();
  const folder = join(temporaryFolder(), 'notebooks');
  mkdirSync(folder);
  const before = process.cwd();
  process.chdir(folder);
  try {
    exercise('start/scale').check(right);
  } finally {
    process.chdir(before);
  }
  assert.ok(existsSync(join(folder, '.progress.json')));
});

test("the interrupt signal is the running cell's, and there is none outside a notebook", () => {
  assert.equal(interruptSignal(), undefined);
  const kernel = fakeKernel();
  assert.equal(interruptSignal(), kernel.interruptSignal);
});
