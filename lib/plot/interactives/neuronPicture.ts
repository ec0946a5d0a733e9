/**
 * The neuron as a still picture, with its description.
 * Flow: NeuronData → answers → **neuronPicture** → Interactive.
 */
import { gridPicture } from './gridPicture';
import type { Interactive } from './interactive';
import { inkOf, neuronAnswers, votesOf } from './neuronAnswers';
import type { NeuronData } from './neuronData';
import { answerText } from './neuronWords';
import { numberText } from './numberText';

/** The first neuron's weights, the first digit, and the votes that come of them. */
export function neuronPicture(data: NeuronData): Pick<Interactive, 'picture' | 'alt'> {
  const { neurons, target, labels, height, width: columns } = data;
  const { name, weights, bias } = neurons[0]!;
  const ink = inkOf(data);
  const first = neuronAnswers(ink, weights, bias)[0]!;
  const note = `Score z = ${numberText(first.score)}, ${answerText(first, labels[0]!, target)}`;
  const alt =
    `The ${height} × ${columns} weights of a neuron that looks for a ${target} (${name}), ` +
    `a digit, and its votes, weight × ink. ${note}`;
  const picture = gridPicture(
    [
      { title: `Weights: ${name}`, columns, values: Array.from(weights), shade: 'signed' },
      {
        title: `A digit, label ${labels[0]}`,
        columns,
        values: Array.from(ink.data.subarray(0, weights.length)),
        shade: 'grey',
      },
      {
        title: 'Votes: weight × ink',
        columns,
        values: Array.from(votesOf(ink, 0, weights).each),
        shade: 'signed',
      },
    ],
    note,
    alt,
  );
  return { picture, alt };
}
