/**
 * A network in ONNX, the format that other runtimes read.
 * Flow: tf.LayersModel → fromLayers → onnxLayers → **onnxModel** → model.onnx.
 */
import type { tf } from '../../tensorflow/tf';
import { bytesField, integerField, message } from '../../tensorflow/trace/protobuf';
import { fromLayers } from '../transplant/fromLayers';
import type { ExportFile } from './exportFiles';
import { onnxLayers } from './onnxLayers';
import { FLOAT, INT64, nodeMessage, type OnnxNode, valueMessage, weightMessage } from './onnxProto';

/** Old enough for every runtime in use, new enough for every operation here. */
const FORMAT_VERSION = 8;
const OPERATIONS_VERSION = 17;

/**
 * One file, `model.onnx`: `images` `[batch, height, width, 1]`, float32 in [0, 1] → `logits` and `probabilities`
 * `[batch, classes]`, float32, and `classes` `[batch]`, int64.
 *
 * @throws RangeError naming the layer that has no counterpart by hand, or if the model is no chain.
 */
export function onnxModel(model: tf.LayersModel): ExportFile[] {
  const network = fromLayers(model);
  const { nodes, weights, output, outputShape } = onnxLayers(network, 'images');
  const answers: OnnxNode[] = [
    { op: 'Identity', inputs: [output], output: 'logits' },
    { op: 'Softmax', inputs: ['logits'], output: 'probabilities', attributes: { axis: 1 } },
    { op: 'ArgMax', inputs: ['logits'], output: 'classes', attributes: { axis: 1, keepdims: 0 } },
  ];
  const scores = { type: FLOAT, shape: ['batch', ...outputShape] as const };
  const graph = message(
    ...[...nodes, ...answers].map(node => bytesField(1, nodeMessage(node))),
    bytesField(2, model.name),
    ...Object.entries(weights).map(([name, array]) => bytesField(5, weightMessage(name, array))),
    bytesField(11, valueMessage({ name: 'images', type: FLOAT, shape: ['batch', ...network.inputShape] })),
    bytesField(12, valueMessage({ name: 'logits', ...scores })),
    bytesField(12, valueMessage({ name: 'probabilities', ...scores })),
    bytesField(12, valueMessage({ name: 'classes', type: INT64, shape: ['batch'] })),
  );
  const bytes = message(
    integerField(1, FORMAT_VERSION),
    bytesField(2, 'digits-cnn'),
    bytesField(7, graph),
    bytesField(8, message(bytesField(1, ''), integerField(2, OPERATIONS_VERSION))),
  );
  return [{ name: 'model.onnx', bytes }];
}
