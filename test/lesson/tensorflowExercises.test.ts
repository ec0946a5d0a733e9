/** The exercises of lesson 10 beyond their lists: their words, and an oracle that is not TensorFlow. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { exercise } from '../../lib/entries/lesson';
import { layerOutputs } from '../../lib/layers/layerOutputs';
import type { WeightedLayer } from '../../lib/layers/weightedLayer';
import { exercises } from '../../lib/lesson/exercises';
import { createRandom } from '../../lib/random/random';
import { tf } from '../../lib/tensorflow/tf';
import { type NdArray, ndarray } from '../../lib/types/ndarray';
import { native } from '../tensorflow/trace/native';

function said(act: (write: (text: string) => void) => void): string {
  const texts: string[] = [];
  act(text => texts.push(text));
  return texts.join('');
}

test('loading the lesson’s entry loads no tensor library', () => {
  const script = `
    require(${JSON.stringify(join(__dirname, '../../lib/entries/lesson'))});
    console.log(Object.keys(require.cache).filter(path => path.includes('@tensorflow')).length);`;
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], { encoding: 'utf8' });
  assert.equal(stdout.trim(), '0');
});

test('a leak is told in tensors and bytes', () => {
  const text = said(write =>
    exercise('tensorflow/leak', { write }).check((logits: tf.Tensor2D, labels: tf.Tensor1D) => {
      const share = logits.argMax(1).equal(labels).toFloat().mean();
      const number = share.dataSync()[0];
      share.dispose();
      return number;
    }),
  );
  assert.match(
    text,
    /^Not yet\. For `logits = \[\[0, 1, 5\], \[4, 2, 0\]\]`, `labels = \[2, 1\]` you gave `\{ accuracy: 0\.5, tensorsLeft: 3, bytesLeft: 18 \}`; expected `\{ accuracy: 0\.5, tensorsLeft: 0, bytesLeft: 0 \}`\.\n/,
  );
  assert.match(text, /This looks like \*\*dispose for the last tensor only\*\*/);
});

test('tidy around an async function is recognised as the cell would write it', () => {
  const { error } = console;
  console.error = () => {}; // TensorFlow.js warns of it, too.
  try {
    const text = said(write =>
      exercise('tensorflow/leak', { write }).check((logits: tf.Tensor2D, labels: tf.Tensor1D) =>
        tf.tidy((async () => (await logits.argMax(1).equal(labels).toFloat().mean().data())[0]) as never),
      ),
    );
    assert.match(text, /you gave `\{ accuracy: "a promise", tensorsLeft: 0, bytesLeft: 0 \}`/);
    assert.match(text, /This looks like \*\*tidy around an async function\*\*/);
  } finally {
    console.error = error;
  }
});

test('a check leaves no tensor behind, whatever the answer leaves', () => {
  const write = (): void => {};
  const { numTensors } = tf.memory();
  exercise('tensorflow/leak', { write }).check((logits: tf.Tensor2D) => logits.argMax(1));
  exercise('tensorflow/transplant', { write }).check((weights, _model) => {
    for (const { bias } of weights) tf.tensor1d([...bias.data]);
  });
  exercise('tensorflow/traceable', { write }).check((images: tf.Tensor2D) => images.add(1).mul(2));
  assert.equal(tf.memory().numTensors, numTensors);
});

test('the transplant’s solution computes what the layers by hand compute', () => {
  const { call, inputs, solution } = exercises['tensorflow/transplant'];
  for (const [weights, images] of inputs(createRandom(5))) {
    const layers = weights.flatMap(({ kernel, bias }): WeightedLayer[] =>
      kernel.shape.length === 2
        ? [
            { type: 'flatten' },
            { type: 'dense', units: bias.data.length, kernel: axesLast(kernel, [1, 0]), bias },
          ]
        : [
            {
              ...{ type: 'conv2d', filters: bias.data.length, bias },
              ...{ kernelSize: [kernel.shape[2]!, kernel.shape[3]!], kernel: axesLast(kernel, [2, 3, 1, 0]) },
            },
          ],
    );
    const { outputs } = call!(solution, [weights, images]) as { outputs: unknown[] };
    const expected = layerOutputs(layers, images).at(-1)!;
    const given = outputs.flat(Number.POSITIVE_INFINITY) as number[];
    assert.equal(given.length, expected.data.length);
    const largest = expected.data.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
    for (const [index, value] of expected.data.entries()) {
      assert.ok(Math.abs(given[index]! - value) <= 1e-5 * largest, `${given[index]} for ${value}`);
    }
  }
});

/** The array with its axes in another order, number by number. */
function axesLast({ shape, data }: NdArray, axes: readonly number[]): NdArray {
  const turned = ndarray(axes.map(axis => shape[axis]!));
  for (let index = 0; index < data.length; index++) {
    const place = shape.map((size, axis) => {
      const below = shape.slice(axis + 1).reduce((product, along) => product * along, 1);
      return Math.floor(index / below) % size;
    });
    const target = axes.reduce((offset, axis, k) => offset * turned.shape[k]! + place[axis]!, 0);
    turned.data[target] = data[index]!;
  }
  return turned;
}

test('reading numbers while recording is shown with TensorFlow.js’ own refusal', native, () => {
  const text = said(write =>
    exercise('tensorflow/traceable', { write }).check((images: tf.Tensor2D) => {
      const [largest] = images.max().arraySync() as unknown as number[];
      return largest ? images.div(largest) : images;
    }),
  );
  assert.match(text, /you gave `\{ refused: "traceFunction: the step must not read the numbers of a tensor/);
  assert.match(text, /This looks like \*\*numbers that are read while recording\*\*/);
});
