/**
 * A model as TensorFlow.js describes it: topology, list of weights, their bytes.
 * Flow: tf.LayersModel → **modelArtifacts** → saveModel, the tfjs export.
 */
import { tf } from '../tensorflow/tf';

/** A network in parts, as TensorFlow.js writes it. */
export interface ModelArtifacts {
  readonly modelTopology: object;
  readonly weightSpecs: readonly tf.io.WeightsManifestEntry[];
  /** All weights, one after another, in the order of `weightSpecs`. */
  readonly weights: Uint8Array;
}

/** What `model.save` would write. */
export async function modelArtifacts(model: tf.LayersModel): Promise<ModelArtifacts> {
  let saved: tf.io.ModelArtifacts | undefined;
  await model.save({
    save: async given => {
      saved = given;
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    },
  });
  const { modelTopology, weightSpecs, weightData } = saved as Required<tf.io.ModelArtifacts>;
  const weights = new Uint8Array(tf.io.concatenateArrayBuffers([weightData].flat()));
  return { modelTopology: modelTopology as object, weightSpecs, weights };
}
