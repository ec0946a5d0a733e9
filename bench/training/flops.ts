/**
 * How many floating-point operations a network needs, from its layers' shapes.
 * Flow: layer descriptions → **trainingFlops** → compare's share of the matrix peak.
 */
import { type LayerDescription, layerOutputShape } from '../../lib/layers/layerDescription';
import { parameterCount } from '../../lib/layers/parameterCount';

/**
 * Multiplications and additions of one training step, per image: those of convolutions and dense layers, which are
 * matrix products. Biases, activations, pooling and the optimiser are left out.
 *
 * Forward, a layer with w weights per position takes 2·w·positions. Backward takes the same again for the gradient
 * of its weights, and once more for that of its inputs, which the first layer does not need.
 *
 * @param inputShape `[height, width, channels]` or `[size]`, without the batch.
 * @example trainingFlops([{ type: 'dense', units: 10 }], [784]) // 31360: 2 · (2 · 784 · 10)
 */
export function trainingFlops(layers: readonly LayerDescription[], inputShape: readonly number[]): number {
  let shape = inputShape;
  const forward: number[] = [];
  for (const [index, layer] of layers.entries()) {
    const next = layerOutputShape(layer, index, shape);
    if (layer.type === 'conv2d' || layer.type === 'dense') {
      const units = next.at(-1)!;
      const weights = parameterCount([layer], shape) - units;
      const positions = next.reduce((product, size) => product * size, 1) / units;
      forward.push(2 * weights * positions);
    }
    shape = next;
  }
  const [first = 0, ...others] = forward;
  return 2 * first + 3 * others.reduce((sum, flops) => sum + flops, 0);
}
