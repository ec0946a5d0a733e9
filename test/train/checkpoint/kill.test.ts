/** SIGKILL at random moments, in the midst of steps and of writing: nothing but the last few steps is lost. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { createRandom } from '../../../lib/random/random';
import { temporaryFolder } from '../../temporaryFolder';

const root = temporaryFolder();
const SCRIPT = join(__dirname, 'trainUntilKilled.ts');
const EPOCHS = 30;
const EVERY_STEPS = 2;

interface Life {
  /** Where it began, and the last step it told. */
  start: number;
  last: number;
  weights: string | undefined;
  signal: NodeJS.Signals | null;
}

/** Trains in a child, killed some milliseconds after it has told `steps` steps; not at all by default. */
async function live(folder: string, steps = Number.POSITIVE_INFINITY, delay = 0): Promise<Life> {
  const args = ['--import', 'tsx', SCRIPT, folder, EPOCHS, EVERY_STEPS].map(String);
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<NodeJS.Signals | null>(resolve =>
    child.on('close', (_code, signal) => resolve(signal)),
  );
  const life: Life = { start: -1, last: 0, weights: undefined, signal: null };
  let told = 0;
  for await (const line of createInterface(child.stdout)) {
    const [word, value] = line.split(' ') as [string, string];
    if (word === 'start') life.start = Number(value);
    if (word === 'weights') life.weights = value;
    if (word !== 'step') continue;
    life.last = Number(value);
    if (++told === steps) void setTimeout(delay).then(() => child.kill('SIGKILL'));
  }
  life.signal = await ended;
  return life;
}

test('killed again and again, a training ends as if nothing had happened', async () => {
  const undisturbed = await live(join(root, 'undisturbed'));
  assert.deepEqual([undisturbed.start, undisturbed.last, undisturbed.signal], [0, 7 * EPOCHS, null]);
  const random = createRandom(1);
  const folder = join(root, 'killed');
  let reached = 0;
  for (let kill = 0; kill < 5; kill++) {
    const life = await live(folder, 1 + random.integer(15), random.integer(8));
    assert.equal(life.signal, 'SIGKILL');
    // A step is told before its checkpoint is written: the steps of one interval may be lost, and no more.
    assert.ok(life.start >= reached - EVERY_STEPS, `went on at step ${life.start}, had reached ${reached}`);
    reached = life.last;
  }
  const last = await live(folder);
  assert.ok(last.start > 0 && last.start >= reached - EVERY_STEPS);
  assert.equal(last.weights, undisturbed.weights);
});
