/**
 * Every layer with what it gives for the drawing.
 * Flow: layerOutputs → layerSheet → **layers** → drawing pad.
 */
import type { NdArray } from '../../../../types/ndarray';
import { layerSheet, layerText, layerTitle } from '../../layerSheet';
import { element } from '../element';

export interface Layers {
  readonly node: HTMLElement;
  /** @param outputs one per layer; none while the pad is empty. */
  show(outputs: readonly NdArray[] | undefined): void;
}

export function createLayers(types: readonly string[], shapes: readonly (readonly number[])[]): Layers {
  const layers = types.map((type, index) => {
    const title = layerTitle(type, index, shapes[index]!);
    const canvas = element('canvas', { role: 'img' });
    return { title, canvas, node: element('div', { class: 'layer' }, [element('p', {}, [title]), canvas]) };
  });
  return {
    node: element(
      'div',
      { class: 'layers' },
      layers.map(({ node }) => node),
    ),
    show: outputs => {
      layers.forEach(({ title, canvas }, index) => {
        const output = outputs?.[index];
        canvas.setAttribute('aria-label', `${title}, ${output ? layerText(output) : 'nothing yet'}`);
        if (output) paint(canvas, output);
        else canvas.getContext('2d')!.clearRect(0, 0, canvas.width, canvas.height);
      });
    },
  };
}

function paint(canvas: HTMLCanvasElement, output: NdArray): void {
  const { width, height, pixels } = layerSheet(output);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  canvas.getContext('2d')!.putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0);
}
