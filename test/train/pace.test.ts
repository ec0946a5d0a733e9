import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pace } from '../../lib/train/pace';

test('128 images every tenth of a second are 1280 a second, and 1000 - 256 are left for 0.58 s', () => {
  const pace = new Pace(1000, 0);
  pace.start(5000);
  pace.step(128, 5100);
  const { imagesPerSecond, secondsLeft } = pace.step(128, 5200);
  assert.ok(Math.abs(imagesPerSecond - 1280) < 1e-9);
  assert.ok(Math.abs(secondsLeft - 744 / 1280) < 1e-9);
});

test('what was seen before a resume is not left, and does not count for the rate', () => {
  const pace = new Pace(1000, 600);
  pace.start(0);
  const { imagesPerSecond, secondsLeft } = pace.step(100, 1000);
  assert.ok(Math.abs(imagesPerSecond - 100) < 1e-9);
  assert.ok(Math.abs(secondsLeft - 3) < 1e-9);
});

test('the rate follows a machine that slows down within about two seconds', () => {
  const pace = new Pace(1e6, 0);
  pace.start(0);
  for (let step = 1; step <= 100; step++) pace.step(100, 100 * step);
  let rate = 0;
  for (let step = 1; step <= 6; step++) rate = pace.step(100, 10_000 + 400 * step).imagesPerSecond;
  assert.ok(Math.abs(rate - 250) < 1e-9, `${rate}`);
});

test('a pause before start() counts for nothing', () => {
  const pace = new Pace(400, 0);
  pace.start(0);
  pace.step(100, 100);
  pace.start(60_000);
  const { imagesPerSecond, secondsLeft } = pace.step(100, 60_100);
  assert.ok(Math.abs(imagesPerSecond - 1000) < 1e-6);
  assert.ok(Math.abs(secondsLeft - 0.2) < 1e-9);
});

test('two events at the same moment give a number', () => {
  const pace = new Pace(10, 0);
  pace.start(0);
  assert.ok(Number.isFinite(pace.step(10, 0).imagesPerSecond));
});
