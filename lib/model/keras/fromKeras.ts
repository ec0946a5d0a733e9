/**
 * A network that Keras 3 saved, as layers of TensorFlow.js.
 * Flow: model.keras → readArchive, readWeights → **fromKeras** → loadModel.
 */
import { readFile } from 'node:fs/promises';
import { InputError } from '../../check/inputError';
import { tf } from '../../tensorflow/tf';
import { readArchive } from './archive';
import { type KerasLayer, type LayerConfig, weightGroups } from './kerasLayers';
import { parseConfig } from './parseConfig';
import { readWeights } from './weightsFile';

/**
 * Layers are made in two rounds: what weights each must have is worked out before any is made, so that a file cannot ask
 * for more memory than its own length.
 *
 * @throws InputError naming the file and the layer or weight that is not as it must be.
 */
export async function fromKeras(caller: string, path: string): Promise<tf.LayersModel> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${caller}: ${path}: expected a file that Keras saved, found ${error.code}`);
  });
  const { config, weights } = await readArchive(caller, path, bytes);
  const { name, inputShape, layers } = parseConfig(caller, path, config);
  const made = layers.map(makeLayer);
  const groups = weightGroups(layers.map(({ layer }) => layer));
  const wanted = new Map<string, Readonly<Record<string, number[]>>>();
  let shape: (number | null)[] = [null, ...inputShape];
  for (const [index, { layer, options }] of layers.entries()) {
    if (layer.weights) wanted.set(groups[index]!, layer.weights(options, shape.slice(1) as number[]));
    shape = made[index]!.computeOutputShape(shape) as (number | null)[];
  }
  const found = await readWeights(caller, path, weights, wanted);
  const model = tf.sequential({
    name,
    layers: [tf.layers.inputLayer({ inputShape, name: 'images' }), ...made],
  });
  for (const [index, layer] of made.entries()) {
    const numbers = found.get(groups[index]!);
    if (numbers)
      tf.tidy(() => layer.setWeights(numbers.map(({ shape, data }) => tf.tensor(data, [...shape]))));
  }
  return model;
}

/** The weights begin as zeros: theirs are in the file. */
const ZEROS = { kernelInitializer: 'zeros', depthwiseInitializer: 'zeros' };

function makeLayer({
  layer,
  name,
  trainable,
  options,
}: {
  layer: KerasLayer;
  name: string;
  trainable: boolean;
  options: LayerConfig;
}): tf.layers.Layer {
  const { data_format: _checked, ...others } = options;
  const named = Object.entries(others).map(([option, value]) => [camelCase(option), value]);
  const make = tf.layers[layer.make] as (options: object) => tf.layers.Layer;
  return make({ name, trainable, ...ZEROS, ...Object.fromEntries(named) });
}

/** @example camelCase('kernel_size') // 'kernelSize' */
function camelCase(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}
