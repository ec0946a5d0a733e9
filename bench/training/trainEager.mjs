/**
 * TensorFlow.js's own `model.fit`, operation by operation on native TensorFlow.
 * Flow: compare → serve → **trainEager** → model.fit.
 */
import { backendInfo, imageTensor, labelTensor, referenceNet, tf } from 'digits-cnn/tensorflow';
import { serve, stopwatch } from './serve.mjs';

const model = referenceNet({ seed: 1 });
// Not 'categoricalCrossentropy', which wants probabilities: this one works on logits, as everyone's here does.
model.compile({ optimizer: tf.train.adam(0.001), loss: tf.losses.softmaxCrossEntropy });
const { version, build, threads } = await backendInfo();

await serve(
  {
    version: `TensorFlow ${version}, ${build}, Node ${process.version}`,
    settings: `${threads} threads, tensors in memory`,
    parameters: model.countParams(),
  },
  async (digits, batchSize) => {
    const images = imageTensor(digits);
    const labels = labelTensor(digits);
    const taken = stopwatch();
    const { history } = await model.fit(images, labels, { epochs: 1, batchSize, verbose: 0 });
    const result = { ...taken(), loss: Number(history.loss?.[0]) };
    tf.dispose([images, labels]);
    return result;
  },
);
