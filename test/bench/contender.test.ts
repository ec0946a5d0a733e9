/** Trainers in processes of their own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Contender } from '../../bench/training/contender';

const ready = { version: '1', settings: 'none', parameters: 3 };
const program = (code: string): string[] => [process.execPath, '-e', code];
const sayReady = `console.log('${JSON.stringify(ready)}');`;

test('A contender says what it is, answers turn by turn, and ends when it is told to stop.', async () => {
  const answering = `${sayReady}
    const lines = require('node:readline').createInterface({ input: process.stdin });
    let turns = 0;
    lines.on('line', line => {
      const { steps } = JSON.parse(line);
      console.log(JSON.stringify({ seconds: steps, cpuSeconds: ++turns, loss: 0, peakMegabytes: 1 }));
    });`;
  const contender = await Contender.start('answering', program(answering));
  assert.deepEqual(contender.ready, ready);
  for (const turn of [1, 2]) {
    const taken = await contender.train({ batchSize: 50, steps: 7 * turn, first: 0 });
    assert.deepEqual(taken, { seconds: 7 * turn, cpuSeconds: turn, loss: 0, peakMegabytes: 1 });
  }
  contender.stop();
  await assert.rejects(contender.train({ batchSize: 50, steps: 1, first: 0 }), /bench: answering ended/);
});

test('A contender that does not get ready fails with what it wrote last.', async () => {
  const failing = program("console.error('no torch here'); process.exit(1);");
  await assert.rejects(Contender.start('failing', failing), {
    message: 'bench: failing ended: no torch here',
  });
});

test('A contender that ends in the middle of a turn fails with what it wrote last.', async () => {
  const dying = `${sayReady} process.stdin.once('data', () => { console.error('out of memory'); process.exit(9); });`;
  const contender = await Contender.start('dying', program(dying));
  const turn = contender.train({ batchSize: 50, steps: 1, first: 0 });
  await assert.rejects(turn, { message: 'bench: dying ended: out of memory' });
});

test('A contender whose program is not there fails by its name.', async () => {
  const message = 'bench: missing ended: spawn ./no/such/python ENOENT';
  await assert.rejects(Contender.start('missing', ['./no/such/python']), { message });
});
