/**
 * The little of a canvas that plotly's heat maps need: filled rectangles and pixels, read back as a PNG.
 * Flow: plotlyWindow → **canvas** → png.
 */
import { pngDataUrl } from '../png';

interface Canvas {
  readonly width: number;
  readonly height: number;
}
export interface PageWithCanvas {
  readonly HTMLCanvasElement: { readonly prototype: object };
}
type Rgba = readonly [number, number, number, number];

/** Gives the page's `<canvas>` a 2-D context and `toDataURL`. */
export function installCanvas(window: PageWithCanvas): void {
  const pixels = new WeakMap<Canvas, Uint8Array>();
  const pixelsOf = (canvas: Canvas): Uint8Array => {
    const size = canvas.width * canvas.height * 4;
    let found = pixels.get(canvas);
    if (found?.length !== size) {
      found = new Uint8Array(size); // a canvas that changes its size is empty again
      pixels.set(canvas, found);
    }
    return found;
  };
  Object.assign(window.HTMLCanvasElement.prototype, {
    getContext(this: Canvas, kind: string) {
      return kind === '2d' ? context2d(this, () => pixelsOf(this)) : null;
    },
    toDataURL(this: Canvas): string {
      return pngDataUrl(this.width, this.height, pixelsOf(this), 4);
    },
  });
}

function context2d(canvas: Canvas, pixels: () => Uint8Array) {
  return {
    fillStyle: '#000000',
    fillRect(x: number, y: number, width: number, height: number): void {
      const color = parseColor(this.fillStyle);
      const right = Math.min(canvas.width, Math.round(x + width));
      const bottom = Math.min(canvas.height, Math.round(y + height));
      for (let row = Math.max(0, Math.round(y)); row < bottom; row++) {
        for (let column = Math.max(0, Math.round(x)); column < right; column++) {
          pixels().set(color, 4 * (row * canvas.width + column));
        }
      }
    },
    createImageData: (width: number, height: number) => ({
      width,
      height,
      data: new Uint8Array(width * height * 4),
    }),
    putImageData({ width, height, data }: Canvas & { data: Uint8Array }, left: number, top: number): void {
      for (let row = 0; row < height; row++) {
        pixels().set(
          data.subarray(row * width * 4, (row + 1) * width * 4),
          4 * ((top + row) * canvas.width + left),
        );
      }
    },
  };
}

/** `rgb(…)` and `rgba(…)`, the two forms plotly writes. */
function parseColor(color: string): Rgba {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, Math.round(alpha * 255)];
}
