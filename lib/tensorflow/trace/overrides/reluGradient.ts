/**
 * The gradient of ReLU as one operation. TensorFlow.js builds it from eight, each a pass over the memory.
 * Flow: withOverrides → **reluGradientOverride** → ReluGrad in the graph.
 */
import { tf } from '../../tf';
import { operation, typeAttribute } from '../operation';
import type { Override } from './override';

export const reluGradientOverride: Override = () => {
  const original = tf.getGradient('Relu');
  tf.registerGradient({
    kernelName: 'Relu',
    outputsToSave: [true], // The output says as well as the input where that was positive, and TensorFlow has it.
    gradFunc: (upstream, [output]) => ({ x: () => reluGradient(upstream as tf.Tensor, output!) }),
  });
  return () => tf.registerGradient(original);
};

/** `upstream` where the output is positive, 0 elsewhere; linear in `upstream`, so its gradient is itself. */
function reluGradient(upstream: tf.Tensor, output: tf.Tensor): tf.Tensor {
  return tf.customGrad(() => ({
    value: operation('ReluGrad', [upstream, output], [typeAttribute('T', 'float32')])[0]!,
    gradFunc: (second: tf.Tensor) => [reluGradient(second, output), tf.zerosLike(output)],
  }))(upstream, output);
}
