/**
 * Picking rows without looking at the indices. TensorFlow.js reads them to check their range, which a recording
 * cannot; TensorFlow checks them again when the graph runs.
 * Flow: withOverrides → **gatherOverride** → GatherV2 in the graph.
 */
import { tf } from '../../tf';
import { operation, typeAttribute } from '../operation';
import type { FeedType } from '../types';
import type { Override } from './override';

export const gatherOverride: Override = ({ backend }) => {
  const original = tf.getKernel('GatherV2', 'tensorflow');
  const replace = (kernel: tf.KernelConfig): void => {
    tf.unregisterKernel('GatherV2', 'tensorflow');
    tf.registerKernel(kernel);
  };
  replace({
    ...original,
    kernelFunc: ({ inputs, attrs }) => {
      const { x, indices } = inputs as { x: tf.Tensor; indices: tf.Tensor };
      const { axis, batchDims } = attrs as unknown as { axis: number; batchDims: number };
      const attributes = [
        { name: 'batch_dims', type: backend.binding.TF_ATTR_INT, value: batchDims },
        typeAttribute('Tparams', x.dtype as FeedType),
        typeAttribute('Tindices', indices.dtype as FeedType),
        typeAttribute('Taxis', 'int32'),
      ];
      return operation('GatherV2', [x, indices, tf.scalar(axis, 'int32')], attributes)[0]!;
    },
  });
  return () => replace(original);
};
