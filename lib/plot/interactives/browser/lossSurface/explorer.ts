/**
 * A loss surface to walk on: by hand, step by step, or in a run.
 * Flow: LossSurfaceData → **explorer** (controls → descent → map, curve, sentences) → page.
 */
import { lineSvg } from '../../lineSvg';
import type { LossSurfaceData } from '../../lossSurfaceData';
import { numberText } from '../../numberText';
import { type Point, readTwoWeights, stepFrom } from '../../twoWeights';
import { createAnnouncer } from '../announcer';
import { button, slider } from '../controls';
import { drawing } from '../drawing';
import { element } from '../element';
import { titled } from '../window/titled';
import { type Descent, isFlat, startAt, stepped } from './descent';
import { createLossMap } from './map';
import { lastStepText, placeText, slopeText, stepLines } from './words';

/** Steps in a run, and the time for one, in ms. */
const RUN = 100;
const PACE = 80;

const LEGEND =
  'The bluer, the higher; each line has one loss. The arrow points downhill, the ring is where the next step lands.';

/** The parts of the page, from the controls down to the worked-out step. */
export function createLossSurfaceExplorer(data: LossSurfaceData): readonly Node[] {
  const model = readTwoWeights(data.model);
  const announcer = createAnnouncer();
  let descent = startAt(model, data.start);
  let learningRate = data.learningRate;
  let timer: number | undefined;

  const place = element('p', { class: 'sum' });
  const slopes = element('p', { class: 'sum' });
  const sums = element('div', { class: 'sum' });
  const last = element('p', { class: 'note' });
  const curve = element('div');

  const weightSlider = (axis: 0 | 1) => {
    const { title, range } = axis === 0 ? data.x : data.y;
    return slider({
      label: title,
      min: range[0],
      max: range[1],
      step: (range[1] - range[0]) / 200,
      value: data.start[axis],
      text: () => numberText(descent.path.at(-1)![axis]!),
      onInput: value => {
        const [x, y] = descent.path.at(-1)!;
        moveTo(axis === 0 ? [value, y] : [x, value]);
      },
    });
  };
  const weights = [weightSlider(0), weightSlider(1)];
  const rate = slider({
    label: 'Learning rate',
    min: -3,
    max: 3,
    step: 0.05,
    value: Math.log10(learningRate),
    text: () => numberText(learningRate),
    onInput: power => {
      learningRate = Number((10 ** power).toPrecision(3));
      render();
    },
  });
  const map = createLossMap(model, data, point => moveTo(point));

  const render = () => {
    const point = descent.path.at(-1)!;
    map.show(descent.path, stepFrom(model, point, learningRate), placeText(descent, data));
    weights.forEach((weight, axis) => {
      weight.value = point[axis]!;
    });
    rate.value = Math.log10(learningRate);
    place.replaceChildren(element('strong', {}, [placeText(descent, data)]));
    slopes.textContent = slopeText(descent.slopes, data);
    sums.replaceChildren(...stepLines(descent, data, learningRate).map(line => element('p', {}, [line])));
    last.textContent = lastStepText(descent, data);
    curve.replaceChildren(drawing(lossCurve(descent)));
  };
  const change = (next: Descent) => {
    descent = next;
    render();
    announcer.say(`${lastStepText(descent, data)} ${placeText(descent, data)}`);
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    run.textContent = 'Run';
  };
  const moveTo = (point: Point) => {
    stop();
    change(startAt(model, point));
  };
  const step = () => change(stepped(model, descent, learningRate));
  const run = button('Run', () => {
    if (timer !== undefined) return stop();
    run.textContent = 'Pause';
    let left = RUN;
    timer = setInterval(() => {
      if (!run.isConnected || left === 0 || isFlat(descent)) return stop();
      left--;
      step();
    }, PACE);
  });
  const buttons = [
    button('Step', () => {
      stop();
      step();
    }),
    run,
    button('Start over', () => moveTo(data.start)),
  ];
  render();
  return [
    element('div', { class: 'controls' }, [...weights.map(({ node }) => node), rate.node, ...buttons]),
    element('div', { class: 'stage' }, [
      titled('Loss over both weights', [map.node, element('p', { class: 'note' }, [LEGEND])], 'wide'),
      titled('Loss at each step', [curve, last], 'wide'),
    ]),
    place,
    slopes,
    sums,
    announcer.node,
  ];
}

function lossCurve({ losses }: Descent): string {
  const steps = losses.length - 1;
  const [low, high] = [Math.min(...losses), Math.max(...losses)];
  const room = 0.1 * (high - low || high || 1);
  return lineSvg([{ name: 'loss', x: losses.map((_, step) => step), y: losses }], {
    x: { title: 'step', range: [0, Math.max(10, steps)] },
    y: { title: 'loss (nats)', range: [Math.max(0, low - room), high + room] },
    alt: `The loss at ${steps + 1} places of the way, from ${numberText(losses[0]!)} to ${numberText(losses.at(-1)!)} nats.`,
  });
}
