import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareGuess } from '../../lib/lesson/compareGuess';
import { fakeKernel } from '../plot/fakeKernel';
import { readHtml } from '../plot/page';

function said(guess: number | string | undefined, actual: number | string, tolerance?: number): string {
  const texts: string[] = [];
  compareGuess(guess, actual, { tolerance, write: text => texts.push(text) });
  assert.equal(texts.length, 1);
  return texts[0]!;
}

test('who has not guessed is told the value, and no more', () => {
  const sentence = 'No guess yet. It is 784. Next time guess first: a wrong guess teaches more than none.\n';
  for (const none of [undefined, '', ' ', '…', '...']) assert.equal(said(none, 784), sentence);
});

test('a guess that is far off is measured by a factor, one that is near by a difference', () => {
  const sentences: [number | string, number, string][] = [
    [50, 784, 'Your guess: 50. It is 784, so you were about 16 times too low.\n'],
    [0.5, 0.098, 'Your guess: 0.5. It is 0.098, so you were about 5.1 times too high.\n'],
    [1, 2, 'Your guess: 1. It is 2, so you were about 2 times too low.\n'],
    [2, Math.LN10, 'Your guess: 2. It is 2.303, so you were 0.3 too low.\n'],
    ['3', Math.LN10, 'Your guess: 3. It is 2.303, so you were 0.7 too high.\n'],
    [1, 0, 'Your guess: 1. It is 0, so you were 1 too high.\n'],
    [0, 60000, 'Your guess: 0. It is 60\u202f000, so you were 60\u202f000 too low.\n'],
    [-1, -10, 'Your guess: -1. It is -10, so you were 9 too high.\n'],
    [1, Number.NaN, 'Your guess: 1. It is NaN.\n'],
    [Number.POSITIVE_INFINITY, 1, 'Your guess: Infinity. It is 1.\n'],
  ];
  for (const [guess, actual, sentence] of sentences) assert.equal(said(guess, actual), sentence);
});

test('a guess within the tolerance is a good one', () => {
  assert.equal(said(784, 784), 'Well guessed. You wrote 784, and it is 784.\n');
  assert.equal(said(2.3, Math.LN10), 'Well guessed. You wrote 2.3, and it is 2.303.\n');
  assert.equal(said(' 10 ', 10), 'Well guessed. You wrote 10, and it is 10.\n');
  assert.match(said(90, 100), /^Your guess: 90\./);
  assert.match(said(90, 100, 0.1), /^Well guessed\./);
  assert.match(said(89, 100, 0.1), /^Your guess: 89\./);
  assert.match(said(0, 0), /^Well guessed\./);
  assert.match(said(Number.NaN, Number.NaN), /^Well guessed\./);
});

test('words are put side by side', () => {
  assert.equal(said('a 5', '5'), 'Your guess: “a 5”. It is “5”.\n');
  assert.equal(said('it explodes', Number.NaN), 'Your guess: “it explodes”. It is NaN.\n');
  assert.equal(said(7, 'NaN'), 'Your guess: “7”. It is “NaN”.\n');
});

test('whatever the numbers, too low means below and too high above', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(value, value, (guess, actual) => {
      const sentence = said(guess, actual);
      assert.equal(sentence.includes('too low'), guess < actual && !sentence.startsWith('Well'));
      assert.equal(sentence.includes('too high'), guess > actual && !sentence.startsWith('Well'));
    }),
    { seed: 1 },
  );
});

test('in a notebook the sentence is HTML in which nothing of the reader is markup', () => {
  const { displays } = fakeKernel();
  const nasty = `<script>alert(1)</script> & "quotes" 'too'`;
  compareGuess(nasty, nasty);
  const body = readHtml(String(displays[0]!.bundle.data['text/html']));
  assert.equal(body.querySelector('script'), null);
  assert.equal(body.textContent, `Your guess: “${nasty}”. It is “${nasty}”.`);
  assert.equal(displays[0]!.bundle.data['text/plain'], `Your guess: “${nasty}”. It is “${nasty}”.`);
});
