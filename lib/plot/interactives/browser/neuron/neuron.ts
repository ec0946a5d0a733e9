/**
 * One neuron, taken apart: weights to paint, votes, the score on the sigmoid, and the answer to every digit.
 * Flow: NeuronData → **neuron** (controls → weights → dense → sigmoid → votes, curve, sentences) → page.
 */
import { inkOf, neuronAnswers, votesOf } from '../../neuronAnswers';
import type { NeuronData } from '../../neuronData';
import { answerText, isRight, sumText } from '../../neuronWords';
import { equalsSign, numberText } from '../../numberText';
import { sigmoidDrawing } from '../../sigmoidDrawing';
import { createAnnouncer } from '../announcer';
import { createCellGrid } from '../cellGrid';
import { choices, slider } from '../controls';
import { createDigitStrip } from '../digitStrip';
import { drawing } from '../drawing';
import { element } from '../element';
import { signedShades } from '../shade';
import { titled } from '../window/titled';
import { BRUSHES, type Brush, painted } from './brush';
import { createNeuronChoice } from './neuronChoice';
import { createWeightPainter } from './weightPainter';

const PAINT_HINT = 'Drag over the weights to paint them; on the keyboard, arrows and the space bar.';

/** The parts of the page, from the controls down to the digits. */
export function createNeuron(data: NeuronData): readonly Node[] {
  const { neurons, target, labels, height, width } = data;
  const ink = inkOf(data);
  const largest = Math.max(...neurons.flatMap(({ weights }) => Array.from(weights, Math.abs)));
  const amount = largest === 0 ? 0.25 : largest / 4;
  const reach = Math.max(5, ...neurons.map(({ bias }) => Math.ceil(Math.abs(bias))));
  const announcer = createAnnouncer();
  const sum = element('p', { class: 'sum' });
  const verdict = element('p', { class: 'sum' });
  const vote = element('p', { class: 'note' });
  const tally = element('p', { class: 'title' });
  const curve = element('div', { class: 'curve' });
  const votesMap = createCellGrid({ rows: height, columns: width, label: 'Votes: weight times ink' });
  let weights: readonly number[] = Array.from(neurons[0]!.weights);
  let bias = neurons[0]!.bias;
  let digit = 0;
  let place: readonly [row: number, column: number] = [height >> 1, width >> 1];

  const show = () => {
    const answers = neuronAnswers(ink, weights, bias);
    const votes = votesOf(ink, digit, weights);
    const shades = signedShades(votes.each);
    votes.each.forEach((vote, at) => {
      votesMap.paint(Math.floor(at / width), at % width, shades(vote), '');
    });
    const dots = answers.map((answer, at) => ({ ...answer, isTarget: labels[at] === target }));
    curve.replaceChildren(drawing(sigmoidDrawing(dots, digit)));
    sum.textContent = sumText(votes, bias, answers[digit]!.score);
    verdict.textContent = answerText(answers[digit]!, labels[digit]!, target);
    const right = answers.map(({ answer }, at) => isRight(answer, labels[at]!, target));
    strip.show(
      answers.map(
        ({ answer }, at) => `${right[at] ? '✓' : '✗'} label ${labels[at]}\np = ${answer.toFixed(2)}`,
      ),
      digit,
    );
    tally.textContent = `Is it a ${target}? ${right.filter(Boolean).length} of ${right.length} answers are right`;
    showVote();
    announcer.say(`${sum.textContent}. ${verdict.textContent} ${tally.textContent}.`);
  };
  const showVote = () => {
    const [row, column] = place;
    const at = row * width + column;
    const [weight, x] = [weights[at]!, ink.data[digit * weights.length + at]!];
    painter.choose(row, column);
    votesMap.mark('chosen', row, column);
    vote.textContent =
      `Row ${row}, column ${column}: weight ${numberText(weight)} × ink ${numberText(x)} ` +
      `${equalsSign(weight * x)} vote ${numberText(weight * x)}`;
  };
  const setWeights = (next: readonly number[]) => {
    weights = next;
    painter.setWeights(weights);
    show();
  };
  const painter = createWeightPainter({
    rows: height,
    columns: width,
    onSelect: (row, column) => {
      place = [row, column];
      showVote();
      announcer.say(`${vote.textContent}`);
    },
    onPaint: (row, column) => {
      choice.becomeOwn();
      setWeights(painted(weights, width, { brush: brush.value, row, column, amount }));
    },
  });
  const choice = createNeuronChoice(neurons, neuron => {
    bias = neuron.bias;
    biasSlider.value = bias;
    setWeights(Array.from(neuron.weights));
  });
  const brush = choices<Brush>('Brush', BRUSHES, 'raise');
  const biasSlider = slider({
    label: 'Bias',
    min: -reach,
    max: reach,
    step: 'any',
    value: bias,
    text: numberText,
    onInput: value => {
      bias = value;
      show();
    },
  });
  const strip = createDigitStrip(data.images, height, width, chosen => {
    digit = chosen;
    show();
  });
  setWeights(weights);
  return [
    element('div', { class: 'controls' }, [choice.node, brush.node, biasSlider.node]),
    element('div', { class: 'stage' }, [
      titled('Weights', [painter.node, element('p', { class: 'note' }, [PAINT_HINT])]),
      titled('Votes: weight × ink', [votesMap.node]),
      titled('Answer: sigmoid of the score', [
        curve,
        element('p', { class: 'note' }, [
          `Diamonds: digits that are a ${target}. The large mark: the chosen digit.`,
        ]),
      ]),
    ]),
    vote,
    sum,
    verdict,
    tally,
    strip.node,
    announcer.node,
  ];
}
