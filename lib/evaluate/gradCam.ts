/**
 * Where in the image a network found its reasons.
 * Flow: model, digits → **gradCam** → imageGrid.
 */
import { checkInteger } from '../check/numbers';
import { checkModelFits } from '../model/checkModelFits';
import { applyLayer, layersOf } from '../model/layerChain';
import { imageTensor } from '../tensorflow/digitTensors';
import { ready, tf } from '../tensorflow/tf';
import type { Digits } from '../types/digits';
import { type NdArray, ndarray } from '../types/ndarray';

/** Which layer `gradCam` looks at, and for which class. */
export interface GradCamOptions {
  /** The layer to look at, by name; the last one that gives maps and does not pool when left out. */
  readonly layer?: string;
  /** The class to give reasons for; each digit's predicted one when left out. */
  readonly class?: number;
}

/** What `gradCam` finds. */
export interface GradCam {
  /** The layer looked at. */
  readonly layer: string;
  /** `count` classes: what each map gives reasons for. */
  readonly classes: Int32Array;
  /** `[count, height, width]` of the images, ≥ 0: what speaks for the class, interpolated bilinearly. */
  readonly maps: NdArray;
  /** `[count, rows, columns]` of the layer, before ReLU: what is negative speaks against the class. */
  readonly evidence: NdArray;
  /** `[count, channels]`: how much the class's logit grows when a channel grows, mean over the positions. */
  readonly weights: NdArray;
  /** `[count, rows, columns, channels]`: what the layer gave. */
  readonly activations: NdArray;
  /** As large: the slope of the class's logit for each activation. */
  readonly gradient: NdArray;
}

/**
 * Grad-CAM: the channels of a layer, weighed by how much each of them raises the logit of a class.
 *
 *     weights_k = 1 / positions · Σᵢⱼ ∂ logit / ∂ A_ijk        evidence_ij = Σ_k weights_k · A_ijk
 *     maps = upsampled(ReLU(evidence))
 *
 * The sum check: Σᵢⱼ evidence_ij = Σ_k (Σᵢⱼ gradient_ijk) · mean of A_k, the first-order share of the logit that the
 * mean activations carry. Where the layer is followed by global average pooling and one dense layer, it is exactly
 * the logit minus its bias, and Grad-CAM is CAM. Where the layers behind it tell positions apart, as a dense layer after
 * flatten does, a mean slope can hide that a channel speaks for the class here and against it there;
 * Σ_k gradient_ijk · activations_ijk (HiResCAM) keeps the positions apart.
 *
 * @param model a chain of layers (`tf.sequential`) that ends in logits.
 * @param digits a few; labels are not looked at.
 * @throws RangeError if the model is no chain or does not go with the digits, there is no such layer, it gives no maps,
 *   or `class` is out of range.
 * @example imageGrid((await gradCam(model, digits)).maps, { valueTitle: 'evidence' })
 * @see Selvaraju et al., Grad-CAM: Visual Explanations from Deep Networks via Gradient-based Localization (2017), §3;
 *   Draelos & Carin, Use HiResCAM instead of Grad-CAM for faithful explanations (2020).
 *   Used in notebooks/14-what-it-sees.
 */
export async function gradCam(
  model: tf.LayersModel,
  digits: Digits,
  options: GradCamOptions = {},
): Promise<GradCam> {
  checkModelFits('gradCam', model, digits, { needsLabels: false });
  const layers = layersOf('gradCam', model);
  const at = chooseLayer(layers, options.layer);
  if (options.class !== undefined) checkInteger('gradCam', 'class', options.class, 0, digits.classes - 1);
  await ready();
  const run = (part: readonly tf.layers.Layer[], input: tf.Tensor): tf.Tensor =>
    part.reduce((values, layer) => applyLayer(layer, values), input);
  const found = tf.tidy(() => {
    const activations = run(layers.slice(0, at + 1), imageTensor(digits)) as tf.Tensor4D;
    const head = (input: tf.Tensor): tf.Tensor => run(layers.slice(at + 1), input);
    const classes =
      options.class === undefined
        ? (head(activations).argMax(1) as tf.Tensor1D)
        : tf.fill([digits.count], options.class, 'int32');
    const chosen = tf.oneHot(classes, digits.classes);
    // Digits do not influence one another: the gradient of the sum holds the gradient of each one's logit.
    const gradient = tf.grad(input => head(input).mul(chosen).sum())(activations);
    const weights = gradient.mean([1, 2]);
    const evidence = activations.mul(weights.reshape([digits.count, 1, 1, -1])).sum(3);
    const positive = evidence.relu().expandDims(3) as tf.Tensor4D;
    const maps = tf.image.resizeBilinear(positive, [digits.height, digits.width], false, true).squeeze([3]);
    return { classes, maps, evidence, weights, activations, gradient };
  });
  const read = (tensor: tf.Tensor): NdArray => ndarray(tensor.shape, tensor.dataSync());
  const result = {
    layer: layers[at]!.name,
    classes: found.classes.dataSync<'int32'>(),
    maps: read(found.maps),
    evidence: read(found.evidence),
    weights: read(found.weights),
    activations: read(found.activations),
    gradient: read(found.gradient),
  };
  tf.dispose(found);
  return result;
}

/** The place of the layer to look at. */
function chooseLayer(layers: readonly tf.layers.Layer[], name: string | undefined): number {
  const givesMaps = (layer: tf.layers.Layer): boolean => layer.outputShape.length === 4;
  if (name === undefined) {
    const place = layers
      .map(layer => givesMaps(layer) && !/Pooling/.test(layer.getClassName()))
      .lastIndexOf(true);
    if (place >= 0) return place;
    throw new RangeError('gradCam: model must have a layer that gives maps, got none');
  }
  const place = layers.findIndex(layer => layer.name === name);
  if (place < 0) {
    const names = layers.map(layer => layer.name).join(', ');
    throw new RangeError(`gradCam: layer must be among ${names}, got ${name}`);
  }
  if (!givesMaps(layers[place]!)) {
    const shape = layers[place]!.outputShape.slice(1).join(', ');
    throw new RangeError(
      `gradCam: layer must give maps [height, width, channels], got ${name} with [${shape}]`,
    );
  }
  return place;
}
