/**
 * The map in the page: the point can be dragged, sent to where the reader points, or pushed with the arrow keys.
 * Flow: lossGrid → lossMap → **map** (drag point) → explorer.
 */
import { lossGrid, POINTS } from '../../lossGrid';
import { heightPixels, lossMap, wayOnMap } from '../../lossMap';
import type { LossSurfaceData } from '../../lossSurfaceData';
import type { Point, TwoWeights } from '../../twoWeights';
import { createDragPoint } from '../dragPoint';
import { drawing } from '../drawing';
import { element } from '../element';

export interface LossMapView {
  readonly node: HTMLElement;
  /**
   * Draws the way, the point, and where `next` is.
   *
   * @param text where the point is, for those who listen.
   */
  show(path: readonly Point[], next: Point, text: string): void;
}

/** @param onMove gets every place of the map that the reader leads the point to. */
export function createLossMap(
  model: TwoWeights,
  data: LossSurfaceData,
  onMove: (point: Point) => void,
): LossMapView {
  const grid = lossGrid(model, data);
  const map = lossMap(data, grid, imageOf(heightPixels(grid)));
  const { area, axes } = map;
  const picture = drawing(
    `<svg viewBox="0 0 ${map.width} ${map.height}" font-size="12" role="img" ` +
      `aria-label="Map of the loss, the way so far and the next step">${map.ground}<g class="way"></g></svg>`,
  );
  const way = picture.querySelector('.way')!;
  const point = createDragPoint(element('div', {}, [picture]), {
    label: `${data.x.title} and ${data.y.title}`,
    onMove: (x, y) => {
      const right = clamp((x * map.width - area.left) / area.width, 0, 1);
      const up = 1 - clamp((y * map.height - area.top) / area.height, 0, 1);
      onMove([between(data.x.range, right), between(data.y.range, up)]);
    },
  });
  return {
    node: point.node,
    show: (path, next, text) => {
      way.innerHTML = wayOnMap(map, path, next);
      const [x, y] = path.at(-1)!;
      // From beside the map it can be fetched back at the border.
      const left = clamp(axes.x(x), area.left, area.left + area.width);
      const top = clamp(axes.y(y), area.top, area.top + area.height);
      point.moveTo(left / map.width, top / map.height, text);
    },
  };
}

/** The heights as a picture that the browser stretches smoothly. */
function imageOf(pixels: Uint8Array): string {
  const canvas = document.createElement('canvas');
  canvas.width = POINTS;
  canvas.height = POINTS;
  canvas.getContext('2d')!.putImageData(new ImageData(Uint8ClampedArray.from(pixels), POINTS, POINTS), 0, 0);
  return canvas.toDataURL();
}

function between([low, high]: readonly [number, number], share: number): number {
  return low + share * (high - low);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
