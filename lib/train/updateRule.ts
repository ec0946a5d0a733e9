/**
 * The optimisers, operation by operation; the session has TensorFlow's own (`trace/optimizers`), which do the same.
 * Flow: eagerStep, once per weight → **updateRule** → the weight's new value.
 */
import type { tf } from '../tensorflow/tf';
import type { TraceOptimizer } from '../tensorflow/trace/optimizers/optimizer';

/** One weight in one step. */
export interface WeightUpdate {
  readonly weight: tf.Variable;
  readonly gradient: tf.Tensor;
  /** In the order of the rule's `slots`. */
  readonly slots: readonly tf.Variable[];
  readonly learningRate: number;
  /** The number of the step, from 1. */
  readonly step: number;
}

/** How an optimiser changes weights. */
export interface UpdateRule {
  /** What it keeps for every weight, in numbers of the weight's shape, 0 at first. */
  readonly slots: readonly string[];
  /** Changes the weight and its slots; call it within `tf.tidy`. */
  update(update: WeightUpdate): void;
}

/** The rule for an optimiser; the defaults are those of `TraceOptimizer`. */
export function updateRule(optimizer: TraceOptimizer): UpdateRule {
  if (optimizer.name === 'sgd') return sgd;
  return optimizer.name === 'momentum' ? momentum(optimizer) : adam(optimizer);
}

const sgd: UpdateRule = {
  slots: [],
  update: ({ weight, gradient, learningRate }) => weight.assign(weight.sub(gradient.mul(learningRate))),
};

/** velocity ← momentum · velocity + gradient; Nesterov's goes on by the velocity that comes next. */
function momentum(options: TraceOptimizer & { name: 'momentum' }): UpdateRule {
  const { momentum = 0.9, nesterov = false } = options;
  return {
    slots: ['velocity'],
    update: ({ weight, gradient, slots: [velocity], learningRate }) => {
      velocity!.assign(velocity!.mul(momentum).add(gradient));
      const direction = nesterov ? velocity!.mul(momentum).add(gradient) : velocity!;
      weight.assign(weight.sub(direction.mul(learningRate)));
    },
  };
}

/** Adam, and AdamW where the weights also decay; `trace/optimizers/adam` has the formula. */
function adam(options: TraceOptimizer & { name: 'adam' | 'adamw' }): UpdateRule {
  const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = options;
  const weightDecay = options.name === 'adamw' ? (options.weightDecay ?? 0.01) : 0;
  return {
    slots: ['m', 'v'],
    update: ({ weight, gradient, slots, learningRate, step }) => {
      const [mean, square] = slots as [tf.Variable, tf.Variable];
      mean.assign(mean.mul(beta1).add(gradient.mul(1 - beta1)));
      square.assign(square.mul(beta2).add(gradient.square().mul(1 - beta2)));
      const deviation = square.div(1 - beta2 ** step).sqrt();
      const change = mean.div(1 - beta1 ** step).div(deviation.add(epsilon));
      const decayed = weightDecay > 0 ? weight.mul(1 - learningRate * weightDecay) : weight;
      weight.assign(decayed.sub(change.mul(learningRate)));
    },
  };
}
