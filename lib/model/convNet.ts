/**
 * A convolutional network by description: how deep, how wide, with batch norm and dropout or without.
 * Flow: options → **convNet** → fit.
 */
import { checkBetween, checkInteger, checkShare } from '../check/numbers';
import { tf } from '../tensorflow/tf';
import { type ConvolutionOptions, checkConvolutions } from './convolutionOptions';

/** The layers of a `convNet`, and its initial weights. */
export interface ConvNetOptions {
  /** A whole number ≥ 0; the initial weights depend on it alone. */
  readonly seed: number;
  /** One after the other, at least one. */
  readonly convolutions: readonly ConvolutionOptions[];
  /** Units of a dense ReLU layer before the logits; 0, the default, for none. */
  readonly units?: number;
  /** Batch normalisation after every convolution, which then needs no bias. Default false. */
  readonly batchNorm?: boolean;
  /** The part of the numbers before the logits that is dropped in training, in [0, 1). Default 0. */
  readonly dropout?: number;
  /**
   * Initial weights: `'he'` (default) fits each layer's to its number of inputs, Glorot's for the logits; a number is
   * the standard deviation of a normal distribution, cut off at two of them, for all layers alike.
   */
  readonly initialWeights?: 'he' | number;
  /** What each pixel, in [0, 1], is multiplied by first. Default 1; 255 gives the network bytes as they are. */
  readonly pixelFactor?: number;
}

/** Seeds of layers of one network, and of the next network. */
const SEEDS_PER_NETWORK = 64;

/**
 * Convolutions, each followed by 2 × 2 max pooling where asked for, then batch norm where asked for, then ReLU; then
 * the dense layer, dropout, and 10 logits.
 *
 * Pooling comes before batch norm and ReLU: there are a quarter of the numbers left to work on. ReLU never changes
 * which number of a window is the largest, so without batch norm the order changes nothing but the time.
 *
 * @returns a model from `[batch, 28, 28, 1]`, pixels in [0, 1], to logits `[batch, 10]`.
 * @throws RangeError if an option is out of its range.
 * @example convNet({ seed: 1, convolutions: [{ filters: 16, kernelSize: 5, pool: true }] }).countParams() // 31786
 * @see Ioffe & Szegedy, Batch Normalization (2015). Used in notebooks/13-recipe-ladder.
 */
export function convNet(options: ConvNetOptions): tf.LayersModel {
  const { convolutions, units = 0, dropout = 0, pixelFactor = 1 } = options;
  check(options);
  const initial = initializers(options);
  const layers: tf.layers.Layer[] = [tf.layers.inputLayer({ inputShape: [28, 28, 1], name: 'images' })];
  if (pixelFactor !== 1) layers.push(tf.layers.rescaling({ scale: pixelFactor, name: 'factor' }));
  for (const [index, convolution] of convolutions.entries()) {
    layers.push(
      ...convolutionLayers(convolution, index + 1, { ...options, kernelInitializer: initial.hidden() }),
    );
  }
  layers.push(tf.layers.flatten({ name: 'flatten' }));
  if (units > 0) {
    const kernelInitializer = initial.hidden();
    layers.push(tf.layers.dense({ units, activation: 'relu', kernelInitializer, name: 'dense' }));
  }
  if (dropout > 0) layers.push(tf.layers.dropout({ rate: dropout, name: 'dropout' }));
  layers.push(tf.layers.dense({ units: 10, kernelInitializer: initial.logits(), name: 'logits' }));
  return tf.sequential({ name: 'convnet', layers });
}

function check({
  seed,
  convolutions,
  units = 0,
  dropout = 0,
  initialWeights = 'he',
  pixelFactor = 1,
}: ConvNetOptions): void {
  checkInteger('convNet', 'seed', seed, 0);
  checkConvolutions('convNet', convolutions);
  checkInteger('convNet', 'units', units, 0);
  checkShare('convNet', 'dropout', dropout);
  if (initialWeights !== 'he') {
    checkBetween('convNet', 'initialWeights', initialWeights, 0, Number.POSITIVE_INFINITY);
  }
  checkBetween('convNet', 'pixelFactor', pixelFactor, 0, Number.POSITIVE_INFINITY);
}

type Initializer = ReturnType<typeof tf.initializers.heNormal>;

/** Each call has a seed of its own. */
function initializers({
  seed,
  initialWeights = 'he',
}: ConvNetOptions): Record<'hidden' | 'logits', () => Initializer> {
  let next = seed * SEEDS_PER_NETWORK;
  if (initialWeights !== 'he') {
    const normal = (): Initializer =>
      tf.initializers.truncatedNormal({ stddev: initialWeights, seed: next++ });
    return { hidden: normal, logits: normal };
  }
  return {
    hidden: () => tf.initializers.heNormal({ seed: next++ }),
    logits: () => tf.initializers.glorotUniform({ seed: next++ }),
  };
}

function convolutionLayers(
  { filters, kernelSize, padding = 'same', pool = false }: ConvolutionOptions,
  number: number,
  {
    batchNorm = false,
    kernelInitializer,
  }: Pick<ConvNetOptions, 'batchNorm'> & { kernelInitializer: Initializer },
): tf.layers.Layer[] {
  const layers: tf.layers.Layer[] = [
    tf.layers.conv2d({
      filters,
      kernelSize,
      padding,
      useBias: !batchNorm,
      kernelInitializer,
      name: `conv${number}`,
    }),
  ];
  if (pool) layers.push(tf.layers.maxPooling2d({ poolSize: 2, name: `pool${number}` }));
  // Averages over 10 batches or so: few steps are enough, and the last, small learning rates are followed.
  if (batchNorm) layers.push(tf.layers.batchNormalization({ momentum: 0.9, name: `norm${number}` }));
  layers.push(tf.layers.reLU({ name: `relu${number}` }));
  return layers;
}
