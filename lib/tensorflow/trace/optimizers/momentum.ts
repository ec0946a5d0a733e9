/**
 * Gradient descent with momentum: velocity ← momentum · velocity + gradient, weight ← weight − rate · velocity.
 * Flow: graphOptimizer → **momentum** → ResourceApplyMomentum.
 */
import { boolOf, typeOf } from '../attributes';
import { FLOAT32 } from '../types';
import type { GraphOptimizer, UpdateContext } from './optimizer';

export function momentum(
  { graph, learningRate }: UpdateContext,
  { momentum = 0.9, nesterov = false }: { momentum?: number; nesterov?: boolean },
): GraphOptimizer {
  const share = graph.float(momentum);
  const attributes = { T: typeOf(FLOAT32), use_nesterov: boolOf(nesterov) };
  return {
    slots: ['velocity'],
    update: ({ variable, slots: [velocity], gradient, after }) => {
      const inputs = [variable.handle, velocity!.handle, learningRate, gradient, share];
      return graph.add('ResourceApplyMomentum', inputs, attributes, { after });
    },
  };
}
