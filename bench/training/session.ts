/**
 * How fast the reference network trains in TensorFlow's Session, beside what TensorFlow.js does eagerly.
 *
 *     npm run bench -- session [rounds]
 *
 * The ways take turns within a round, so that a busy moment of the machine meets all of them.
 */
import { referenceNet } from '../../lib/model/referenceNet';
import { createRandom } from '../../lib/random/random';
import { backendInfo } from '../../lib/tensorflow/backendInfo';
import { tf } from '../../lib/tensorflow/tf';
import { fusedSoftmaxCrossEntropy } from '../../lib/tensorflow/trace/fusedSoftmaxCrossEntropy';
import { traceTrainStep } from '../../lib/tensorflow/trace/traceTrainStep';
import { machine } from '../machine';
import { median } from '../median';

const BATCH_SIZES = [50, 128];
const IMAGES_PER_ROUND = 2560;
const LEARNING_RATE = 0.001;

interface Way {
  name: string;
  step(images: Float32Array, labels: Int32Array): unknown;
}

/** The same network and loss, trained in three ways. */
function ways(): Way[] {
  const inSession = referenceNet({ seed: 1 });
  const start = performance.now();
  const traced = traceTrainStep(
    ({ images, labels }) => {
      const logits = inSession.apply(images, { training: true }) as tf.Tensor;
      return { loss: fusedSoftmaxCrossEntropy(labels, logits).mean() };
    },
    {
      inputs: { images: { shape: [null, 28, 28, 1] }, labels: { shape: [null], dtype: 'int32' } },
      variables: inSession.weights,
      optimizer: { name: 'adam' },
    },
  );
  console.log(`tracing: ${(performance.now() - start).toFixed(0)} ms, ${traced.size} operations`);

  const eager = referenceNet({ seed: 1 });
  const optimizer = tf.train.adam(LEARNING_RATE);
  const variables = eager.trainableWeights.map(weight => weight.read() as tf.Variable);

  const compiled = referenceNet({ seed: 1 });
  const loss = (labels: tf.Tensor, logits: tf.Tensor): tf.Scalar =>
    tf.losses.softmaxCrossEntropy(labels, logits);
  compiled.compile({ optimizer: tf.train.adam(LEARNING_RATE), loss });

  const tensors = (images: Float32Array, labels: Int32Array): { images: tf.Tensor; labels: tf.Tensor } => ({
    images: tf.tensor(images, [labels.length, 28, 28, 1]),
    labels: tf.oneHot(tf.tensor1d(labels, 'int32'), 10).toFloat(),
  });
  return [
    { name: 'session', step: (images, labels) => traced.run({ images, labels }, LEARNING_RATE) },
    {
      name: 'optimizer.minimize',
      step: (images, labels) =>
        tf.tidy(() => {
          const batch = tensors(images, labels);
          const mean = (): tf.Scalar =>
            loss(batch.labels, eager.apply(batch.images, { training: true }) as tf.Tensor);
          return optimizer.minimize(mean, true, variables)!.dataSync()[0];
        }),
    },
    {
      name: 'model.trainOnBatch',
      step: async (images, labels) => {
        const batch = tf.tidy(() => tensors(images, labels));
        await compiled.trainOnBatch(batch.images, batch.labels);
        tf.dispose([batch.images, batch.labels]);
      },
    },
  ];
}

async function main(): Promise<void> {
  const rounds = Number(process.argv[2] ?? 7);
  const info = await backendInfo();
  console.log(machine());
  console.log(`TensorFlow ${info.version}, ${info.build}; ${rounds} rounds of ${IMAGES_PER_ROUND} images`);
  const random = createRandom(1);
  const all = ways();
  for (const batchSize of BATCH_SIZES) {
    const images = Float32Array.from({ length: batchSize * 28 * 28 }, () => random.uniform());
    const labels = Int32Array.from({ length: batchSize }, () => random.integer(10));
    const steps = Math.round(IMAGES_PER_ROUND / batchSize);
    const rates = all.map((): number[] => []);
    const cpuTimes = all.map((): number[] => []);
    for (const way of all) for (let step = 0; step < 3; step++) await way.step(images, labels);
    for (let round = 0; round < rounds; round++) {
      for (const [index, way] of all.entries()) {
        const cpu = process.cpuUsage();
        const start = performance.now();
        for (let step = 0; step < steps; step++) await way.step(images, labels);
        const used = process.cpuUsage(cpu);
        rates[index]!.push((steps * batchSize * 1000) / (performance.now() - start));
        cpuTimes[index]!.push((used.user + used.system) / (steps * batchSize));
      }
    }
    for (const [index, { name }] of all.entries()) {
      const [low, high] = [Math.min(...rates[index]!), Math.max(...rates[index]!)].map(Math.round);
      const rate = median(rates[index]!).toFixed(0);
      const cpu = median(cpuTimes[index]!).toFixed(0);
      console.log(`batch ${batchSize}, ${name}: ${rate} images/s (${low}–${high}), ${cpu} µs CPU per image`);
    }
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
