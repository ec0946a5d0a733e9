/**
 * The training loss.
 * Flow: labels, logits → **softmaxCrossEntropy** → gradients.
 */
import * as layer from '../../layers/softmaxCrossEntropy';
import { ndarray } from '../../types/ndarray';
import { defineGradient, defineOperation, type GraphNode, type OperationNode } from '../graph';
import { misfit, shapesFit } from '../shape';
import { scale } from './arithmetic';

/** Surprise at the true class in nats, mean over the batch: one number. Both arguments are `[batch, classes]`. */
export const softmaxCrossEntropy: (labels: GraphNode, logits: GraphNode) => OperationNode = defineOperation({
  type: 'softmaxCrossEntropy',
  shape(node, labels, logits) {
    if (labels.length === 2 && shapesFit(labels, logits)) return [];
    throw misfit`${node} cannot compare labels ${labels} with logits ${logits}: expected [batch, classes] twice`;
  },
  forward: (labels, logits) => ndarray([], [layer.softmaxCrossEntropy(labels, logits)]),
  gradients: [undefined, (upstream, labels, logits) => scale(predictedMinusTrue(labels, logits), upstream)],
});

const predictedMinusTrue = defineGradient('softmaxCrossEntropyGradient', layer.softmaxCrossEntropyGradient);
