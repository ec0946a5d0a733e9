/**
 * Writes a network for other programs: TensorFlow Serving, a web page, any ONNX runtime, Keras in Python.
 * Flow: fit, loadModel → **exportModel** → savedModel, tfjsFiles, onnxModel or kerasModel → exportFiles.
 */
import type { tf } from '../../tensorflow/tf';
import { kerasModel } from '../keras/toKeras';
import { type ExportFile, writeExport } from './exportFiles';
import { type ExportFormat, exportFormats } from './exportFormats';
import { onnxModel } from './onnxModel';
import { savedModel } from './savedModel';
import { tfjsFiles } from './tfjsFiles';

const writers: Readonly<
  Record<ExportFormat, (model: tf.LayersModel) => ExportFile[] | Promise<ExportFile[]>>
> = { savedmodel: savedModel, tfjs: tfjsFiles, onnx: onnxModel, keras: kerasModel };

/**
 * Exports a network. All formats take images `[batch, height, width, 1]`, pixels in [0, 1].
 *
 * - `savedmodel`: TensorFlow's format, signature `serving_default`, for TensorFlow Serving and Python. To use, not to
 *   train on: the weights are constants.
 * - `tfjs`: `tf.loadLayersModel` reads it in any page; it gives logits.
 * - `onnx`: for onnxruntime and others, opset 17.
 * - `keras`: for Keras 3 in Python, to train on; it gives logits, and `loadModel` reads what comes back.
 *
 * `savedmodel` and `onnx` give `logits`, `probabilities` and `classes`.
 *
 * @param folder new, empty, or with an export of the same format, which is replaced.
 * @returns the names of the files.
 * @throws InputError if `folder` is something else; RangeError or Error naming what the format cannot express.
 * @example await exportModel(model, 'onnx', 'exports/onnx') // ['model.onnx']
 * @see Used in notebooks/15-ship-it.
 */
export async function exportModel(
  model: tf.LayersModel,
  format: ExportFormat,
  folder: string,
): Promise<string[]> {
  if (!Object.hasOwn(writers, format)) {
    throw new RangeError(
      `exportModel: format must be one of ${Object.keys(writers).join(', ')}, got ${format}`,
    );
  }
  const files = await writers[format](model);
  await writeExport(folder, files, exportFormats[format]);
  return files.map(({ name }) => name);
}
