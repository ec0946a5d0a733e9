/**
 * A network as TensorFlow's SavedModel, with the signature that TensorFlow Serving looks for.
 * Flow: tf.LayersModel → freezeFunction → **savedModel** → saved_model.pb.
 * @see tensorflow/core/protobuf/saved_model.proto, meta_graph.proto
 */
import { tf } from '../../tensorflow/tf';
import { type FrozenGraph, freezeFunction, type GraphEnd } from '../../tensorflow/trace/freezeFunction';
import { bytesField, integerField, mapField, message } from '../../tensorflow/trace/protobuf';
import type { ExportFile } from './exportFiles';

const TAG = 'serve';
const SIGNATURE = 'serving_default';
const METHOD = 'tensorflow/serving/predict';

/**
 * One file, `saved_model.pb`: the weights are constants of the graph, so there are no variables beside it and it cannot
 * be trained on. Signature `serving_default`: `images` `[batch, height, width, 1]`, float32 in [0, 1] → `logits` and
 * `probabilities` `[batch, classes]`, float32, and `classes` `[batch]`, int32.
 *
 * @throws Error if native TensorFlow, which records the graph, is missing, or a layer cannot be recorded.
 */
export function savedModel(model: tf.LayersModel): ExportFile[] {
  const frozen = freezeFunction(
    ({ images }) => {
      const logits = model.apply(images, { training: false }) as tf.Tensor2D;
      return { logits, probabilities: tf.softmax(logits), classes: logits.argMax(1) };
    },
    { inputs: { images: { shape: model.inputs[0]!.shape } }, variables: model.weights },
  );
  const metaGraph = message(
    bytesField(1, bytesField(4, TAG)),
    bytesField(2, frozen.graph),
    mapField(5, { [SIGNATURE]: signature(frozen) }),
  );
  return [{ name: 'saved_model.pb', bytes: message(integerField(1, 1), bytesField(2, metaGraph)) }];
}

function signature({ inputs, outputs }: FrozenGraph): Uint8Array {
  const encode = (ends: Readonly<Record<string, GraphEnd>>): Record<string, Uint8Array> =>
    Object.fromEntries(Object.entries(ends).map(([name, end]) => [name, tensorInfo(end)]));
  return message(mapField(1, encode(inputs)), mapField(2, encode(outputs)), bytesField(3, METHOD));
}

function tensorInfo({ reference, type, shape }: GraphEnd): Uint8Array {
  const sizes = message(...shape.map(size => bytesField(2, integerField(1, size))));
  return message(bytesField(1, `${reference}:0`), integerField(2, type), bytesField(3, sizes));
}
