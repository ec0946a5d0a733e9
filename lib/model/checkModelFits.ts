/**
 * Says in time that a network and a set of digits do not go together.
 * Flow: fit, evaluate, predict → **checkModelFits**, before any work.
 */
import type { tf } from '../tensorflow/tf';
import type { Digits } from '../types/digits';

/**
 * @param needsLabels whether the digits must have labels.
 * @throws RangeError if the network's input is not `[batch, height, width, 1]` of these images, its output not
 *   `[batch, classes]`, its last layer gives probabilities in place of logits, or the digits lack labels.
 */
export function checkModelFits(
  caller: string,
  model: tf.LayersModel,
  digits: Digits,
  { needsLabels }: { needsLabels: boolean },
): void {
  const { count, height, width, classes, labels } = digits;
  const input = model.inputs[0]!.shape.slice(1).join(', ');
  const output = model.outputs[0]!.shape.slice(1).join(', ');
  const images = [height, width, 1].join(', ');
  if (count === 0) throw new RangeError(`${caller}: digits must not be empty, got 0`);
  if (input !== images) {
    throw new RangeError(`${caller}: digits must be [${input}] as the model's input, got [${images}]`);
  }
  if (output !== String(classes)) {
    throw new RangeError(`${caller}: model must end in [${classes}] logits, one per class, got [${output}]`);
  }
  if (model.layers.at(-1)!.getConfig().activation === 'softmax') {
    throw new RangeError(`${caller}: model must end in logits, got softmax; leave out the last activation`);
  }
  if (needsLabels && labels.length !== count) {
    throw new RangeError(`${caller}: digits must have ${count} labels, got ${labels.length}`);
  }
}
