/**
 * A convolution to walk through: choose an output, see its patch, its products and their sum.
 * Flow: ConvolutionData → **stepper** (controls → view) → page.
 */
import { ndarray } from '../../../../types/ndarray';
import type { ConvolutionData } from '../../convolutionData';
import { createAnnouncer } from '../announcer';
import { element } from '../element';
import { doesNotFit } from '../window/doesNotFit';
import { windowControls } from '../window/windowControls';
import { createKernelChoice } from './kernelChoice';
import { type ConvolutionSettings, type ConvolutionView, createConvolutionView } from './view';

/** The parts of the page, from the controls down to the sum. */
export function createConvolutionStepper(data: ConvolutionData): readonly Node[] {
  const [height, width] = data.image.shape as readonly [number, number];
  const image = ndarray([1, height, width, 1], data.image.data);
  const announcer = createAnnouncer();
  const body = element('div');
  const { kernel: initial, strides, padding } = data;
  let settings: ConvolutionSettings = { weights: Array.from(initial.data), strides, padding };
  let view: ConvolutionView | undefined;

  /** Needed when a size changes: the maps are built anew. */
  const draw = () => {
    view?.stop();
    const size = Math.sqrt(settings.weights.length);
    if (settings.padding === 'valid' && size > Math.min(height, width)) {
      view = undefined;
      body.replaceChildren(doesNotFit('kernel', size, height, width));
      return;
    }
    view = createConvolutionView(image, settings, view?.progress, {
      onPaint: weights => {
        kernel.nameWeights(weights);
        settings = { ...settings, weights };
      },
      say: announcer.say,
    });
    body.replaceChildren(...view.nodes);
  };
  const kernel = createKernelChoice(settings.weights, weights => {
    const isSameSize = weights.length === settings.weights.length;
    settings = { ...settings, weights };
    if (isSameSize && view) view.setWeights(weights);
    else draw();
  });
  const move = windowControls(settings, next => {
    settings = { ...settings, ...next };
    draw();
  });
  draw();
  return [element('div', { class: 'controls' }, [...kernel.nodes, ...move]), body, announcer.node];
}
