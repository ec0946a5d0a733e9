/**
 * A network as Keras 3 saves it.
 * Flow: tf.LayersModel → **kerasModel** → model.keras → `keras.saving.load_model`, `loadModel`.
 */
import { tf } from '../../tensorflow/tf';
import type { ExportFile } from '../export/exportFiles';
import { CONFIG, METADATA, WEIGHTS, writeArchive } from './archive';
import { commonLayer, type KerasLayer, type LayerConfig, Uncommon, weightGroups } from './kerasLayers';
import { writeWeights } from './weightsFile';

/** The Keras whose files these are like; older ones from 3.0 on read them, too. */
const KERAS_VERSION = '3.15.1';

/** What `toJSON` gives of a chain. */
interface Topology {
  config: { layers: { class_name: string; config: LayerConfig }[] };
}

/**
 * One file, `model.keras`: layers and weights, to be trained on. It says nothing of optimizer and loss.
 *
 * @throws RangeError naming the layer that Keras would compute otherwise, or if the model is no chain; Error if a
 *   package is missing.
 */
export async function kerasModel(model: tf.LayersModel): Promise<ExportFile[]> {
  if (!(model instanceof tf.Sequential)) {
    throw new RangeError(
      `kerasModel: model must be a chain of layers (tf.sequential), got ${model.getClassName()}`,
    );
  }
  const { config } = model.toJSON(null, false) as never as Topology;
  const described = config.layers.filter(layer => layer.class_name !== 'InputLayer').map(kerasLayer);
  const groups = weightGroups(described.map(({ layer }) => layer));
  const trained = model.layers.filter(layer => layer.getClassName() !== 'InputLayer');
  const weights = new Map(groups.map((group, index) => [group, weightsOf(trained[index]!)]));
  const files = {
    [METADATA]: Buffer.from(JSON.stringify({ keras_version: KERAS_VERSION })),
    [CONFIG]: Buffer.from(
      JSON.stringify(
        sequential(
          model,
          described.map(({ json }) => json),
        ),
      ),
    ),
    [WEIGHTS]: await writeWeights('exportModel', weights),
  };
  return [{ name: 'model.keras', bytes: await writeArchive('exportModel', files) }];
}

function sequential(model: tf.LayersModel, layers: readonly object[]): object {
  const batch_shape = model.inputs[0]!.shape;
  const input = serialized('keras.layers', 'InputLayer', { batch_shape, dtype: 'float32', name: 'images' });
  const all = [input, ...layers];
  return serialized('keras', 'Sequential', { name: model.name, layers: all, build_input_shape: batch_shape });
}

function kerasLayer({ class_name, config }: { class_name: string; config: LayerConfig }): {
  layer: KerasLayer;
  json: object;
} {
  const common = commonLayer(class_name, config);
  if (common instanceof Uncommon) {
    const found = typeof common.found === 'string' ? common.found : JSON.stringify(common.found);
    throw new RangeError(
      `kerasModel: layer ${config.name} must be ${common.must.replace(/^to be /, '')}, got ${found}`,
    );
  }
  const { name, trainable } = config;
  const json = serialized('keras.layers', class_name, {
    name,
    trainable,
    dtype: 'float32',
    ...common.options,
  });
  return { layer: common.layer, json };
}

function serialized(module: string, class_name: string, config: object): object {
  return { module, class_name, config, registered_name: null };
}

function weightsOf(layer: tf.layers.Layer): { shape: number[]; data: Float32Array }[] {
  return layer.getWeights().map(weight => ({ shape: weight.shape, data: weight.dataSync() as Float32Array }));
}
