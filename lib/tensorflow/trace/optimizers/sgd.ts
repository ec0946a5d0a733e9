/**
 * Gradient descent: weight ← weight − rate · gradient.
 * Flow: graphOptimizer → **sgd** → ResourceApplyGradientDescent.
 */
import { typeOf } from '../attributes';
import { FLOAT32 } from '../types';
import type { GraphOptimizer, UpdateContext } from './optimizer';

export function sgd({ graph, learningRate }: UpdateContext): GraphOptimizer {
  return {
    slots: [],
    update: ({ variable, gradient, after }) => {
      const inputs = [variable.handle, learningRate, gradient];
      return graph.add('ResourceApplyGradientDescent', inputs, { T: typeOf(FLOAT32) }, { after });
    },
  };
}
