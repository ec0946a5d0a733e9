/**
 * Adam, and AdamW where the weights also decay.
 * Flow: graphOptimizer → **adam** → ResourceApplyAdam.
 *
 *     m ← β₁ m + (1 − β₁) g        v ← β₂ v + (1 − β₂) g²
 *     weight ← weight − rate · decay · weight − rate · m̂ / (√v̂ + ε),  m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ)
 *
 * @see Kingma & Ba, Adam (2015), algorithm 1; Loshchilov & Hutter, Decoupled Weight Decay Regularization (2019).
 */
import { typeOf } from '../attributes';
import type { Reference } from '../graphBuilder';
import { FLOAT32 } from '../types';
import type { AdamOptions, GraphOptimizer, Update, UpdateContext } from './optimizer';

const FLOAT = { T: typeOf(FLOAT32) };

export function adam(
  { graph, learningRate, number }: UpdateContext,
  { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7, weightDecay }: AdamOptions & { weightDecay: number },
): GraphOptimizer {
  const betas = [graph.float(beta1), graph.float(beta2)] as const;
  const powers = betas.map(beta => graph.binary('Pow', beta, number));
  // TensorFlow adds ε to √v, the paper to √v̂; they differ by √(1 − β₂ᵗ), so that much of ε does the paper's sum.
  const missing = graph.binary('Sub', graph.float(1), powers[1]!);
  const correction = graph.binary('Mul', graph.float(epsilon), graph.add('Sqrt', [missing], FLOAT));
  const decayRate = weightDecay > 0 && graph.binary('Mul', learningRate, graph.float(weightDecay));

  const decay = ({ variable, after }: Update, rate: Reference): Reference => {
    const part = graph.binary('Mul', variable.value, rate);
    return graph.add('AssignSubVariableOp', [variable.handle, part], { dtype: typeOf(FLOAT32) }, { after });
  };
  return {
    slots: ['m', 'v'],
    update: update => {
      const { variable, slots, gradient, after } = update;
      const handles = [variable, ...slots].map(({ handle }) => handle);
      const inputs = [...handles, ...powers, learningRate, ...betas, correction, gradient];
      const before = decayRate ? [...after, decay(update, decayRate)] : after;
      return graph.add('ResourceApplyAdam', inputs, FLOAT, { after: before });
    },
  };
}
