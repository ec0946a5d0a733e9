/**
 * Reads a model that saveModel wrote, after checking every byte, or one that Keras 3 saved.
 * Flow: folder → **loadModel** → evaluate, predict, further training.
 */
import { InputError } from '../check/inputError';
import { oneLine } from '../check/oneLine';
import { tf } from '../tensorflow/tf';
import { fromKeras } from './keras/fromKeras';
import { kerasFile } from './keras/kerasFile';
import { readManifest, readModelFile } from './modelFiles';
import { withinWeights } from './weightBudget';

const BYTES_OF_WEIGHT = 4;
/** What one layer may give for one image, 64 MB: more than any network for digits has. */
const MOST_OUTPUTS = 2 ** 24;

/**
 * The model in `folder`, with its weights.
 *
 * It may also be a file `….keras` that Keras 3 saved in Python, or a folder with `model.keras` in it: a `Sequential` of
 * layers that both sides compute alike. Nothing in such a file is run.
 *
 * @throws InputError naming the file, if the folder holds no model or one that is damaged, cut off or foreign, or whose
 *   layers ask for more weights than it has.
 * @example const model = await loadModel('models/first')
 * @see Used in notebooks/15-ship-it.
 */
export async function loadModel(folder: string): Promise<tf.LayersModel> {
  const keras = await kerasFile(folder);
  // What weights a Keras file may ask for, fromKeras works out itself.
  if (keras !== undefined)
    return refusing(keras, Number.POSITIVE_INFINITY, () => fromKeras('loadModel', keras));
  const manifest = await readManifest('loadModel', folder);
  const layers = await readModelFile('loadModel', folder, manifest.topology);
  const weights = await readModelFile('loadModel', folder, manifest.weights);
  return refusing(folder, weights.length / BYTES_OF_WEIGHT, () => readLayers(layers, weights));
}

/** Says in one line why layers do not fit together. */
async function refusing(
  path: string,
  numbers: number,
  make: () => Promise<tf.LayersModel>,
): Promise<tf.LayersModel> {
  try {
    return await withinWeights(numbers, make);
  } catch (error) {
    if (error instanceof InputError || !(error instanceof Error)) throw error;
    // Its messages go on with advice for programmers of layers, or with all layers; they may quote any character.
    const [sentence] = error.message.split(/\n|\. /, 1);
    const reason = oneLine(sentence!).slice(0, 160);
    throw new InputError(`loadModel: ${path}: expected layers that TensorFlow.js can load, but: ${reason}`);
  }
}

async function readLayers(layers: Buffer, weights: Buffer): Promise<tf.LayersModel> {
  const { modelTopology, weightSpecs } = JSON.parse(layers.toString('utf8'));
  if (typeof modelTopology !== 'object' || !Array.isArray(weightSpecs)) throw new Error('some are missing');
  const model = await tf.loadLayersModel(tf.io.fromMemory({ modelTopology }));
  checkOutputs(model);
  tf.tidy(() => model.loadWeights(tf.io.decodeWeights(new Uint8Array(weights).buffer, weightSpecs)));
  return model;
}

/** Layers without weights can make an image of any size: padding, enlarging, repeating. */
function checkOutputs({ layers }: tf.LayersModel): void {
  for (const { name, outputShape } of layers) {
    const shapes = (Array.isArray(outputShape[0]) ? outputShape : [outputShape]) as (number | null)[][];
    const largest = Math.max(
      ...shapes.map(shape => shape.reduce<number>((size, along) => size * (along ?? 1), 1)),
    );
    if (!(largest <= MOST_OUTPUTS)) throw new Error(`${name} gives ${largest} numbers for one image`);
  }
}
