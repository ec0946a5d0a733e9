/**
 * Reads a model that saveModel wrote, after checking every byte.
 * Flow: folder → **loadModel** → evaluate, predict, further training.
 */
import { InputError } from '../check/inputError';
import { tf } from '../tensorflow/tf';
import { readManifest, readModelFile } from './modelFiles';

/**
 * The model in `folder`, with its weights.
 *
 * @throws InputError naming the file, if the folder holds no model or one that is damaged, cut off or foreign.
 * @example const model = await loadModel('models/first')
 */
export async function loadModel(folder: string): Promise<tf.LayersModel> {
  const manifest = await readManifest('loadModel', folder);
  const layers = await readModelFile('loadModel', folder, manifest.topology);
  const weights = await readModelFile('loadModel', folder, manifest.weights);
  try {
    const { modelTopology, weightSpecs } = JSON.parse(layers.toString('utf8'));
    const weightData = new Uint8Array(weights).buffer;
    return await tf.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
  } catch (error) {
    // Its messages go on with advice for programmers of layers.
    const [reason] = (error as Error).message.split(/\n|\. /, 1);
    throw new InputError(`loadModel: ${folder}: expected layers that TensorFlow.js can load, but: ${reason}`);
  }
}
