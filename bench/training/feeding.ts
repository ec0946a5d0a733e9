/**
 * How a training step should get its images: fed as bytes, fed as floats, or kept in the graph and picked by row; and
 * what it costs to augment them.
 *
 *     npm run bench -- feeding [rounds]        needs data/train.csv: npm run digits -- data
 *
 * The ways take turns within a round, so that a busy moment of the machine meets all of them.
 */
import { readDigits } from '../../lib/data/readDigits';
import { selectDigits } from '../../lib/data/selectDigits';
import { referenceNet } from '../../lib/model/referenceNet';
import { createRandom } from '../../lib/random/random';
import { backendInfo } from '../../lib/tensorflow/backendInfo';
import { WHITE } from '../../lib/tensorflow/digitTensors';
import { tf } from '../../lib/tensorflow/tf';
import { fusedSoftmaxCrossEntropy } from '../../lib/tensorflow/trace/fusedSoftmaxCrossEntropy';
import type { InputDescriptions, InputTensors } from '../../lib/tensorflow/trace/inputs';
import { operation, typeAttribute } from '../../lib/tensorflow/trace/operation';
import { traceTrainStep } from '../../lib/tensorflow/trace/traceTrainStep';
import { DIGIT_AUGMENTATION } from '../../lib/train/augment/augmentation';
import { augmentImages } from '../../lib/train/augment/augmentImages';
import type { Digits } from '../../lib/types/digits';
import { machine } from '../machine';
import { median } from '../median';

const BATCH_SIZES = [50, 128];
const STEPS = 10;
const LEARNING_RATE = 0.001;
const SEED = 1;

interface Way {
  name: string;
  step(rows: Int32Array): unknown;
}

/** The same step, but for where its images and labels come from. */
function trace<const I extends InputDescriptions>(
  inputs: I,
  batch: (inputs: InputTensors<I>, step: tf.Tensor) => { images: tf.Tensor; labels: tf.Tensor },
  data: tf.Variable[] = [],
) {
  const model = referenceNet({ seed: SEED });
  return traceTrainStep(
    (given, step) => {
      const { images, labels } = batch(given, step);
      const logits = model.apply(images, { training: true }) as tf.Tensor;
      return { loss: fusedSoftmaxCrossEntropy(labels, logits).mean() };
    },
    { inputs, variables: [...model.weights, ...data], optimizer: { name: 'adam' } },
  );
}

function bytes(digits: Digits, augmented: boolean): Way {
  const inputs = {
    images: { shape: [null, 28, 28, 1], dtype: 'uint8' },
    labels: { shape: [null], dtype: 'uint8' },
  } as const;
  const traced = trace(inputs, ({ images, labels }, step) => {
    const pixels = images.toFloat().div(WHITE) as tf.Tensor4D;
    const draw = { seed: SEED, step };
    return { images: augmented ? augmentImages(pixels, DIGIT_AUGMENTATION, draw) : pixels, labels };
  });
  const step = (rows: Int32Array): unknown => {
    const { images, labels } = selectDigits(digits, rows);
    return traced.run({ images, labels }, LEARNING_RATE);
  };
  return {
    name: augmented ? 'bytes, scaled and augmented in the graph' : 'bytes, scaled in the graph',
    step,
  };
}

function floats(digits: Digits): Way {
  const images = { shape: [null, 28, 28, 1] } as const;
  const traced = trace({ images, labels: { shape: [null], dtype: 'int32' } }, batch => batch);
  const step = (rows: Int32Array): unknown => {
    const batch = selectDigits(digits, rows);
    const images = new Float32Array(batch.images);
    for (let index = 0; index < images.length; index++) images[index]! /= WHITE;
    return traced.run({ images, labels: Int32Array.from(batch.labels) }, LEARNING_RATE);
  };
  return { name: 'floats, scaled in JavaScript', step };
}

/** TensorFlow.js has no variables of bytes, so four pixels share one int32. */
function inGraph(digits: Digits): Way {
  const packed = new Int32Array(digits.images.buffer, digits.images.byteOffset, digits.images.length / 4);
  const pixels = tf.variable(tf.tensor2d(packed, [digits.count, 196]), false);
  const classes = tf.variable(tf.tensor1d(digits.labels, 'int32'), false);
  const pick = ({ rows }: { rows: tf.Tensor }): { images: tf.Tensor; labels: tf.Tensor } => {
    const [asBytes] = operation(
      'Bitcast',
      [tf.gather(pixels, rows as tf.Tensor1D)],
      [typeAttribute('T', 'int32'), typeAttribute('type', 'uint8')],
    );
    const types = [typeAttribute('SrcT', 'uint8'), typeAttribute('DstT', 'float32')];
    const [asFloats] = operation('Cast', [asBytes!], types);
    const images = asFloats!.reshape([rows.size, 28, 28, 1]).div(WHITE);
    return { images, labels: tf.gather(classes, rows as tf.Tensor1D) };
  };
  const traced = trace({ rows: { shape: [null], dtype: 'int32' } }, pick, [pixels, classes]);
  return { name: 'in the graph, picked by row', step: rows => traced.run({ rows }, LEARNING_RATE) };
}

async function main(): Promise<void> {
  const rounds = Number(process.argv[2] ?? 15);
  const info = await backendInfo();
  console.log(machine());
  console.log(`TensorFlow ${info.version}, ${info.build}; ${rounds} rounds of ${STEPS} steps, seed ${SEED}`);
  const digits = await readDigits('data/train.csv');
  const ways = [bytes(digits, false), floats(digits), inGraph(digits), bytes(digits, true)];
  const random = createRandom(SEED);
  for (const batchSize of BATCH_SIZES) {
    const draw = (): Int32Array => Int32Array.from({ length: batchSize }, () => random.integer(digits.count));
    const times = ways.map((): number[] => []);
    const cpuTimes = ways.map((): number[] => []);
    for (const way of ways) for (let step = 0; step < STEPS; step++) way.step(draw());
    for (let round = 0; round < rounds; round++) {
      const batches = Array.from({ length: STEPS }, draw);
      for (const [index, way] of ways.entries()) {
        const cpu = process.cpuUsage();
        const start = performance.now();
        for (const rows of batches) way.step(rows);
        times[index]!.push((performance.now() - start) / STEPS);
        const { user, system } = process.cpuUsage(cpu);
        cpuTimes[index]!.push((user + system) / 1000 / STEPS);
      }
    }
    for (const [index, { name }] of ways.entries()) {
      const fastest = Math.min(...times[index]!).toFixed(2);
      const [wall, cpu] = [times, cpuTimes].map(all => median(all[index]!).toFixed(2));
      console.log(
        `batch ${batchSize}, ${name}: ${wall} ms a step (fastest round ${fastest}), ${cpu} ms of processor`,
      );
    }
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
