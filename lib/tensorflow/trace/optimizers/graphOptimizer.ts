/**
 * The operations that belong to an optimiser's options.
 * Flow: TraceOptimizer → **graphOptimizer** (sgd, momentum, adam) → emitUpdates.
 */
import { adam } from './adam';
import { momentum } from './momentum';
import type { GraphOptimizer, TraceOptimizer, UpdateContext } from './optimizer';
import { sgd } from './sgd';

/** The optimiser's operations in a graph. */
export function graphOptimizer(options: TraceOptimizer, context: UpdateContext): GraphOptimizer {
  if (options.name === 'sgd') return sgd(context);
  if (options.name === 'momentum') return momentum(context, options);
  const weightDecay = options.name === 'adamw' ? (options.weightDecay ?? 0.01) : 0;
  return adam(context, { ...options, weightDecay });
}
