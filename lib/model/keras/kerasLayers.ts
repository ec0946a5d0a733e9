/**
 * The layers that Keras 3 and TensorFlow.js have in common, and what each is made of.
 * Flow: **kerasLayers** → toKeras, the export; fromKeras, the way back.
 */

import type { tf } from '../../tensorflow/tf';

/** Options as a config file has them: names with underscores, the same on both sides. */
export type LayerConfig = Readonly<Record<string, unknown>>;

export interface KerasLayer {
  /** What makes it in `tf.layers`. */
  readonly make: keyof typeof tf.layers;
  /** The name of its group in the weights file; a second one of its kind has `_1` after it. */
  readonly group: string;
  /** The options that decide what it computes. */
  readonly options: readonly string[];
  /** Options that only one side has, at the value that the other side always has. */
  readonly only?: LayerConfig;
  /** The shapes of its weights by name, in the order of both sides. */
  readonly weights?: (config: LayerConfig, input: readonly number[]) => Readonly<Record<string, number[]>>;
}

const WINDOW = ['strides', 'padding', 'data_format'];
const CONVOLUTION = ['kernel_size', ...WINDOW, 'dilation_rate', 'activation', 'use_bias'];
const POOL: readonly string[] = ['pool_size', ...WINDOW];

const size = (config: LayerConfig): number[] => config.kernel_size as number[];
const biased = (config: LayerConfig, bias: unknown): Record<string, number[]> =>
  config.use_bias ? { bias: [bias as number] } : {};

/** By class name, which both sides share. */
export const kerasLayers: Readonly<Record<string, KerasLayer>> = {
  Conv2D: {
    make: 'conv2d',
    group: 'conv2d',
    options: ['filters', ...CONVOLUTION],
    only: { groups: 1 },
    weights: (config, input) => ({
      kernel: [...size(config), input.at(-1)!, config.filters as number],
      ...biased(config, config.filters),
    }),
  },
  DepthwiseConv2D: {
    make: 'depthwiseConv2d',
    group: 'depthwise_conv2d',
    options: ['depth_multiplier', ...CONVOLUTION],
    weights: (config, input) => {
      const multiplier = config.depth_multiplier as number;
      const kernel = [...size(config), input.at(-1)!, multiplier];
      return { kernel, ...biased(config, input.at(-1)! * multiplier) };
    },
  },
  Dense: {
    make: 'dense',
    group: 'dense',
    options: ['units', 'activation', 'use_bias'],
    weights: (config, input) => ({
      kernel: [input.at(-1)!, config.units as number],
      ...biased(config, config.units),
    }),
  },
  BatchNormalization: {
    make: 'batchNormalization',
    group: 'batch_normalization',
    options: ['axis', 'momentum', 'epsilon', 'center', 'scale'],
    only: { renorm_momentum: 0.99 },
    weights: ({ axis, center, scale }, input) => {
      const channels = [input.at((axis as number) < 0 ? (axis as number) : (axis as number) - 1)!];
      return {
        ...(scale ? { gamma: channels } : {}),
        ...(center ? { beta: channels } : {}),
        ...{ moving_mean: channels, moving_variance: channels },
      };
    },
  },
  MaxPooling2D: { make: 'maxPooling2d', group: 'max_pooling2d', options: POOL },
  AveragePooling2D: { make: 'averagePooling2d', group: 'average_pooling2d', options: POOL },
  GlobalMaxPooling2D: { make: 'globalMaxPooling2d', group: 'global_max_pooling2d', options: ['data_format'] },
  GlobalAveragePooling2D: {
    make: 'globalAveragePooling2d',
    group: 'global_average_pooling2d',
    options: ['data_format'],
  },
  ZeroPadding2D: { make: 'zeroPadding2d', group: 'zero_padding2d', options: ['padding', 'data_format'] },
  Flatten: { make: 'flatten', group: 'flatten', options: [], only: { data_format: 'channels_last' } },
  Reshape: { make: 'reshape', group: 'reshape', options: ['target_shape'] },
  Rescaling: { make: 'rescaling', group: 'rescaling', options: ['scale', 'offset'] },
  Dropout: { make: 'dropout', group: 'dropout', options: ['rate'] },
  Activation: { make: 'activation', group: 'activation', options: ['activation'] },
  ReLU: { make: 'reLU', group: 're_lu', options: ['max_value'], only: { negative_slope: 0, threshold: 0 } },
  Softmax: { make: 'softmax', group: 'softmax', options: ['axis'] },
};

/** Those that compute the same on both sides; `hard_sigmoid`, for one, has another slope. */
const ACTIVATIONS = [
  'linear',
  'relu',
  'relu6',
  'sigmoid',
  'tanh',
  'softmax',
  'elu',
  'selu',
  'softplus',
  'softsign',
];

/** Beside what it computes: who it is, and how its weights began, which are there. */
const ASIDE = /^(name|trainable|dtype|batch_input_shape|batch_shape|seed|.*_initializer)$/;

/** What must be of a layer, in words that follow its name, and what is. */
export class Uncommon {
  constructor(
    readonly must: string,
    readonly found: unknown,
  ) {}
}

/** The layer and those of its options that both sides have; Uncommon if the other side would compute something else. */
export function commonLayer(
  className: unknown,
  config: LayerConfig,
): { layer: KerasLayer; options: LayerConfig } | Uncommon {
  if (typeof className !== 'string' || !Object.hasOwn(kerasLayers, className)) {
    return new Uncommon(`to be one of ${Object.keys(kerasLayers).join(', ')}`, className);
  }
  const layer = kerasLayers[className]!;
  for (const [name, value] of Object.entries(config)) {
    if (layer.options.includes(name) || ASIDE.test(name) || value === null || value === false) continue;
    if (value !== layer.only?.[name])
      return new Uncommon(`without ${name}, which TensorFlow.js and Keras do not share`, value);
  }
  const missing = layer.options.find(name => config[name] === undefined);
  if (missing !== undefined) return new Uncommon(`with ${missing}`, 'none');
  const { activation = 'linear', data_format = 'channels_last' } = config;
  if (data_format !== 'channels_last') return new Uncommon('with data_format channels_last', data_format);
  if (!ACTIVATIONS.includes(activation as string)) {
    return new Uncommon(`with an activation of ${ACTIVATIONS.join(', ')}`, activation);
  }
  return { layer, options: Object.fromEntries(layer.options.map(name => [name, config[name]])) };
}

/** The groups of layers in the weights file, in their order: `conv2d`, `conv2d_1`, `dense`. */
export function weightGroups(layers: readonly KerasLayer[]): string[] {
  const seen = new Map<string, number>();
  return layers.map(({ group }) => {
    const before = seen.get(group) ?? 0;
    seen.set(group, before + 1);
    return `layers/${group}${before === 0 ? '' : `_${before}`}/vars`;
  });
}
