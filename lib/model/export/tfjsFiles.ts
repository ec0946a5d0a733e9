/**
 * A network in TensorFlow.js's own web format: `tf.loadLayersModel('model.json')` reads it in any page.
 * Flow: tf.LayersModel → modelArtifacts → **tfjsFiles** → model.json, weights-….bin.
 */
import { tf } from '../../tensorflow/tf';
import { modelArtifacts } from '../modelArtifacts';
import { sha256 } from '../modelFiles';
import type { ExportFile } from './exportFiles';

/**
 * Two files. The weights carry part of their SHA-256 in their name, so that no page ever joins an old `model.json` with new
 * weights; the model.json comes last and names them.
 */
export async function tfjsFiles(model: tf.LayersModel): Promise<ExportFile[]> {
  const { modelTopology, weightSpecs, weights } = await modelArtifacts(model);
  const file = `weights-${sha256(weights).slice(0, 12)}.bin`;
  const json = {
    format: 'layers-model',
    generatedBy: `TensorFlow.js tfjs-layers v${tf.version_layers}`,
    convertedBy: null,
    modelTopology,
    weightsManifest: [{ paths: [file], weights: weightSpecs }],
  };
  return [
    { name: file, bytes: weights },
    { name: 'model.json', bytes: Buffer.from(JSON.stringify(json)) },
  ];
}
