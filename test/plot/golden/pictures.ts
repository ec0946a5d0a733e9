/** The golden pictures on disk, and when two pictures are the same. */
import { join } from 'node:path';
import { decodePng } from '../decodePng';

export function goldenPath(name: string): string {
  return join(__dirname, `${name}.svg`);
}

/** The drawing with each embedded PNG as its pixels: zlib packs the same pixels differently from Node to Node. */
export function unpacked(svg: string): string {
  return svg.replace(/data:image\/png;base64,[\w+/=]+/g, address => {
    const { width, height, at } = decodePng(address);
    const pixels = Array.from({ length: width * height }, (_, i) =>
      at(i % width, Math.floor(i / width)).join(),
    );
    return `${width} × ${height}: ${pixels.join(' ')}`;
  });
}
